import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Select } from 'antd'
import { useId, useState } from 'react'
import type { AreaPath } from '../../../areas/contract.ts'
import type { Light } from '../../../cases/contract.ts'
import { call } from '../../api/call.ts'
import { useNameOf } from '../../shared/names.ts'
import { MatterSelect } from '../matter-select.tsx'
import { useWords } from '../words.ts'
import { countWords, type DeskSearch } from './queues.ts'
import { useDeskCounts } from './use-desk.ts'

const lights: readonly Light[] = ['red', 'yellow', 'green']

/** Light, matter and area; all three stand in the address. */
export function DeskFilters({ search }: { search: DeskSearch }) {
  const words = useWords()
  const { desk } = words.console
  const { data: counts } = useDeskCounts(search.queue)
  const navigate = useNavigate()
  const id = useId()
  const change = (part: { [Key in keyof DeskSearch]?: DeskSearch[Key] | undefined }) => {
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
    </div>
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
  const nameOf = useNameOf()
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
        label: steps.slice(1).map(nameOf).join(' ') || nameOf(area),
      }))}
      onChange={(area: string | null | undefined) => {
        setText('')
        onChange(area ?? undefined)
      }}
    />
  )
}
