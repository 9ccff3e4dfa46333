import { Link } from '@tanstack/react-router'
import type { FieldChange, ImportRow, RowPage } from '../../../people/register/import/contract.ts'
import { useReadPages, withQuery } from '../../api/use-read.ts'
import { Check } from '../../kit/choice.tsx'
import { Empty } from '../../kit/states.tsx'
import { useAddressOf, useSaid } from '../../shared/register/use-said.ts'
import { RowPages } from '../../shared/row-pages.tsx'
import { sayDate } from '../../words/time.ts'
import { useWords } from '../words.ts'
import type { Filter } from './row-filters.tsx'
import { pathOf } from './use-register-import.ts'
import { WhoIsMeant } from './who-is-meant.tsx'

interface RowListProps {
  readonly importId: string
  /** Whether rows are still taken in, so that somebody can say who is meant. */
  readonly isOpen: boolean
  readonly filter: Filter
  readonly chosen: ReadonlySet<number>
  onChoose(chosen: ReadonlySet<number>): void
}

/** Rows of an import in the order of the file, read on by key. Those that wait may be chosen. */
export function RowList({ importId, isOpen, filter, chosen, onChoose }: RowListProps) {
  const { list: said } = useWords().consoleRegisterImport
  const reading = useReadPages<RowPage>(withQuery(`${pathOf(importId)}/rows`, { ...filter }))
  return (
    <RowPages reading={reading} none={<Empty what={said.none} next={said.noneNext} />} count={said.count}>
      {(rows) => {
        const waiting = rows.flatMap(({ n, state }) => (state === 'waiting' ? [n] : []))
        const choose = (n: number, on: boolean) => {
          const next = new Set(chosen)
          if (on) next.add(n)
          else next.delete(n)
          onChoose(next)
        }
        return (
          <>
            {waiting.length > 1 && (
              <Check
                checked={waiting.every((n) => chosen.has(n))}
                onCheck={(on) => onChoose(new Set(on ? waiting : []))}
              >
                {said.chooseShown(waiting.length)}
              </Check>
            )}
            <ul className="import-rows">
              {rows.map((row) => (
                <li key={row.n} data-state={row.state}>
                  <RowLine row={row} isChosen={chosen.has(row.n)} onChoose={(on) => choose(row.n, on)} />
                  {row.state === 'asked' && isOpen && <WhoIsMeant importId={importId} row={row} />}
                </li>
              ))}
            </ul>
          </>
        )
      }}
    </RowPages>
  )
}

function RowLine({
  row,
  isChosen,
  onChoose,
}: {
  row: ImportRow
  isChosen: boolean
  onChoose(on: boolean): void
}) {
  const { list: said } = useWords().consoleRegisterImport
  const addressOf = useAddressOf()
  const { sheet, rowNumber, state, child, personId, place } = row
  const name = child ? said.child : row.name
  // Who is only to be corrected stands in the register already.
  const isThere = personId !== null && state !== 'asked'
  return (
    <div className="import-row">
      {state === 'waiting' ? (
        <label className="import-row__check">
          <input type="checkbox" checked={isChosen} onChange={(event) => onChoose(event.target.checked)} />
          <span className="unseen">{said.choose(sheet, rowNumber)}</span>
        </label>
      ) : (
        <span className="import-row__check" />
      )}
      <small className="import-row__at">{said.rowOf(sheet, rowNumber)}</small>
      <div>
        {name !== null && isThere && <Link to={`/register/people/${personId}`}>{name}</Link>}
        {name !== null && !isThere && <strong>{name}</strong>}
        {name === null && place !== null && <span>{said.noName}</span>}
        {place !== null && <small>{addressOf(place)}</small>}
      </div>
      <What row={row} />
      <span className="import-row__state">{said.states[state]}</span>
    </div>
  )
}

/** What a row changes, or why it does not. */
function What({ row: { state, child, changes, fields, faults } }: { row: ImportRow }) {
  const words = useWords()
  const { consoleRegisterImport: said, common } = words
  const sayField = useSayField()
  return (
    <div className="import-row__what">
      {changes.length > 0 && <p>{common.facts(...changes.map((change) => said.list.changes[change]))}</p>}
      {(fields.length > 0 || faults.length > 0) && (
        <ul>
          {fields.map((field) => (
            <li key={field.field}>
              {child && field.field !== 'use'
                ? said.list.childField(said.list.fields[field.field])
                : sayField(field)}
            </li>
          ))}
          {faults.map((fault) => (
            <li key={said.fault(fault)}>{said.fault(fault)}</li>
          ))}
        </ul>
      )}
      {state === 'stale' && <small>{said.list.stale}</small>}
      {state === 'kept' && <small>{said.list.keptHint}</small>}
    </div>
  )
}

/** A correction in words: no code of the file's stands where a word belongs. */
function useSayField(): (change: FieldChange) => string {
  const words = useWords()
  const { list: said } = words.consoleRegisterImport
  const { sexes, kinds, uses } = useSaid()
  const codes: Readonly<Record<string, string>> = { ...sexes, ...kinds, ...uses }
  return ({ field, before, after }) => {
    const say = (value: string | null): string => {
      if (value === null) return said.blank
      if (field === 'identity') return said.identityEnd(value)
      if (field === 'birthDay') return sayDate(words, value)
      return field === 'phone' ? value : (codes[value] ?? said.blank)
    }
    return said.change(said.fields[field], say(before), say(after))
  }
}
