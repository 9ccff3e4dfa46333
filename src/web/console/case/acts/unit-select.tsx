import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import type { UnitPage } from '../../../../organisations/contract.ts'
import { call } from '../../../api/call.ts'
import { useNameOf } from '../../../shared/names.ts'
import { useWords } from '../../words.ts'

/** A unit as a form keeps it: its name too, so that a kept draft can show it. */
export interface ChosenUnit {
  readonly value: string
  readonly label: string
}

const MOST_SHOWN = '50'

/** Units found by part of a name or code; one, or several with `many`. */
export function UnitSelect({
  id,
  many = false,
  kinds,
  placeholder,
  value,
  onChange,
}: {
  id: string
  many?: boolean
  /** Only units of these kinds are offered. */
  kinds?: readonly string[]
  /** Said instead, where no unit needs to be chosen. */
  placeholder?: string
  value: readonly ChosenUnit[]
  onChange(units: readonly ChosenUnit[]): void
}) {
  const { dispatch: said } = useWords().consoleCase
  const nameOf = useNameOf()
  const [text, setText] = useState('')
  const query = new URLSearchParams({
    limit: MOST_SHOWN,
    ...(text.trim() === '' ? {} : { text: text.trim() }),
  })
  const { data, isFetching } = useQuery({
    queryKey: ['units', text.trim()],
    queryFn: ({ signal }) => call<UnitPage>('GET', `/api/units?${query}`, undefined, { signal }),
    placeholderData: (before) => before,
  })
  const options = (data?.units ?? [])
    .filter(({ kind }) => kinds === undefined || kinds.includes(kind))
    .map((unit) => ({ value: unit.id, label: nameOf(unit) }))
  const search = { filterOption: false, onSearch: setText }
  const shared = {
    id,
    className: 'whole-width',
    labelInValue: true,
    allowClear: true,
    showSearch: search,
    loading: isFetching,
    placeholder: placeholder ?? said.unitPlaceholder,
    notFoundContent: said.unitNone,
    options,
  } as const
  if (many)
    return (
      <Select<ChosenUnit[]>
        {...shared}
        mode="multiple"
        maxCount={8}
        value={[...value]}
        onChange={(units) => onChange(units.map(plain))}
      />
    )
  return (
    <Select<ChosenUnit>
      {...shared}
      value={value[0] ?? null}
      onChange={(unit?: ChosenUnit | null) => onChange(unit ? [plain(unit)] : [])}
    />
  )
}

const plain = ({ value, label }: ChosenUnit): ChosenUnit => ({ value, label })
