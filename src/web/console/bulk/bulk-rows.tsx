import type { RehearsedRow } from '../../../cases/bulk.contract.ts'
import type { CaseRow } from '../../../cases/story.contract.ts'
import { Problem, sayProblem } from '../../api/problem.ts'
import { nowMs } from '../../clock.ts'
import { Facts } from '../../kit/facts.tsx'
import { nameIn, placeIn } from '../../shared/names.ts'
import { sayMoment } from '../../words/time.ts'
import { headOf } from '../desk/row-words.ts'
import { useReading } from '../words.ts'
import type { BulkAct } from './bulk-acts.ts'
import type { BulkRow } from './use-bulk.ts'

type ById = ReadonlyMap<string, CaseRow>
const keyOf = ({ caseId, requestId }: RehearsedRow): string => `${caseId} ${requestId}`

/** What each row would get; what would be refused stands first, since it is what a person must know. */
export function Rehearsed({ rehearsed, rows }: { rehearsed: readonly RehearsedRow[]; rows: ById }) {
  const { words } = useReading()
  const { bulk: said } = words.consoleDesk
  const refused = rehearsed.filter(({ refusal }) => refusal !== null)
  const able = rehearsed.length - refused.length
  return (
    <>
      <p role="status">
        <strong>{able === 0 ? said.nothing : said.can(able)}</strong>
        {refused.length > 0 && able > 0 && (
          <span className="bulk__cannot">{said.cannot(refused.length)}</span>
        )}
      </p>
      <ul className="bulk__rows">
        {[...refused, ...rehearsed.filter(({ refusal }) => refusal === null)].map((one) => (
          <li key={keyOf(one)} className={one.refusal === null ? undefined : 'bulk__row--no'}>
            <RowName row={rows.get(one.caseId)} number={one.number} />
            <p>
              <Outcome rehearsed={one} />
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

function RowName({ row, number }: { row: CaseRow | undefined; number: string }) {
  const { words, language } = useReading()
  if (row === undefined) return <p>{number || words.consoleDesk.bulk.unseen}</p>
  return (
    <p>
      <strong>{headOf(words, language, row)}</strong>
      <small className="bulk__where">
        <Facts>
          <span className="unbroken">{row.number}</span>
          {placeIn(language, row.place)}
        </Facts>
      </small>
    </p>
  )
}

function Outcome({ rehearsed: { after, refusal, summary } }: { rehearsed: RehearsedRow }) {
  const { words, language } = useReading()
  const { bulk: said } = words.consoleDesk
  if (refusal !== null)
    return sayProblem(words, new Problem('refused', { code: refusal.code, facts: refusal.facts }))
  if (after === null) return null
  return words.common.facts(
    summary === null ? said.becomes(words.cases.stages[after.stage]) : said.publishes(summary),
    after.unit !== null && summary === null && said.goesTo(nameIn(language, after.unit)),
    after.dueAt !== null && said.dueAt(sayMoment(words, after.dueAt, nowMs())),
  )
}

/** Row by row how far it came, with why where it did not. */
export function BulkRows({
  run,
  rows,
  act,
  onUndo,
}: {
  run: { readonly rows: readonly BulkRow[]; readonly running: boolean; readonly stopped: boolean }
  rows: ById
  act: BulkAct
  /** Takes a row back; null where there is no way. */
  onUndo(row: BulkRow): (() => void) | null
}) {
  const { words } = useReading()
  const { bulk: said } = words.consoleDesk
  const done = run.rows.filter(({ state }) => state === 'done' || state === 'undone').length
  return (
    <>
      <progress
        className="bulk__progress"
        value={done}
        max={run.rows.length}
        aria-label={said.title(said.acts[act], run.rows.length)}
      />
      <p role="status">
        {run.running ? said.progress(done, run.rows.length) : said.finished(done, run.rows.length - done)}
      </p>
      {run.stopped && !run.running && <p>{said.stopped}</p>}
      <ul className="bulk__rows">
        {run.rows.map((row) => (
          <li key={keyOf(row.rehearsed)} className={row.error === null ? undefined : 'bulk__row--no'}>
            <RowName row={rows.get(row.rehearsed.caseId)} number={row.rehearsed.number} />
            <p>
              {row.error === null ? said[row.state] : sayProblem(words, row.error)}
              {row.state === 'done' && !run.running && (act === 'join' || act === 'decide') && (
                <Undo label={said.undo[act]} back={onUndo(row)} />
              )}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

function Undo({ label, back }: { label: string; back: (() => void) | null }) {
  if (back === null) return null
  return (
    <button type="button" className="text-button" onClick={back}>
      {label}
    </button>
  )
}
