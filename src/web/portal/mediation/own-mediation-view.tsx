import type { OwnMediation } from '../../../cases/mediation/page.contract.ts'
import { nowMs } from '../../clock.ts'
import { Card } from '../../kit/card.tsx'
import { usePreferences } from '../../preferences.tsx'
import { placeIn } from '../../shared/names.ts'
import { localDay, sayDay, sayMoment } from '../../words/time.ts'
import { ConsentPart, LeavePart, OtherPart, SayPart } from './own-acts.tsx'
import { useMediationWords } from './use-own.ts'

/** One mediation as a party sees it: how far, when and where, what was agreed, and what it may do. */
export function OwnMediationView({ found, receipt }: { found: OwnMediation; receipt: string | undefined }) {
  const { words, language } = usePreferences()
  const said = useMediationWords()
  const now = nowMs()
  const way = { id: found.id, receipt }
  const isOpen = found.can.length > 0 && found.stage !== 'in_force'
  return (
    <>
      <Card title={said.stages[found.stage]}>
        <p>
          {words.common.facts(
            placeIn(language, found.place),
            isOpen && said.usuallyBy(sayDay(words, found.usuallyBy, now)),
          )}
        </p>
        {found.outcome !== null && <p>{said.outcomes[found.outcome]}</p>}
        {found.kept !== null && <p>{said.kept[found.kept]}</p>}
        {(found.stage === 'ended' || found.stage === 'withdrawn') && <p>{said.waysLater}</p>}
        {isOpen && <p>{words.common.labelled(said.mediator, found.mediator ?? said.noMediator)}</p>}
        {found.own.wantsOther && <p>{said.other.asked}</p>}
        {found.can.includes('consent') && <ConsentPart {...way} />}
      </Card>
      {found.sessions.length > 0 && (
        <Card title={said.sessions}>
          <ul className="rows">
            {found.sessions.map((session) => (
              <li key={session.id}>
                <p>
                  {words.common.facts(
                    sayMoment(words, session.at, now),
                    session.place ?? said.erased,
                    said.sessionStates[session.stage],
                  )}
                </p>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {found.agreement !== null && <Agreement found={found} agreement={found.agreement} />}
      {found.can.includes('say') && <SayPart {...way} found={found} />}
      {found.can.includes('ask_other') && <OtherPart {...way} />}
      {found.can.includes('leave') && <LeavePart {...way} />}
    </>
  )
}

function Agreement({
  found,
  agreement,
}: {
  found: OwnMediation
  agreement: NonNullable<OwnMediation['agreement']>
}) {
  const { words } = usePreferences()
  const said = useMediationWords()
  const now = nowMs()
  return (
    <Card title={said.agreement}>
      {agreement.form === 'oral' && <p>{said.oral}</p>}
      <p className="said">{words.common.labelled(said.facts, agreement.facts ?? said.erased)}</p>
      <p className="said">{words.common.labelled(said.terms, agreement.terms ?? said.erased)}</p>
      <ul className="rows">
        {agreement.duties.map((duty) => {
          const say = duty.own ? said.mineDuty : said.otherDuty
          return <li key={duty.id}>{say(duty.words ?? said.erased, sayDay(words, duty.dueOn, now))}</li>
        })}
      </ul>
      {found.inForceOn !== null && <p>{said.inForce(sayDay(words, found.inForceOn, now))}</p>}
      {found.confirmedOn !== null && <p>{said.confirmed(sayDay(words, found.confirmedOn, now))}</p>}
      {found.confirmUntil !== null && found.confirmedOn === null && localDay(now) <= found.confirmUntil && (
        <p>{said.confirm(sayDay(words, found.confirmUntil, now))}</p>
      )}
      {found.inForceOn !== null && <p>{said.court}</p>}
    </Card>
  )
}
