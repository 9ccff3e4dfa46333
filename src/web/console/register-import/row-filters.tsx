import type { ImportOverview, RowChange, RowState } from '../../../people/register/import/contract.ts'
import { SelectField } from '../../kit/field.tsx'
import { PressOne } from '../press-one.tsx'
import { useWords } from '../words.ts'

/** Which rows are listed; null stands for all. */
export interface Filter {
  readonly state: RowState | null
  readonly change: RowChange | null
  readonly sheet: string | null
}

const statesInOrder: readonly RowState[] = [
  'asked',
  'waiting',
  'refused',
  'same',
  'taken',
  'stale',
  'undone',
  'kept',
]
const changesInOrder: readonly RowChange[] = [
  'home_added',
  'person_added',
  'moved_in',
  'moved_out',
  'corrected',
]

/** The rows that are listed: by what becomes of them, by what they change, by sheet. */
export function RowFilters({
  overview: { states, changes, sheets, total },
  filter,
  onFilter,
}: {
  overview: ImportOverview
  filter: Filter
  onFilter(filter: Filter): void
}) {
  const { list: said, counts } = useWords().consoleRegisterImport
  const present = statesInOrder.filter((state) => (states[state] ?? 0) > 0)
  const changed = changesInOrder.filter((change) => (changes[change] ?? 0) > 0)
  const read = sheets.filter(({ rows }) => rows > 0)
  return (
    <div className="register-import__filters">
      <PressOne<RowState | null>
        label={said.byState}
        options={[
          { key: null, label: said.option(said.all, total) },
          ...present.map((state) => ({
            key: state,
            label: said.option(said.states[state], states[state] ?? 0),
          })),
        ]}
        value={filter.state}
        onChoose={(state) => onFilter({ ...filter, state })}
      />
      <div className="register-import__selects">
        {changed.length > 1 && (
          <SelectField
            label={said.byChange}
            value={filter.change ?? ''}
            onChoose={(value) =>
              onFilter({ ...filter, change: changed.find((change) => change === value) ?? null })
            }
          >
            <option value="">{said.any}</option>
            {changed.map((change) => (
              <option key={change} value={change}>
                {counts.changes[change]}
              </option>
            ))}
          </SelectField>
        )}
        {read.length > 1 && (
          <SelectField
            label={said.bySheet}
            value={filter.sheet ?? ''}
            onChoose={(sheet) => onFilter({ ...filter, sheet: sheet === '' ? null : sheet })}
          >
            <option value="">{said.any}</option>
            {read.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </SelectField>
        )}
      </div>
    </div>
  )
}
