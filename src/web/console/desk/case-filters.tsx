import { Select } from 'antd'
import { useId } from 'react'
import type { Stage } from '../../../cases/contract.ts'
import { UnitSelect } from '../case/acts/unit-select.tsx'
import { MatterSelect } from '../matter-select.tsx'
import { AreaSelect } from '../people/area-select.tsx'
import { useWords } from '../words.ts'

/** What every list of cases can be narrowed by. */
export interface CaseFilter {
  readonly matter?: string
  readonly area?: string
  readonly unit?: string
  readonly stage?: Stage
}

export type CaseFilterChange = { [Key in keyof CaseFilter]?: CaseFilter[Key] | undefined }

interface CaseFiltersProps {
  readonly search: CaseFilter
  /** What is asked of a unit here, and the name of the one that is chosen. */
  readonly unit: { readonly label: string; readonly name: string }
  /** None where there is nothing to choose. */
  readonly stages: readonly Stage[]
  onChange(change: CaseFilterChange): void
}

/** Matter, area, unit and stage. */
export function CaseFilters({ search, unit, stages, onChange }: CaseFiltersProps) {
  const words = useWords()
  const { desk } = words.console
  const { filters: said } = words.consoleDesk
  const id = useId()
  return (
    <>
      <label className="unseen" htmlFor={`${id}-matter`}>
        {desk.matterLabel}
      </label>
      <MatterSelect
        id={`${id}-matter`}
        className="filters__select"
        placeholder={desk.matterAll}
        value={search.matter}
        onChange={(matter) => onChange({ matter })}
      />
      <label className="unseen" htmlFor={`${id}-area`}>
        {desk.areaLabel}
      </label>
      <AreaSelect
        id={`${id}-area`}
        className="filters__select"
        placeholder={desk.areaAll}
        value={search.area ?? null}
        onChange={(area) => onChange({ area: area ?? undefined })}
      />
      <label className="unseen" htmlFor={`${id}-unit`}>
        {unit.label}
      </label>
      <span className="filters__select">
        <UnitSelect
          id={`${id}-unit`}
          placeholder={said.unitAll}
          value={search.unit === undefined ? [] : [{ value: search.unit, label: unit.name }]}
          onChange={([chosen]) => onChange({ unit: chosen?.value })}
        />
      </span>
      {stages.length > 0 && (
        <>
          <label className="unseen" htmlFor={`${id}-stage`}>
            {said.stage}
          </label>
          <Select
            id={`${id}-stage`}
            className="filters__pick"
            allowClear
            placeholder={said.stageAll}
            value={search.stage ?? null}
            options={stages.map((stage) => ({ value: stage, label: words.cases.stages[stage] }))}
            onChange={(stage: Stage | null | undefined) => onChange({ stage: stage ?? undefined })}
          />
        </>
      )}
    </>
  )
}

const lights = ['red', 'yellow', 'green'] as const

/** Lights to press. `beside`: what stands after the word of each. */
export function LightFilter({
  light: chosen,
  beside = () => '',
  onChange,
}: {
  light: string | undefined
  beside?(light: (typeof lights)[number]): string
  onChange(light: (typeof lights)[number] | undefined): void
}) {
  const words = useWords()
  return (
    <fieldset className="filters__lights">
      <legend className="unseen">{words.console.desk.lightLabel}</legend>
      {lights.map((light) => (
        <button
          key={light}
          type="button"
          className={`light light--${light}`}
          aria-pressed={chosen === light}
          onClick={() => onChange(chosen === light ? undefined : light)}
        >
          {words.cases.lights[light]}
          {beside(light)}
        </button>
      ))}
    </fieldset>
  )
}
