import { useEffect, useRef, useState } from 'react'
import { CaseFilters, LightFilter } from '../desk/case-filters.tsx'
import { useWords } from '../words.ts'
import { type FindChange, type FindSearch, findStages } from './search.ts'

/** A year that is half typed is no year. */
const firstDay = '1970-01-01'
const pauseMs = 700
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
    <Day key={end} label={said[end]} asked={search[end] ?? ''} onAsk={(day) => onChange({ [end]: day })} />
  ))
}

interface DayProps {
  readonly label: string
  /** What the address holds. */
  readonly asked: string
  onAsk(day: string | undefined): void
}

/** A day that is being typed passes through others: it is asked for when its writer pauses, or leaves the field. */
function Day({ label, asked, onAsk }: DayProps) {
  const [typed, setTyped] = useState(asked)
  const [before, setBefore] = useState(asked)
  const pause = useRef<number>(undefined)
  useEffect(() => () => window.clearTimeout(pause.current), [])
  if (before !== asked) {
    setBefore(asked)
    setTyped(asked)
  }
  const ask = (day: string) => {
    window.clearTimeout(pause.current)
    if (day !== asked && (day === '' || day >= firstDay)) onAsk(day === '' ? undefined : day)
  }
  return (
    <label className="finding__day">
      {label}
      <input
        type="date"
        className="input"
        min={firstDay}
        value={typed}
        onChange={({ target: { value } }) => {
          setTyped(value)
          window.clearTimeout(pause.current)
          pause.current = window.setTimeout(() => ask(value), pauseMs)
        }}
        onBlur={() => ask(typed)}
      />
    </label>
  )
}
