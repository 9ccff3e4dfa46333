import './emergency.css'
import { Link } from '@tanstack/react-router'
import type { EmergencyRow } from '../../../cases/emergency/contract.ts'
import { nowMs } from '../../clock.ts'
import { Facts } from '../../kit/facts.tsx'
import { sayMoment } from '../../words/time.ts'
import { useReading } from '../words.ts'

/** Emergencies and drills as a list, the newest first. */
export function ModeList({ rows }: { rows: readonly EmergencyRow[] }) {
  return (
    <ul className="modes">
      {rows.map((row) => (
        <li key={row.id}>
          <h3>
            <Link to="/emergency/$id" params={{ id: row.id }}>
              <ModeName mode={row} />
            </Link>
          </h3>
          <ModeState mode={row} />
        </li>
      ))}
    </ul>
  )
}

/** What is on where, with the word that it is a drill before all. */
export function ModeName({ mode }: { mode: Pick<EmergencyRow, 'name' | 'area' | 'drill'> }) {
  const { words, language } = useReading()
  return (
    <>
      {mode.drill && <strong className="drill-mark">{words.consoleEmergency.drill}</strong>}
      {words.common.facts(mode.name[language], mode.area[language])}
    </>
  )
}

/** How grave, since and until when, and who knows. */
export function ModeState({ mode }: { mode: EmergencyRow }) {
  const { words } = useReading()
  const said = words.consoleEmergency
  return (
    <p className="modes__state">
      <Facts>
        {said.levels[mode.level]}
        {said.from(sayMoment(words, mode.fromAt, nowMs()))}
        {mode.endedAt === null &&
          mode.untilAt !== null &&
          said.until(sayMoment(words, mode.untilAt, nowMs()))}
        {mode.endedAt !== null && said.endedAt(sayMoment(words, mode.endedAt, nowMs()))}
        {mode.endedWhy !== null && mode.endedWhy !== 'by_hand' && said.ended[mode.endedWhy]}
        {said.seen(mode.acknowledged, mode.told)}
      </Facts>
    </p>
  )
}
