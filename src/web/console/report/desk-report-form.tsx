import { type FormEvent, useRef, useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Choices } from '../../kit/choice.tsx'
import { TextArea } from '../../kit/field.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { PhotoPicker } from '../../kit/photo-picker.tsx'
import { ContactFields } from '../../shared/report/contact-part.tsx'
import { DraftFoot } from '../../shared/report/draft-foot.tsx'
import { EmergencyNotice } from '../../shared/report/emergency-notice.tsx'
import { type Missing, MOST_WORDS, missingIn, type ReportDraft } from '../../shared/report/report-draft.ts'
import { WherePart } from '../../shared/report/where-part.tsx'
import { useWords } from '../words.ts'

const MOST_PHOTOS = 9
const ways = ['caller', 'visitor', 'relative'] as const

export interface DeskReportFormProps {
  readonly draft: ReportDraft
  readonly photos: readonly Blob[]
  readonly busy: boolean
  readonly error: unknown
  change(change: Partial<ReportDraft>): void
  setPhotos(photos: readonly Blob[]): void
  onSend(): void
  onClear(): void
}

/** All of it at a glance while somebody speaks: who and what at the left, where and how to reach them at the right. */
export function DeskReportForm(props: DeskReportFormProps) {
  const { draft, photos, busy, error, onSend, onClear } = props
  const { consoleReport: said } = useWords()
  const form = useRef<HTMLFormElement>(null)
  const [tried, setTried] = useState(false)
  const missing = tried ? missingIn(draft) : {}
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (draft.onBehalf !== null && Object.keys(missingIn(draft)).length === 0) return onSend()
    const first = draft.onBehalf === null ? 'input[type="radio"]' : '[aria-invalid="true"]'
    // After the errors are drawn: the reader is brought to the first.
    setTimeout(() => form.current?.querySelector<HTMLElement>(first)?.focus())
  }
  return (
    <form ref={form} className="report-desk" onSubmit={submit} noValidate>
      <h1>{said.title}</h1>
      <p className="report-desk__lead">{said.lead}</p>
      <p className="report-desk__paper">
        <a href="/paper" target="_blank" rel="noreferrer">
          {said.paper}
        </a>
      </p>
      <EmergencyNotice />
      <div className="report-desk__columns">
        <What {...props} missing={missing} tried={tried} />
        <WhereAndWho {...props} missing={missing} />
      </div>
      <FormError error={error} offline={said.offlineKept} />
      <Button type="submit" wide big busy={busy}>
        {said.send}
      </Button>
      {(draft.words.trim() !== '' || photos.length > 0) && (
        <DraftFoot
          kept={said.draft}
          onClear={() => {
            onClear()
            setTried(false)
          }}
        />
      )}
    </form>
  )
}

function What({
  draft,
  photos,
  missing,
  tried,
  change,
  setPhotos,
}: DeskReportFormProps & { missing: Missing; tried: boolean }) {
  const { consoleReport: said } = useWords()
  return (
    <div>
      <div className="report-desk__ways">
        <Choices
          label={said.way}
          options={ways.map((value) => ({ value, ...said.ways[value] }))}
          value={draft.onBehalf}
          {...(tried && draft.onBehalf === null ? { error: said.wayMissing } : {})}
          onChoose={(onBehalf) => change({ onBehalf })}
        />
      </div>
      <TextArea
        label={said.words.label}
        hint={said.words.hint}
        placeholder={said.words.placeholder}
        rows={7}
        most={MOST_WORDS}
        error={missing.words && draft.words.length <= MOST_WORDS ? said.words.missing : undefined}
        value={draft.words}
        onChange={(event) => change({ words: event.target.value })}
      />
      <PhotoPicker label={said.photos} most={MOST_PHOTOS} photos={photos} onChange={setPhotos} />
    </div>
  )
}

function WhereAndWho({ draft, missing, change }: DeskReportFormProps & { missing: Missing }) {
  const { consoleReport, common } = useWords()
  const { contact } = consoleReport
  return (
    <div>
      <WherePart draft={draft} asksPosition={false} onChange={change} />
      <fieldset className="field">
        <legend className="field__label">
          {contact.legend} <small>{common.field.optional}</small>
        </legend>
        <p className="field__hint">{contact.hint}</p>
        <ContactFields draft={draft} missing={missing} own={false} onChange={change} />
        <p className="field__hint">{contact.tell}</p>
      </fieldset>
    </div>
  )
}
