import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import type { BodyPage } from '../../../organisations/body.contract.ts'
import { call } from '../../api/call.ts'
import { withQuery } from '../../api/use-read.ts'
import { useNameOf } from '../../shared/names.ts'
import { useWords } from '../words.ts'

/** A body of any kind that acts, found by part of its name. */
export function BodySelect({
  id,
  kind,
  value,
  onChange,
}: {
  id: string
  kind?: string
  value: string | null
  onChange(unitId: string | null): void
}) {
  const { found: said } = useWords().consoleBodies
  const nameOf = useNameOf()
  const [text, setText] = useState('')
  const { data, isFetching } = useQuery({
    queryKey: ['bodies', 'find', kind, text.trim()],
    queryFn: ({ signal }) =>
      call<BodyPage>(
        'GET',
        withQuery('/api/bodies', { text: text.trim(), kind, phase: 'active', limit: '30' }),
        undefined,
        { signal },
      ),
    placeholderData: (before) => before,
  })
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null)
  const found = (data?.rows ?? []).map((body) => ({ value: body.id, label: nameOf(body) }))
  const kept = chosen !== null && found.every((option) => option.value !== chosen.value) ? [chosen] : []
  return (
    <Select<string>
      id={id}
      className="whole-width"
      allowClear
      showSearch={{ filterOption: false, onSearch: setText }}
      loading={isFetching}
      placeholder={said.parentPlaceholder}
      notFoundContent={said.parentNone}
      value={value}
      options={[...kept, ...found]}
      onChange={(unitId: string | undefined) => {
        setChosen(found.find((option) => option.value === unitId) ?? null)
        onChange(unitId ?? null)
      }}
    />
  )
}
