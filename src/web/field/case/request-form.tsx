import { type FormEvent, useState } from 'react'
import type { RequestCase } from '../../../cases/acts.contract.ts'
import { Button } from '../../kit/button.tsx'
import { Choices } from '../../kit/choice.tsx'
import { TextArea, TextField } from '../../kit/field.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { useWords } from '../../preferences.tsx'
import { useCaseAct } from './use-case-act.ts'

type Kind = RequestCase['kind']
const kinds: readonly Kind[] = ['extension', 'pause', 'listing', 'return']

/** Asks the desk above for more time, a pause, a long-term listing, or to take the case back. */
export function RequestForm({ caseId }: { caseId: string }) {
  const { request, requestKinds } = useWords().field.case
  const [kind, setKind] = useState<Kind | null>(null)
  const [days, setDays] = useState('')
  const [reviewOn, setReviewOn] = useState('')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const send = useCaseAct(caseId, 'request', request.done, () => setKind(null))
  const asksDays = kind === 'extension' || kind === 'pause'
  const wrong = {
    kind: kind === null,
    days: asksDays && !(Number.isInteger(Number(days)) && Number(days) >= 1 && Number(days) <= 60),
    reviewOn: kind === 'listing' && reviewOn === '',
    reason: reason.trim().length < 2,
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (Object.values(wrong).some(Boolean)) return
    send.mutate({
      kind,
      reason: reason.trim(),
      ...(asksDays && { days: Number(days) }),
      ...(kind === 'listing' && { reviewOn }),
    })
  }
  return (
    <details className="card">
      <summary className="summary">{request.open}</summary>
      <form onSubmit={submit} noValidate>
        <Choices<Kind>
          label={request.kind}
          value={kind}
          onChoose={setKind}
          {...(tried && wrong.kind ? { error: request.kindMissing } : {})}
          options={kinds.map((value) => ({
            value,
            label: requestKinds[value],
            hint: request.kindHints[value],
          }))}
        />
        {asksDays && (
          <TextField
            label={request.days}
            inputMode="numeric"
            maxLength={2}
            error={tried && wrong.days ? request.daysWrong : undefined}
            value={days}
            onChange={(event) => setDays(event.target.value)}
          />
        )}
        {kind === 'listing' && (
          <TextField
            label={request.reviewOn}
            type="date"
            error={tried && wrong.reviewOn ? request.reviewOnMissing : undefined}
            value={reviewOn}
            onChange={(event) => setReviewOn(event.target.value)}
          />
        )}
        <TextArea
          label={request.reason}
          hint={request.reasonHint}
          most={1000}
          error={tried && wrong.reason ? request.reasonMissing : undefined}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <FormError error={send.error} />
        <Button type="submit" wide busy={send.isPending}>
          {request.send}
        </Button>
      </form>
    </details>
  )
}
