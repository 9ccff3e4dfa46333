import { CaseFilters, LightFilter } from '../desk/case-filters.tsx'
import { useWords } from '../words.ts'
import { type FindChange, type FindSearch, findStages } from './search.ts'

const states = ['open', 'ended'] as const

interface FiltersProps {
  readonly search: FindSearch
  /** The name of the unit that is chosen, where a row tells it. */
  readonly unitName: string | null
  onChange(change: FindChange): void
}

/** What narrows the question beside its words; all of it stands in the address. */
export function FindFilters({ search, unitName, onChange }: FiltersProps) {
  const { consoleFind: said } = useWords()
  return (
    <div className="filters">
      <LightFilter light={search.light} onChange={(light) => onChange({ light })} />
      {states.map((state) => (
        <button
          key={state}
          type="button"
          className="filters__again"
          aria-pressed={search.state === state}
          onClick={() => onChange({ state: search.state === state ? undefined : state })}
        >
          {said.states[state]}
        </button>
      ))}
      <CaseFilters
        search={search}
        unit={{ label: said.unit, name: unitName ?? said.unitChosen }}
        stages={findStages}
        onChange={onChange}
      />
      <Days search={search} onChange={onChange} />
    </div>
  )
}

function Days({ search, onChange }: Pick<FiltersProps, 'search' | 'onChange'>) {
  const { consoleFind: said } = useWords()
  return (['from', 'to'] as const).map((end) => (
    <label key={end} className="finding__day">
      {said[end]}
      <input
        type="date"
        className="input"
        value={search[end] ?? ''}
        onChange={(event) => onChange({ [end]: event.target.value === '' ? undefined : event.target.value })}
      />
    </label>
  ))
}
