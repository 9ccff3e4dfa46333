import '../whistles/whistles.css'
import { Link } from '@tanstack/react-router'
import type { ActionRow } from '../../../cases/station/action.contract.ts'
import { nowMs } from '../../clock.ts'
import { Light } from '../../kit/light.tsx'
import { nameIn, placeIn } from '../../shared/names.ts'
import { sayMoment } from '../../words/time.ts'
import { useReading } from '../words.ts'
import { lightOfTask, sayTask } from './say-task.ts'

/** Joint actions as a list: what, where and when, and how far each unit is. */
export function ActionList({ rows }: { rows: readonly ActionRow[] }) {
  const { words, language } = useReading()
  const said = words.consoleStation
  return (
    <ul className="whistles">
      {rows.map((row) => (
        <li key={row.id}>
          <h3>
            <Link to="/actions/$id" params={{ id: row.id }}>
              {words.common.facts(placeIn(language, row.area), sayMoment(words, row.startsAt, nowMs()))}
            </Link>
          </h3>
          <p className="whistles__words">{row.plan.body ?? said.actions.erased}</p>
          <ul className="whistles__units" aria-label={said.actions.tasksOf}>
            {row.tasks.map((task) => (
              <li key={task.id}>
                {nameIn(language, task.unit)} <Light light={lightOfTask(task)}>{sayTask(words, task)}</Light>
              </li>
            ))}
          </ul>
          <small>
            {words.common.facts(
              said.phases[row.phase],
              row.station !== null && nameIn(language, row.station),
            )}
          </small>
        </li>
      ))}
    </ul>
  )
}
