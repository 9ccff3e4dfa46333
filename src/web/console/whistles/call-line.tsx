import type { Whistle, WhistleCall } from '../../../cases/whistle/contract.ts'
import { nowMs } from '../../clock.ts'
import { ClockBar } from '../../kit/clock-bar.tsx'
import { Light } from '../../kit/light.tsx'
import { useNameOf } from '../../shared/names.ts'
import { useWords } from '../words.ts'
import { CallActs } from './call-acts.tsx'
import { lightOf, sayCall } from './light-of.ts'
import { reasonOf, saidOfCall } from './said-of-call.ts'

/** One unit in one whistle: its light, its clock, what it did and when, and what the reader may do about it. */
export function CallLine({ whistle, call }: { whistle: Whistle; call: WhistleCall }) {
  const words = useWords()
  const said = words.consoleWhistles
  const name = useNameOf()(call.unit)
  const reason = reasonOf(whistle, call)
  const { rating } = call
  return (
    <>
      <div className="whistle__call-head">
        <h3>
          {name} <small>{said.how[call.how]}</small>
        </h3>
        <Light light={lightOf(call)}>{sayCall(words, call)}</Light>
      </div>
      {call.account !== null && <ClockBar account={call.account} />}
      <ul className="whistle__duties">
        {saidOfCall(words, whistle, call, nowMs()).map(({ key, what, isBroken, isOpen }) => (
          <li key={key} {...(isOpen ? { className: 'whistle__to-come' } : {})}>
            {isBroken ? <strong>{what}</strong> : what}
          </li>
        ))}
      </ul>
      {reason !== null && <p>{words.story.texts.quoted(reason)}</p>}
      {rating !== null && <p>{said.call.rated(rating.promptness, rating.result, rating.attitude)}</p>}
      <CallActs whistleId={whistle.id} call={call} name={name} />
    </>
  )
}
