import { type FormEvent, useState } from 'react'
import type { RequestCase } from '../../../cases/acts.contract.ts'
import type { OwnRoom } from '../../../cases/story.contract.ts'
import { useDraft } from '../../api/draft.ts'
import { Button } from '../../kit/button.tsx'
import { Choices } from '../../kit/choice.tsx'
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx'
import { TextArea, TextField } from '../../kit/field.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { usePreferences, useWords } from '../../preferences.tsx'
import { daysMost, mayAsk, sayRoom } from '../../shared/asking.ts'
import { askingWords } from '../../words/asking.ts'
import { ActFoot } from './act-foot.tsx'
import { useCaseAct } from './use-case-act.ts'

type Kind = RequestCase['kind']
const kinds: readonly Kind[] = ['extension', 'pause', 'listing', 'return']

interface Written {
  readonly kind: Kind | null
  readonly days: string
  readonly reviewOn: string
  readonly condition: string
  readonly reason: string
}
const nothing: Written = { kind: null, days: '', reviewOn: '', condition: '', reason: '' }

const asksDays = ({ kind }: Written): boolean => kind === 'extension' || kind === 'pause'

/** What must be mended before the request can be sent. */
const wrongIn = (written: Written, room: OwnRoom | null) => ({
  kind: written.kind === null,
  days: asksDays(written) && !areDays(written.days, daysMost(written.kind, room)),
  closed: written.kind !== null && !mayAsk(written.kind, room),
  reviewOn: written.kind === 'listing' && written.reviewOn === '',
  condition: written.kind === 'listing' && written.condition.trim().length < 2,
  reason: written.reason.trim().length < 2,
})

const areDays = (typed: string, most: number): boolean =>
  /^\d{1,3}$/.test(typed.trim()) && Number(typed) >= 1 && Number(typed) <= most

const bodyOf = (written: Written) => ({
  kind: written.kind,
  reason: written.reason.trim(),
  ...(asksDays(written) && { days: Number(written.days) }),
  ...(written.kind === 'listing' && { reviewOn: written.reviewOn, condition: written.condition.trim() }),
})

/** Asks the desk above for more time, a pause, a long-term listing, or to take the case back. */
export function RequestForm({
  caseId,
  room,
  onDone,
}: {
  caseId: string
  room: OwnRoom | null
  onDone(): void
}) {
  const { field, report } = useWords()
  const { request } = field.case
  const [written, change, forget] = useDraft(`request.${caseId}`, nothing)
  const [tried, setTried] = useState(false)
  const [asking, setAsking] = useState(false)
  const send = useCaseAct(caseId, 'request', request.done, {
    onDone: () => {
      forget()
      onDone()
    },
  })
  const go = () => {
    setAsking(false)
    send.mutate(bodyOf(written))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (Object.values(wrongIn(written, room)).some(Boolean)) return
    if (written.kind === 'return') setAsking(true)
    else go()
  }
  return (
    <form onSubmit={submit} noValidate>
      <RequestFields written={written} tried={tried} room={room} onChange={change} />
      <FormError error={send.error} offline={report.offlineKept} />
      <ActFoot caseId={caseId}>
        <Button type="submit" busy={send.isPending}>
          {request.send}
        </Button>
      </ActFoot>
      {asking && (
        <ConfirmDialog
          big
          title={request.askReturn}
          label={request.send}
          onConfirm={go}
          onClose={() => setAsking(false)}
        >
          <p>{request.askReturnNext}</p>
        </ConfirmDialog>
      )}
    </form>
  )
}

interface FieldsProps {
  readonly written: Written
  readonly tried: boolean
  readonly room: OwnRoom | null
  onChange(change: Partial<Written>): void
}

function RequestFields({ written, tried, room, onChange }: FieldsProps) {
  const { words, language } = usePreferences()
  const { request, requestKinds } = words.field.case
  const wrong = wrongIn(written, room)
  const left = sayRoom(words, language, written.kind, room)
  return (
    <>
      <Choices<Kind>
        label={request.kind}
        value={written.kind}
        onChoose={(kind) => onChange({ kind })}
        {...(tried && wrong.kind ? { error: request.kindMissing } : {})}
        options={kinds.map((value) => ({
          value,
          label: requestKinds[value],
          hint: request.kindHints[value],
        }))}
      />
      {left !== null && (
        <p className={wrong.closed ? 'field__error' : 'field__hint'} role="status">
          {left}
        </p>
      )}
      {asksDays(written) && !wrong.closed && (
        <TextField
          label={request.days}
          inputMode="numeric"
          maxLength={3}
          error={tried && wrong.days ? request.daysWrong(daysMost(written.kind, room)) : undefined}
          value={written.days}
          onChange={(event) => onChange({ days: event.target.value })}
        />
      )}
      {written.kind === 'listing' && !wrong.closed && (
        <ListingFields written={written} tried={tried} room={room} onChange={onChange} />
      )}
      <TextArea
        label={request.reason}
        hint={request.reasonHint}
        most={1000}
        error={tried && wrong.reason ? request.reasonMissing : undefined}
        value={written.reason}
        onChange={(event) => onChange({ reason: event.target.value })}
      />
    </>
  )
}

/** What a listing waits for, and when it is looked at again. */
function ListingFields({ written, tried, room, onChange }: FieldsProps) {
  const { words, language } = usePreferences()
  const { request } = words.field.case
  const asking = askingWords[language]
  const wrong = wrongIn(written, room)
  return (
    <>
      <TextArea
        label={asking.condition}
        hint={asking.conditionHint}
        rows={2}
        most={500}
        error={tried && wrong.condition ? asking.conditionNeeded : undefined}
        value={written.condition}
        onChange={(event) => onChange({ condition: event.target.value })}
      />
      <TextField
        label={request.reviewOn}
        type="date"
        max={room?.latestReviewOn}
        error={tried && wrong.reviewOn ? request.reviewOnMissing : undefined}
        value={written.reviewOn}
        onChange={(event) => onChange({ reviewOn: event.target.value })}
      />
    </>
  )
}
