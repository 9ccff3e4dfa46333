import { Link } from '@tanstack/react-router'
import type { DeskPage } from '../../../cases/story.contract.ts'
import { useRead, withQuery } from '../../api/use-read.ts'
import { Card } from '../../kit/card.tsx'
import { ClockLight } from '../../kit/clock-bar.tsx'
import { Shown } from '../../kit/shown.tsx'
import { usePreferences } from '../../preferences.tsx'
import { nameIn, placeIn } from '../../shared/names.ts'

/** So many stand open to see; the others are folded away. */
const FIRST = 3

/** What is not done yet in one grid, due first on top. */
export function OpenCases({ gridId }: { gridId: string }) {
  const { words } = usePreferences()
  const { grid, today } = words.field
  const reading = useRead<DeskPage>(withQuery('/api/desk', { queue: 'open', areaId: gridId }))
  return (
    <Shown reading={reading}>
      {({ rows, next }) =>
        rows.length === 0 ? (
          <Card title={grid.openNone} />
        ) : (
          <Card title={grid.open(today.cases(rows.length, next !== null))}>
            <Rows rows={rows.slice(0, FIRST)} />
            {rows.length > FIRST && (
              <details>
                <summary className="summary">
                  {grid.openMore(today.cases(rows.length - FIRST, next !== null))}
                </summary>
                <Rows rows={rows.slice(FIRST)} />
              </details>
            )}
          </Card>
        )
      }
    </Shown>
  )
}

function Rows({ rows }: Pick<DeskPage, 'rows'>) {
  const { words, language } = usePreferences()
  const { noMatter } = words.field.today
  return (
    <ul className="rows">
      {rows.map((row) => (
        <li key={row.id}>
          <Link className="row" to={`/case/${row.id}`}>
            <span className="row__head">
              <span className="row__title">{row.matter ? nameIn(language, row.matter) : noMatter}</span>
              <ClockLight account={row.account} />
            </span>
            <small>{words.common.facts(placeIn(language, row.place), words.cases.stages[row.stage])}</small>
          </Link>
        </li>
      ))}
    </ul>
  )
}
