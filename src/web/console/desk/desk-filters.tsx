import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Select } from 'antd'
import { useId, useState } from 'react'
import type { AreaPath } from '../../../areas/contract.ts'
import type { Light, Stage } from '../../../cases/contract.ts'
import { call } from '../../api/call.ts'
import { usePreferences } from '../../preferences.tsx'
import { placeIn } from '../../shared/names.ts'
import { UnitSelect } from '../case/acts/unit-select.tsx'
import { MatterSelect } from '../matter-select.tsx'
import { useWords } from '../words.ts'
import { countWords, type DeskSearch, type Sort, stagesIn } from './queues.ts'
import { useDeskCounts } from './use-desk.ts'

const lights: readonly Light[] = ['red', 'yellow', 'green']

type Change = { [Key in keyof DeskSearch]?: DeskSearch[Key] | undefined }

/** What narrows a queue, and its order; all of it stands in the address. `unitName` is that of the unit chosen. */
export function DeskFilters({ search, unitName }: { search: DeskSearch; unitName: string | null }) {
  const words = useWords()
  const { desk } = words.console
  const { filters: said } = words.consoleDesk
  const { data: counts } = useDeskCounts(search.queue)
  const navigate = useNavigate()
  const id = useId()
  const change = (part: Change) => {
    const { case: _, ...kept } = search
    const next = Object.entries({ ...kept, ...part }).filter(([, value]) => value !== undefined)
    void navigate({ to: '/desk', search: Object.fromEntries(next) })
  }
  const inOpen = search.queue === 'open'
  return (
    <div className="filters">
      <fieldset className="filters__lights">
        <legend className="unseen">{desk.lightLabel}</legend>
        {lights.map((light) => (
          <button
            key={light}
            type="button"
            className={`light light--${light}`}
            aria-pressed={search.light === light}
            onClick={() => change({ light: search.light === light ? undefined : light })}
          >
            {words.cases.lights[light]}
            {inOpen && counts && light !== 'none' && ` ${countWords(counts.lights[light], counts.bound)}`}
          </button>
        ))}
      </fieldset>
      <label className="unseen" htmlFor={`${id}-matter`}>
        {desk.matterLabel}
      </label>
      <MatterSelect
        id={`${id}-matter`}
        className="filters__select"
        placeholder={desk.matterAll}
        value={search.matter}
        onChange={(matter) => change({ matter })}
      />
      <label className="unseen" htmlFor={`${id}-area`}>
        {desk.areaLabel}
      </label>
      <AreaSelect id={`${id}-area`} value={search.area} onChange={(area) => change({ area })} />
      <label className="unseen" htmlFor={`${id}-unit`}>
        {said.unit}
      </label>
      <span className="filters__select">
        <UnitSelect
          id={`${id}-unit`}
          placeholder={said.unitAll}
          value={search.unit === undefined ? [] : [{ value: search.unit, label: unitName ?? said.unit }]}
          onChange={([unit]) => change({ unit: unit?.value })}
        />
      </span>
      <Picks search={search} onChange={change} />
    </div>
  )
}

const sorts: readonly Sort[] = ['due', 'newest', 'oldest']

/** Stage, order, and whether only what came back is shown. */
function Picks({ search, onChange }: { search: DeskSearch; onChange(change: Change): void }) {
  const words = useWords()
  const { filters: said } = words.consoleDesk
  const id = useId()
  const stages = search.queue === undefined ? [] : stagesIn(search.queue)
  const orders = search.queue === 'ended' ? sorts.slice(1) : sorts
  return (
    <>
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
      <label className="unseen" htmlFor={`${id}-sort`}>
        {said.sort}
      </label>
      <Select
        id={`${id}-sort`}
        className="filters__pick"
        value={search.sort ?? orders[0]!}
        options={orders.map((sort) => ({ value: sort, label: said.sorts[sort] }))}
        onChange={(sort: Sort) => onChange({ sort: sort === orders[0] ? undefined : sort })}
      />
      {search.plain && (
        <button
          type="button"
          className="filters__again"
          aria-pressed={true}
          onClick={() => onChange({ plain: undefined })}
        >
          {said.plain}
        </button>
      )}
      {search.light === 'stopped' && (
        <button
          type="button"
          className="filters__again"
          aria-pressed={true}
          onClick={() => onChange({ light: undefined })}
        >
          {said.stopped}
        </button>
      )}
      <button
        type="button"
        className="filters__again"
        aria-pressed={search.again === true}
        onClick={() => onChange({ again: search.again ? undefined : true })}
      >
        {said.again}
      </button>
    </>
  )
}

function AreaSelect({
  id,
  value,
  onChange,
}: {
  id: string
  value: string | undefined
  onChange(area: string | undefined): void
}) {
  const { desk } = useWords().console
  const { language } = usePreferences()
  const [text, setText] = useState('')
  const found = useQuery({
    queryKey: ['areas', 'find', text],
    queryFn: ({ signal }) =>
      call<AreaPath[]>('GET', `/api/areas/find?${new URLSearchParams({ text, limit: '20' })}`, undefined, {
        signal,
      }),
    enabled: text.trim() !== '',
  })
  const chosen = useQuery({
    queryKey: ['areas', 'one', value],
    queryFn: ({ signal }) => call<AreaPath>('GET', `/api/areas/${value}`, undefined, { signal }),
    enabled: value !== undefined,
  })
  const shown = text.trim() === '' ? [chosen.data].filter((path) => path !== undefined) : (found.data ?? [])
  return (
    <Select
      id={id}
      className="filters__select"
      allowClear
      showSearch={{ filterOption: false, onSearch: setText }}
      placeholder={desk.areaAll}
      value={value ?? null}
      notFoundContent={text.trim() === '' ? desk.areaType : desk.areaNone}
      options={shown.map(({ area, steps }) => ({
        value: area.id,
        label: placeIn(language, { names: steps.length > 1 ? steps.slice(1) : [area] }),
      }))}
      onChange={(area: string | null | undefined) => {
        setText('')
        onChange(area ?? undefined)
      }}
    />
  )
}
