import './station.css'
import { Link } from '@tanstack/react-router'
import type { Action } from '../../../cases/station/action.contract.ts'
import { nowMs } from '../../clock.ts'
import { useTitle } from '../../kit/shell.tsx'
import { nameIn, placeIn } from '../../shared/names.ts'
import { sayMoment } from '../../words/time.ts'
import { FactList } from '../fact-list.tsx'
import { EraseWords } from '../whistles/erase-words.tsx'
import { useReading } from '../words.ts'
import { AddTaskForm, CallOffForm, EndPart } from './lead-forms.tsx'
import { TaskItem } from './task-item.tsx'

/** One joint action: its plan, the tasks in sight with their answers, and its one result. */
export function ActionView({ action }: { action: Action }) {
  const { words, language } = useReading()
  const { view: said, one, back, phases } = words.consoleStation
  useTitle(one)
  const { can, leadUnit, place, station, whistleId } = action
  const texts = [action.plan, place, action.said, ...action.tasks.flatMap((task) => [task.words, task.note])]
  return (
    <article className="book">
      <p className="no-print">
        <Link to="/station" className="text-button">
          {back}
        </Link>
      </p>
      <h1>{words.common.facts(one, placeIn(language, action.area))}</h1>
      <p>
        <strong>{phases[action.phase]}</strong>{' '}
        <button type="button" className="text-button no-print" onClick={() => window.print()}>
          {said.print}
        </button>
      </p>
      <section className="panel" aria-label={said.plan}>
        <h2>{said.plan}</h2>
        <p className="case__words">{action.plan.body ?? said.hidden}</p>
        <FactList
          className="station__facts"
          pairs={[
            [said.starts, sayMoment(words, action.startsAt, nowMs())],
            [said.place, place === null ? null : (place.body ?? said.hidden)],
            [said.station, station === null ? null : nameIn(language, station)],
            [said.leadUnit, leadUnit === null ? null : nameIn(language, leadUnit)],
            [
              said.whistle,
              whistleId === null ? null : (
                <Link key="whistle" to="/whistles/$id" params={{ id: whistleId }}>
                  {said.toWhistle}
                </Link>
              ),
            ],
            [
              action.phase === 'called_off' ? said.reason : said.result,
              action.said === null ? null : (action.said.body ?? said.hidden),
            ],
          ]}
        />
      </section>
      <section aria-label={said.tasks}>
        <h2>{action.whole ? said.tasks : said.ownTasks}</h2>
        <ul className="whistle__calls">
          {action.tasks.map((task) => (
            <TaskItem key={task.id} actionId={action.id} task={task} />
          ))}
        </ul>
        {can.includes('add') && <AddTaskForm action={action} />}
      </section>
      {can.includes('end') && <EndPart action={action} />}
      {can.includes('call_off') && <CallOffForm id={action.id} />}
      {can.includes('erase') && (
        <EraseWords
          path={`/api/joint-actions/${action.id}/erase-texts`}
          texts={texts.filter((text) => text !== null)}
        />
      )}
    </article>
  )
}
