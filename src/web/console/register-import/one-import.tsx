import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { ImportOverview, RowState } from '../../../people/register/import/contract.ts'
import { nowMs } from '../../clock.ts'
import { Shown } from '../../kit/shown.tsx'
import { sayMoment } from '../../words/time.ts'
import { useReading, useWords } from '../words.ts'
import { ImportActs } from './import-acts.tsx'
import { type Filter, RowFilters } from './row-filters.tsx'
import { RowList } from './row-list.tsx'
import { SheetsMatch } from './sheets-match.tsx'
import { pathOf, useRegisterImport } from './use-register-import.ts'

interface OneImportProps {
  readonly id: string
  /** The file that was read, where this page still has it. */
  readonly file: File | null
  onAgain(id: string, file: File): void
}

/** One import: what it would do, row by row, and what may be done with it. */
export function OneImport({ id, file, onAgain }: OneImportProps) {
  const { consoleRegisterImport: said } = useWords()
  return (
    <>
      <p className="register-import__back">
        <Link to="/register/import">{said.back}</Link>
      </p>
      <Shown reading={useRegisterImport(id)} long>
        {(overview) => <Opened overview={overview} file={file} onAgain={onAgain} />}
      </Shown>
    </>
  )
}

function Opened({ overview, file, onAgain }: Omit<OneImportProps, 'id'> & { overview: ImportOverview }) {
  const { consoleRegisterImport: said } = useWords()
  const [filter, setFilter] = useState<Filter>({ state: null, change: null, sheet: null })
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { state, total } = overview
  const isOpen = state === 'read' || state === 'taking' || state === 'taken'
  const look = (next: Filter) => {
    setFilter(next)
    setChosen(new Set())
  }
  return (
    <>
      <div className={state === 'read' ? 'beside' : undefined}>
        <section className="panel register-import__whole">
          <h2 ref={heading} tabIndex={-1}>
            {overview.fileName}
          </h2>
          <Story overview={overview} />
          <Figures overview={overview} />
          <ImportActs
            overview={overview}
            filter={filter}
            chosen={chosen}
            onTaken={() => setChosen(new Set())}
          />
        </section>
        {state === 'read' && <SheetsMatch overview={overview} file={file} onAgain={onAgain} />}
      </div>
      {state !== 'dropped' && total > 0 && (
        <section aria-labelledby="import-rows">
          <h2 id="import-rows" tabIndex={-1}>
            {said.list.title}
          </h2>
          <RowFilters overview={overview} filter={filter} onFilter={look} />
          <RowList
            importId={overview.id}
            isOpen={isOpen}
            filter={filter}
            chosen={chosen}
            onChoose={setChosen}
          />
        </section>
      )}
    </>
  )
}

/** When it was read, taken in and undone, and what follows of its state. */
function Story({ overview }: { overview: ImportOverview }) {
  const words = useWords()
  const { consoleRegisterImport: said, common } = words
  const { state, total, readAt, takenAt, undoneAt } = overview
  const say = (moment: string) => sayMoment(words, moment, nowMs())
  return (
    <>
      <p className="book__lead">
        {common.facts(
          said.states[state],
          state !== 'dropped' && said.whole(total),
          said.readOn(say(readAt)),
          takenAt !== null && said.takenOn(say(takenAt)),
          undoneAt !== null && said.undoneOn(say(undoneAt)),
        )}
      </p>
      {state === 'read' && <p>{said.kept}</p>}
      {state === 'dropped' && <p>{said.dropped}</p>}
      {state === 'reading' && <p>{said.broken}</p>}
    </>
  )
}

const changesInOrder = ['home_added', 'person_added', 'moved_in', 'moved_out', 'corrected'] as const
const statesBefore: readonly RowState[] = ['same', 'asked', 'refused']
const statesAfter: readonly RowState[] = ['taken', 'stale', 'waiting', 'asked', 'refused', 'undone', 'kept']

function Figures({ overview }: { overview: ImportOverview }) {
  const { language } = useReading()
  const { consoleRegisterImport: said } = useWords()
  const { id, state, states, changes } = overview
  if (state === 'dropped' || state === 'reading') return null
  const isRead = state === 'read'
  const units = { home_added: said.counts.homes, corrected: said.rows } as Partial<
    Record<string, (n: number) => string>
  >
  return (
    <>
      <dl className="figures">
        {isRead &&
          changesInOrder.map((change) => (
            <div key={change}>
              <dt>{said.counts.changes[change]}</dt>
              <dd>{(units[change] ?? said.counts.people)(changes[change] ?? 0)}</dd>
            </div>
          ))}
        {(isRead ? statesBefore : statesAfter)
          .filter((one) => isRead || (states[one] ?? 0) > 0)
          .map((one) => (
            <div key={one}>
              <dt>{said.list.states[one]}</dt>
              <dd>{said.rows(states[one] ?? 0)}</dd>
            </div>
          ))}
      </dl>
      {(states.refused ?? 0) > 0 && (
        <div className="register-import__returned">
          <a href={`${pathOf(id)}/returned?language=${language}`} download>
            {said.returned}
          </a>
          <small>{said.returnedHint}</small>
        </div>
      )}
    </>
  )
}
