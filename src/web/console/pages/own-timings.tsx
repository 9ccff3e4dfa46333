import '../books.css'
import '../assessment/assessment.css'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Groups, OwnTimings } from '../../../evaluation/timings.contract.ts'
import { useRead, withQuery } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { Empty } from '../../kit/states.tsx'
import { useNameOf } from '../../shared/names.ts'
import { fullDuration, sayMoment } from '../../words/time.ts'
import { MonthSelect, thisMonth } from '../assessment/month-head.tsx'
import { ToAssessment } from '../assessment/to-assessment.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useWords } from '../words.ts'

/** In hours and minutes: how long a working day was, is another matter. */
const inHours = { minutesPerDay: Number.MAX_SAFE_INTEGER }

/** How long the reader's own acts took, seen by nobody else; and of groups that are large enough. */
export default function OwnTimingsPage() {
  const words = useWords()
  const { own: said } = words.consoleAssessment
  const seesGroups = mayDo(useSignedIn(), 'assessment.see')
  const [month, setMonth] = useState(thisMonth)
  const reading = useRead<OwnTimings>(withQuery('/api/assessment/own', { month }))
  useTitle(said.title)
  return (
    <div className="book">
      {seesGroups && <ToAssessment />}
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      <MonthSelect month={month} onChoose={setMonth} />
      <Shown reading={reading}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty what={said.none} next={said.noneNext} />
          ) : (
            <ul className="assessed">
              {rows.map(({ caseId, number, act, minutes, counted, at }) => (
                <li key={`${caseId}${act}${at}`}>
                  <p>
                    {words.common.facts(
                      said.took(
                        said.acts[act],
                        words.time.duration(fullDuration(minutes, { measure: counted, ...inHours })),
                      ),
                      sayMoment(words, at, nowMs()),
                    )}
                  </p>
                  {number === null ? (
                    <small>{said.hidden}</small>
                  ) : (
                    <Link to="/cases/$id" params={{ id: caseId }}>
                      {number}
                    </Link>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
      {seesGroups && <GroupList month={month} />}
    </div>
  )
}

function GroupList({ month }: { month: string }) {
  const words = useWords()
  const { own: said } = words.consoleAssessment
  const nameOf = useNameOf()
  const reading = useRead<Groups>(withQuery('/api/assessment/groups', { month }))
  return (
    <section className="panel">
      <h2>{said.groups}</h2>
      <Shown reading={reading}>
        {({ rows, least }) =>
          rows.length === 0 ? (
            <p>{said.groupsNone(least)}</p>
          ) : (
            <dl className="levels">
              {rows.map(({ unit, act, counted, workers, acts, averageMinutes }) => (
                <div key={`${unit.id}${act}${counted}`}>
                  <dt>{said.groupOf(nameOf(unit), said.acts[act])}</dt>
                  <dd>
                    {words.common.facts(
                      said.average(
                        words.time.duration(fullDuration(averageMinutes, { measure: counted, ...inHours })),
                      ),
                      said.size(workers, acts),
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          )
        }
      </Shown>
    </section>
  )
}
