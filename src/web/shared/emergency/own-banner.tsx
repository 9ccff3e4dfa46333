import './banner.css'
import type { Acknowledged, OwnEmergencies, OwnEmergency } from '../../../cases/emergency/contract.ts'
import { useAct, useRead } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { Facts } from '../../kit/facts.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { usePreferences } from '../../preferences.tsx'
import { emergencyWords } from '../../words/emergency.ts'
import { sayMoment } from '../../words/time.ts'

const staleMs = 30_000
const minuteMs = 60_000

/** What whoever works there is told while an emergency or a drill is on, and the button that says that they know. */
export default function OwnBanner() {
  const { data } = useRead<OwnEmergencies>('/api/emergencies/mine', { staleMs })
  return (
    <>
      {data?.rows.map((one) => (
        <OneOwn key={one.id} one={one} />
      ))}
    </>
  )
}

function OneOwn({ one }: { one: OwnEmergency }) {
  const { language, words } = usePreferences()
  const said = emergencyWords[language]
  return (
    <aside
      className={one.drill ? 'mode-banner mode-banner--drill no-print' : 'mode-banner no-print'}
      aria-label={said.label}
    >
      <h2>
        {one.drill && <span className="mode-banner__drill">{said.drill}</span>}
        {words.common.facts(one.name[language], one.area[language])}
      </h2>
      <p>
        <small>
          <Facts>
            {said.levels[one.level]}
            {said.since(sayMoment(words, one.fromAt, nowMs()))}
            {!one.drill && said.first}
          </Facts>
        </small>
      </p>
      {one.words !== null && <p>{one.words}</p>}
      {one.mine !== null && <Confirm id={one.id} mine={one.mine} />}
    </aside>
  )
}

/** How long somebody took is theirs to read, and nobody else's. */
function Confirm({ id, mine }: { id: string; mine: NonNullable<OwnEmergency['mine']> }) {
  const said = emergencyWords[usePreferences().language]
  const act = useAct<Acknowledged>(`/api/emergencies/${id}/acknowledge`)
  if (mine.acknowledgedAt !== null) {
    const minutes = Math.floor((Date.parse(mine.acknowledgedAt) - Date.parse(mine.toldAt)) / minuteMs)
    return <p className="mode-banner__done">{said.confirmed(minutes)}</p>
  }
  return (
    <>
      <FormError error={act.error} />
      <Button busy={act.isPending} onClick={() => act.mutate({})}>
        {said.confirm}
      </Button>
    </>
  )
}
