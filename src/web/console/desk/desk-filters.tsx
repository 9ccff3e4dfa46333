import { useNavigate } from '@tanstack/react-router'
import { Select } from 'antd'
import { useId } from 'react'
import { useWords } from '../words.ts'
import { CaseFilters, LightFilter } from './case-filters.tsx'
import { countWords, type DeskSearch, type Sort, stagesIn } from './queues.ts'
import { useDeskCounts } from './use-desk.ts'

type Change = { [Key in keyof DeskSearch]?: DeskSearch[Key] | undefined }

/** What narrows a queue, and its order; all of it stands in the address. `unitName` is that of the unit chosen. */
export function DeskFilters({ search, unitName }: { search: DeskSearch; unitName: string | null }) {
  const { filters: said } = useWords().consoleDesk
  const { data: counts } = useDeskCounts(search.queue)
  const navigate = useNavigate()
  const change = (part: Change) => {
    const { case: _, ...kept } = search
    const next = Object.entries({ ...kept, ...part }).filter(([, value]) => value !== undefined)
    void navigate({ to: '/desk', search: Object.fromEntries(next) })
  }
  const counted = search.queue === 'open' ? counts : undefined
  return (
    <div className="filters">
      <LightFilter
        light={search.light}
        beside={(light) => (counted ? ` ${countWords(counted.lights[light], counted.bound)}` : '')}
        onChange={(light) => change({ light })}
      />
      <CaseFilters
        search={search}
        unit={{ label: said.unit, name: unitName ?? said.unit }}
        stages={search.queue === undefined ? [] : stagesIn(search.queue)}
        onChange={change}
      />
      <Order search={search} onChange={change} />
    </div>
  )
}

const sorts: readonly Sort[] = ['due', 'newest', 'oldest']

/** The order, and what is left out. */
function Order({ search, onChange }: { search: DeskSearch; onChange(change: Change): void }) {
  const { filters: said } = useWords().consoleDesk
  const id = useId()
  const orders = search.queue === 'ended' ? sorts.slice(1) : sorts
  return (
    <>
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
