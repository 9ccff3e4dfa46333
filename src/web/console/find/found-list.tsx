import '../desk/queue.css'
import { Link } from '@tanstack/react-router'
import type { CaseRow } from '../../../cases/story.contract.ts'
import { nowMs } from '../../clock.ts'
import { ClockLight } from '../../kit/clock-bar.tsx'
import { nameIn, placeIn } from '../../shared/names.ts'
import { sayMoment } from '../../words/time.ts'
import { headOf, marksOf } from '../desk/row-words.ts'
import { useReading } from '../words.ts'
import { piecesOf } from './marked.ts'

/** The cases that were found, newest first, with what was looked for marked in them. */
export function FoundList({ rows, asked }: { rows: readonly CaseRow[]; asked: readonly string[] }) {
  const { words, language } = useReading()
  const { facts } = words.common
  const now = nowMs()
  return (
    <ul className="queue-list" aria-label={words.consoleFind.found}>
      {rows.map((row) => (
        <li key={row.id} data-row className="queue-list__row">
          <div className="queue-list__head">
            <Link to="/cases/$id" params={{ id: row.id }} data-case={row.id}>
              <Marked text={headOf(words, language, row)} asked={asked} />
            </Link>
          </div>
          {row.matter !== null && row.summary !== null && (
            <p>
              <Marked text={row.summary} asked={asked} />
            </p>
          )}
          <p className="queue-list__where">
            <Marked
              text={facts(
                placeIn(language, row.place),
                row.unit !== null && nameIn(language, row.unit),
                sayMoment(words, row.acceptedAt, now),
                row.number,
              )}
              asked={asked}
            />
          </p>
          <p className="queue-list__state">
            <ClockLight account={row.account} />
            <small>{facts(words.cases.stages[row.stage], ...marksOf(words, language, row))}</small>
          </p>
        </li>
      ))}
    </ul>
  )
}

function Marked({ text, asked }: { text: string; asked: readonly string[] }) {
  return piecesOf(text, asked).map((piece) =>
    piece.isHit ? <mark key={piece.at}>{piece.text}</mark> : <span key={piece.at}>{piece.text}</span>,
  )
}
