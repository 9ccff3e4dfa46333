import '../assessment/assessment.css'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { CallResults, ClosedOfUnit } from '../../../cases/closing/closing.contract.ts'
import type { CallBackWay } from '../../../cases/closing/kinds.contract.ts'
import { useRead, withQuery } from '../../api/use-read.ts'
import { Shown } from '../../kit/shown.tsx'
import { Empty } from '../../kit/states.tsx'
import { useNameOf } from '../../shared/names.ts'
import { MonthSelect, thisMonth } from '../assessment/month-head.tsx'
import { shareOf } from '../assessment/months.ts'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useWords } from '../words.ts'

/** What reporters said who were asked about a month's closings, unit by unit. */
export function ResultList() {
  const { results: said } = useWords().consoleClosings
  const { month = thisMonth() } = useSearch({ strict: false }) as { month?: string }
  const navigate = useNavigate()
  const reading = useRead<CallResults>(withQuery('/api/call-backs/results', { month }))
  return (
    <>
      <MonthSelect
        month={month}
        onChoose={(next) =>
          void navigate({ to: '/closings', search: { view: 'results', month: next }, replace: true })
        }
      />
      <Shown reading={reading} long>
        {({ rows, least }) => {
          const few = rows.filter((row) => row.said === null)
          return (
            <>
              <p className="field__hint">{said.lead(least)}</p>
              {rows.length === 0 && <Empty what={said.none} next={said.noneNext} />}
              <ul className="assessed">
                {rows.map(
                  (row) => row.said && <Result key={row.unit.id} row={row} said={row.said} month={month} />,
                )}
              </ul>
              {few.length > 0 && <TooFew rows={few} isAll={few.length === rows.length} />}
            </>
          )
        }}
      </Shown>
    </>
  )
}

interface ResultProps {
  readonly row: ClosedOfUnit
  readonly said: NonNullable<ClosedOfUnit['said']>
  readonly month: string
}

function Result({ row: { unit, closed, called, reached }, said: { ways, ...said }, month }: ResultProps) {
  const { consoleClosings, consoleAssessment, common } = useWords()
  const { results: words, call } = consoleClosings
  const name = useNameOf()(unit)
  const opens = mayDo(useSignedIn(), 'assessment.see')
  const share = (count: number) =>
    common.facts(consoleAssessment.percent(shareOf(count, reached)), consoleAssessment.parts(count, reached))
  return (
    <li>
      <h2>
        {opens ? (
          <Link to="/assessment/units/$id" params={{ id: unit.id }} search={{ month, measure: 'solved' }}>
            {name}
          </Link>
        ) : (
          name
        )}
      </h2>
      <p>
        {common.facts(
          words.closed(closed),
          words.called(called),
          words.reached(reached),
          ...(Object.keys(call.ways) as CallBackWay[]).map(
            (way) => (ways[way] ?? 0) > 0 && words.way(call.ways[way], ways[way] ?? 0),
          ),
        )}
      </p>
      <dl className="assessed__measures">
        {(['solved', 'satisfied', 'reopened'] as const).map((one) => (
          <div key={one}>
            <dt>{words.said[one]}</dt>
            <dd>{share(said[one])}</dd>
          </div>
        ))}
      </dl>
    </li>
  )
}

/** Units of which nothing is said, by name alone. */
function TooFew({ rows, isAll }: { rows: readonly ClosedOfUnit[]; isAll: boolean }) {
  const { results: words } = useWords().consoleClosings
  const nameOf = useNameOf()
  return (
    <details open={isAll}>
      <summary className="summary">{words.few(rows.length)}</summary>
      <ul className="assessed__fews">
        {rows.map(({ unit }) => (
          <li key={unit.id}>{nameOf(unit)}</li>
        ))}
      </ul>
    </details>
  )
}
