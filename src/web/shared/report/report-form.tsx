import './report.css'
import { type FormEvent, Fragment, type ReactNode, useRef, useState } from 'react'
import type { Receipt } from '../../../cases/contract.ts'
import { Button } from '../../kit/button.tsx'
import { TextArea } from '../../kit/field.tsx'
import { goToProblem } from '../../kit/focus.ts'
import { FormError } from '../../kit/form-error.tsx'
import { PhotoPicker } from '../../kit/photo-picker.tsx'
import { Stepwise } from '../../kit/stepwise.tsx'
import { useLargeType, useWords } from '../../preferences.tsx'
import { useKeptPhotos } from '../kept-photos.ts'
import { VoiceLater } from '../voice/voice-later.tsx'
import { ChannelStep } from './channel-step.tsx'
import { ContactPart } from './contact-part.tsx'
import { DraftFoot } from './draft-foot.tsx'
import { EmergencyNotice } from './emergency-notice.tsx'
import { EmergencyStep } from './emergency-step.tsx'
import { type Missing, MOST_WORDS, missingIn, type ReportDraft } from './report-draft.ts'
import { type Later, type Photos, useSendReport } from './use-send-report.ts'
import { WherePart } from './where-part.tsx'

/** The last of the form's parts, counted from 0. */
const LAST_PART = 2

/** A further part of the form, as grid workers have them. */
export interface FurtherPart {
  readonly draft: ReportDraft
  readonly missing: Missing
  readonly photos: Photos
  change(change: Partial<ReportDraft>): void
  setPhotos(photos: Photos): void
}

export interface ReportFormProps {
  readonly draft: ReportDraft
  /** The name under which the phone keeps the draft's photographs. */
  readonly keptAs: string
  readonly title: string
  /** Residents are asked for a contact and told of their data; a worker who reports an own find is not. */
  readonly asksContact: boolean
  readonly contactOpen?: boolean
  change(change: Partial<ReportDraft>): void
  forget(): void
  onReceipt(receipt: Receipt): void
  /** Keeps a report that met no signal, and answers whether it does; where left out, it stays in the form. */
  later?(report: Later): Promise<boolean>
  further?(part: FurtherPart): ReactNode
  /** Another way to report, said below the form while it is being written. */
  readonly otherWay?: ReactNode
}

/** The one form by which a problem is reported: words, photographs, where; then the doors; then it is sent. */
export function ReportForm(props: ReportFormProps) {
  const { draft, keptAs, forget, onReceipt, later } = props
  const [found, keepFound] = useKeptPhotos(`${keptAs}.found`)
  const [solved, keepSolved] = useKeptPhotos(`${keptAs}.solved`)
  const photos = { found, solved }
  const setPhotos = (next: Photos) => {
    if (next.found !== found) keepFound(next.found)
    if (next.solved !== solved) keepSolved(next.solved)
  }
  const done = () => {
    forget()
    setPhotos({ found: [], solved: [] })
  }
  const sending = useSendReport(
    (receipt) => {
      done()
      onReceipt(receipt)
    },
    async (report) => {
      const isKept = (await later?.(report)) ?? false
      if (isKept) done()
      return isKept
    },
  )
  const { step, busy, error } = sending
  if (step.kind === 'emergency')
    return (
      <EmergencyStep
        lines={step.lines}
        draft={draft}
        busy={busy}
        error={error}
        onSend={() => sending.sendNoEmergency(draft, photos)}
        onBack={sending.write}
      />
    )
  if (step.kind === 'channel')
    return (
      <ChannelStep
        door={step.door}
        busy={busy}
        error={error}
        onSend={() => sending.sendHereAnyway(draft, photos)}
        onBack={sending.write}
      />
    )
  return (
    <>
      <Writing
        {...props}
        photos={photos}
        setPhotos={setPhotos}
        busy={busy}
        error={error}
        onSend={() => sending.send(draft, photos)}
      />
      {props.otherWay}
    </>
  )
}

interface WritingProps extends ReportFormProps {
  readonly photos: Photos
  readonly busy: boolean
  readonly error: unknown
  setPhotos(photos: Photos): void
  onSend(): void
}

function Writing(props: WritingProps) {
  const { draft, change, forget, title, asksContact, contactOpen } = props
  const { photos, setPhotos, busy, error, onSend, further } = props
  const { report } = useWords()
  const isStepwise = useLargeType()
  const form = useRef<HTMLFormElement>(null)
  const [tried, setTried] = useState(false)
  const [at, setAt] = useState(0)
  const missing = tried ? missingIn(draft) : {}
  const goOn = () => {
    setTried(false)
    setAt(at + 1)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const wrong = missingIn(draft)
    // Words are asked for in the first part, all else that can be wrong in the last.
    if (isStepwise && at < LAST_PART && !wrong.words) return goOn()
    if (Object.keys(wrong).length === 0) return onSend()
    goToProblem(form.current)
  }
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <h1>{title}</h1>
      <Stepwise
        at={at}
        onGo={setAt}
        parts={[
          <WhatPart key="what" {...props} missing={missing} />,
          <WherePart key="where" draft={draft} onChange={change} />,
          <Fragment key="further">
            {further?.({ draft, missing, photos, change, setPhotos })}
            {asksContact && (
              <>
                <ContactPart draft={draft} missing={missing} open={contactOpen ?? false} onChange={change} />
                <PrivacyNotice />
              </>
            )}
          </Fragment>,
        ]}
        end={
          <>
            <FormError error={error} offline={report.offlineKept} />
            <Button type="submit" wide big busy={busy}>
              {report.send}
            </Button>
          </>
        }
      />
      {(draft.words.trim() !== '' || photos.found.length > 0) && (
        <DraftFoot
          kept={report.draft}
          onClear={() => {
            forget()
            setPhotos({ found: [], solved: [] })
          }}
        />
      )}
    </form>
  )
}

/** What happened: words, said or written, and photographs. */
function WhatPart({ draft, change, photos, setPhotos, missing }: WritingProps & { missing: Missing }) {
  const { report } = useWords()
  return (
    <>
      <EmergencyNotice />
      <TextArea
        label={report.words.label}
        hint={report.words.hint}
        placeholder={report.words.placeholder}
        most={MOST_WORDS}
        error={missing.words && draft.words.length <= MOST_WORDS ? report.words.missing : undefined}
        value={draft.words}
        onChange={(event) => change({ words: event.target.value })}
      />
      <VoiceLater label={report.words.label} value={draft.words} onChange={(words) => change({ words })} />
      <PhotoPicker
        label={report.photos}
        most={9}
        photos={photos.found}
        onChange={(found) => setPhotos({ ...photos, found })}
      />
    </>
  )
}

function PrivacyNotice() {
  const { privacy } = useWords().report
  return (
    <>
      <details className="report__more">
        <summary>{privacy.title}</summary>
        <ul>
          {privacy.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </details>
      <p className="field__hint">{privacy.short}</p>
    </>
  )
}
