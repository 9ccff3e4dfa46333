import { useState } from 'react'
import type { CareKind } from '../../../people/register/contract.ts'
import type { PersonCard } from '../../../people/register/read.contract.ts'
import { useAct } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Choices } from '../../kit/choice.tsx'
import { TextArea, TextField } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { useSaid } from '../../shared/register/use-said.ts'
import { dayAfter, localDay, sayDate } from '../../words/time.ts'
import { ActForm } from '../case/act-form.tsx'
import { FormProblem } from '../form-problem.tsx'
import { useWords } from '../words.ts'
import { ReviewCare } from './review-care.tsx'
import { useDeskSaid } from './use-desk-said.ts'

type Flag = PersonCard['care'][number]
const kinds: readonly CareKind[] = [
  'living_alone',
  'disability',
  'illness',
  'hardship',
  'child_alone',
  'bereaved',
  'pregnancy',
  'other',
]

/** Care flags of a person: read here and in no list. */
export function CareCard({ card }: { card: PersonCard }) {
  const { desk } = useSaid()
  const consent = card.consents.find(
    ({ purpose, givenBy, withdrawnOn }) =>
      purpose === 'care' && givenBy !== 'relative' && withdrawnOn === null,
  )
  return (
    <section className="panel" aria-label={desk.careTitle}>
      <h2>{desk.careTitle}</h2>
      <p className="book__lead">{desk.careLead}</p>
      {card.care.length === 0 && <p>{desk.noCare}</p>}
      <ul className="register__rows">
        {card.care.map((flag) => (
          <FlagLine key={flag.id} flag={flag} mayUpdate={card.can.update} />
        ))}
      </ul>
      {card.can.update &&
        (consent === undefined ? (
          <p className="book__lead">{desk.careNoConsent}</p>
        ) : (
          <FlagForm personId={card.id} consentId={consent.id} />
        ))}
    </section>
  )
}

function FlagLine({ flag, mayUpdate }: { flag: Flag; mayUpdate: boolean }) {
  const said = useSaid()
  const { desk } = said
  const words = useWords()
  const say = useSay()
  const act = useAct(`/api/register/care/${flag.id}/end`, { onDone: () => say(desk.careEnded) })
  const kind = said.care[flag.kind]
  const { reviewCare } = useDeskSaid()
  const [reviewing, setReviewing] = useState(false)
  return (
    <li>
      {kind}
      <small>{flag.reason}</small>
      <small>
        {words.common.facts(
          said.since(sayDate(words, flag.startsOn)),
          said.until(sayDate(words, flag.endsOn)),
          flag.reviewedOn && reviewCare.reviewedOn(sayDate(words, flag.reviewedOn)),
          flag.over && desk.careOver,
        )}
      </small>
      {mayUpdate && !flag.over && (
        <div className="register__ways">
          <button
            type="button"
            className="text-button"
            aria-expanded={reviewing}
            aria-label={reviewCare.openFor(kind)}
            onClick={() => setReviewing(!reviewing)}
          >
            {reviewCare.open}
          </button>
          <button
            type="button"
            className="text-button"
            aria-label={desk.endCareOf(kind)}
            onClick={() => act.mutate({})}
          >
            {desk.endCare}
          </button>
        </div>
      )}
      {reviewing && <ReviewCare flag={flag} onDone={() => setReviewing(false)} />}
      <FormProblem error={act.error} />
    </li>
  )
}

function FlagForm({ personId, consentId }: { personId: string; consentId: string }) {
  const said = useSaid()
  const { desk } = said
  const say = useSay()
  const today = localDay(nowMs())
  const [kind, setKind] = useState<CareKind | null>(null)
  const [reason, setReason] = useState('')
  const [endsOn, setEndsOn] = useState('')
  const [tried, setTried] = useState(false)
  const act = useAct(`/api/register/people/${personId}/care`, {
    onDone: () => {
      say(desk.careAdded)
      setReason('')
      setTried(false)
    },
  })
  const send = () => {
    setTried(true)
    if (kind !== null && reason.trim() !== '' && endsOn !== '')
      act.mutate({ kind, reason: reason.trim(), consentId, endsOn })
  }
  return (
    <details className="register__form">
      <summary>{desk.addCare}</summary>
      <ActForm label={desk.addCare} busy={act.isPending} error={act.error} onSend={send}>
        <Choices<CareKind>
          label={desk.careKind}
          {...(tried && kind === null ? { error: desk.missing } : {})}
          options={kinds.map((value) => ({ value, label: said.care[value] }))}
          value={kind}
          onChoose={setKind}
        />
        <TextArea
          label={desk.careReason}
          most={300}
          rows={2}
          error={tried && reason.trim() === '' ? desk.careReasonMissing : undefined}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <TextField
          label={desk.careEnds}
          type="date"
          min={dayAfter(today)}
          max={dayAfter(today, 365)}
          error={tried && endsOn === '' ? desk.careEndsMissing : undefined}
          value={endsOn}
          onChange={(event) => setEndsOn(event.target.value)}
        />
      </ActForm>
    </details>
  )
}
