import type { ImportTrial, TriedRow } from '../../../cases/import/contract.ts'
import { nowMs } from '../../clock.ts'
import { sayMoment } from '../../words/time.ts'
import { Wide } from '../wide.tsx'
import { useWords } from '../words.ts'
import { FaultTable } from './fault-table.tsx'

type Outcome = NonNullable<ImportTrial['outcome']>
const counted = ['total', 'added', 'known', 'answered', 'refused', 'blank'] as const

/** What an import would do: counts, the first rows as they would be read, and the rows that would come back. */
export function TrialOutcome({ outcome }: { outcome: Outcome }) {
  const { outcome: said } = useWords().consoleImports
  return (
    <section>
      <h2>{said.title}</h2>
      <p role="status">{said.nothingYet}</p>
      <dl className="figures">
        {counted.map((count) => (
          <div key={count}>
            <dt>{said.counts[count]}</dt>
            <dd>{said.rows(outcome[count])}</dd>
          </div>
        ))}
      </dl>
      {outcome.first.length > 0 && <FirstRows rows={outcome.first} />}
      {outcome.faults.length > 0 && (
        <>
          <h3>{said.faults}</h3>
          <FaultTable label={said.faults} faults={outcome.faults} />
        </>
      )}
    </section>
  )
}

function FirstRows({ rows }: { rows: readonly TriedRow[] }) {
  const words = useWords()
  const { outcome: said } = words.consoleImports
  const { firstColumns: columns, states } = said
  const stateOf = ({ known, confidential, closedAt }: TriedRow): string => {
    if (known) return states.known
    if (confidential) return states.confidential
    return closedAt === null ? states.waiting : states.closed
  }
  return (
    <>
      <h3>{said.first}</h3>
      <Wide label={said.first}>
        <table className="queue import-first">
          <thead>
            <tr>
              {Object.values(columns).map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.sourceNumber}>
                <td>{row.sourceNumber}</td>
                <td>{sayMoment(words, row.occurredAt, nowMs())}</td>
                <td>{row.reporter}</td>
                <td>
                  {row.title !== null && !row.words.startsWith(row.title) && <strong>{row.title}</strong>}{' '}
                  {row.words.slice(0, 120)}
                </td>
                <td>{row.answer?.slice(0, 80)}</td>
                <td>{stateOf(row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </>
  )
}
