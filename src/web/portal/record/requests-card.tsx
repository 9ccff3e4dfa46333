import { tongueOf } from '../../../kernel/tongue.ts'
import type { RightRequest } from '../../../people/rights/contract.ts'
import { nowMs } from '../../clock.ts'
import { Card } from '../../kit/card.tsx'
import { Light } from '../../kit/light.tsx'
import { usePreferences } from '../../preferences.tsx'
import { localDay, momentFacts, sayDate } from '../../words/time.ts'
import { useRecordWords } from './record-words.tsx'
import { TakeBackRequest } from './take-back-request.tsx'

/** Of each kind one may wait; what was answered before those is history. */
const shownFirst = 3

/** What one asked about one's own information, how far it is, and the answers. */
export function RequestsCard({ requests }: { requests: readonly RightRequest[] }) {
  const { requests: said } = useRecordWords()
  const earlier = requests.slice(shownFirst)
  return (
    <Card title={said.title}>
      <Rows requests={requests.slice(0, shownFirst)} />
      {earlier.length > 0 && (
        <details>
          <summary className="summary">{said.earlier(earlier.length)}</summary>
          <Rows requests={earlier} />
        </details>
      )}
    </Card>
  )
}

function Rows({ requests }: { requests: readonly RightRequest[] }) {
  return (
    <ul className="rows">
      {requests.map((request) => (
        <RequestRow key={request.id} request={request} />
      ))}
    </ul>
  )
}

function RequestRow({ request }: { request: RightRequest }) {
  const { words } = usePreferences()
  const { requests: said, rights } = useRecordWords()
  const { kind, stage, words: wrote, ground, answer, askedAt, dueOn } = request
  const now = nowMs()
  const late = stage === 'asked' && localDay(now) > dueOn
  const dayOf = (at: string): string => words.time.day(momentFacts(at, now))
  return (
    <li className="record__row">
      <span className="row__head">
        <span className="row__title">{rights.kinds[kind]}</span>
        <Light light={late ? 'red' : stage === 'granted' ? 'green' : 'none'}>{rights.stages[stage]}</Light>
      </span>
      <small>
        {words.common.facts(
          said.asked(dayOf(askedAt)),
          stage === 'asked' && said.by(sayDate(words, dueOn)),
          request.answeredAt !== null && said.answered(dayOf(request.answeredAt)),
          request.takenBackAt !== null && said.takenBack(dayOf(request.takenBackAt)),
        )}
      </small>
      {late && <p>{said.late}</p>}
      {wrote !== null && <p {...tongueOf(wrote)}>{said.wrote(wrote)}</p>}
      {ground !== null && <p>{said.ground(rights.grounds[ground])}</p>}
      {answer !== null && (
        <p className="answer" {...tongueOf(answer)}>
          {answer}
        </p>
      )}
      {stage === 'refused' && <small>{said.appeal}</small>}
      {stage === 'asked' && <TakeBackRequest request={request} />}
    </li>
  )
}
