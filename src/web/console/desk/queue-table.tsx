import './queue.css'
import { Link } from '@tanstack/react-router'
import type { CaseRow } from '../../../cases/story.contract.ts'
import { nowMs } from '../../clock.ts'
import { ClockBar, ClockLight } from '../../kit/clock-bar.tsx'
import { nameIn, placeIn } from '../../shared/names.ts'
import { sayMoment } from '../../words/time.ts'
import { useReading } from '../words.ts'
import type { DeskSearch } from './queues.ts'
import { headOf, marksOf } from './row-words.ts'
import type { Selection } from './selection.ts'

export interface RowsProps {
  readonly rows: readonly CaseRow[]
  readonly search: DeskSearch
  readonly label: string
  /** Null where nothing can be done for many. */
  readonly selection: Selection | null
}

/** A queue over the whole width, while no case is open beside it. */
export function QueueTable({ rows, search, label, selection }: RowsProps) {
  const { words, language } = useReading()
  const { columns } = words.console.desk
  const now = nowMs()
  return (
    <table className="queue">
      <caption className="unseen">{label}</caption>
      <thead>
        <tr>
          {selection !== null && (
            <th scope="col" className="queue__check">
              <ChooseAll rows={rows} selection={selection} />
            </th>
          )}
          <th scope="col">{columns.matter}</th>
          <th scope="col">{columns.place}</th>
          <th scope="col">{columns.unit}</th>
          <th scope="col">{columns.clock}</th>
          <th scope="col">{columns.accepted}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-row className={selection?.has(row.id) ? 'queue__row--chosen' : undefined}>
            {selection !== null && (
              <td className="queue__check">
                <ChooseRow row={row} selection={selection} />
              </td>
            )}
            <td className="queue__matter">
              <Link to="/desk" search={{ ...search, case: row.id }} data-case={row.id}>
                {headOf(words, language, row)}
              </Link>
              {row.matter !== null && <p>{row.summary}</p>}
              <p>
                <RowMarks row={row} />
              </p>
            </td>
            <td>{placeIn(language, row.place)}</td>
            <td className="queue__unit">
              {row.unit === null ? words.console.desk.noUnit : nameIn(language, row.unit)}
            </td>
            <td className="queue__clock">
              <ClockLight account={row.account} />
              <ClockBar account={row.account} />
            </td>
            <td className="queue__accepted">
              <time dateTime={row.acceptedAt}>{sayMoment(words, row.acceptedAt, now)}</time>
              <p>{row.number}</p>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A queue beside an open case, and on a phone. */
export function QueueList({ rows, search, label, selection }: RowsProps) {
  const { words, language } = useReading()
  return (
    <ul className="queue-list" aria-label={label}>
      {rows.map((row) => (
        <li
          key={row.id}
          data-row
          className={row.id === search.case ? 'queue-list__row queue-list__row--on' : 'queue-list__row'}
        >
          <div className="queue-list__head">
            {selection !== null && <ChooseRow row={row} selection={selection} />}
            <Link
              to="/desk"
              search={{ ...search, case: row.id }}
              data-case={row.id}
              aria-current={row.id === search.case ? 'true' : undefined}
            >
              {headOf(words, language, row)}
            </Link>
          </div>
          {row.matter !== null && <p>{row.summary}</p>}
          <p className="queue-list__where">
            {words.common.facts(
              placeIn(language, row.place),
              row.unit !== null && nameIn(language, row.unit),
            )}
          </p>
          <p className="queue-list__state">
            <ClockLight account={row.account} />
            <RowMarks row={row} />
          </p>
          <ClockBar account={row.account} />
        </li>
      ))}
    </ul>
  )
}

/** A box of its own: with Shift everything from the last one that was touched. */
function ChooseRow({ row, selection }: { row: CaseRow; selection: Selection }) {
  const { consoleDesk: said } = useReading().words
  return (
    <label className="choose">
      <input
        type="checkbox"
        checked={selection.has(row.id)}
        aria-label={said.choose(row.number)}
        onChange={(event) =>
          selection.toggle(row.id, event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)
        }
      />
    </label>
  )
}

function ChooseAll({ rows, selection }: { rows: readonly CaseRow[]; selection: Selection }) {
  const { consoleDesk: said } = useReading().words
  const all = rows.every(({ id }) => selection.has(id))
  return (
    <label className="choose">
      <input
        type="checkbox"
        checked={all}
        aria-label={said.chooseAll}
        onChange={() => (all ? selection.clear() : selection.choose(rows.map(({ id }) => id)))}
      />
    </label>
  )
}

function RowMarks({ row }: { row: CaseRow }) {
  const { words, language } = useReading()
  return <small>{words.common.facts(words.cases.stages[row.stage], ...marksOf(words, language, row))}</small>
}
