import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import type { AreaKind, AreaPath } from '../../../areas/contract.ts'
import type { Name } from '../../../kernel/names.ts'
import { call } from '../../api/call.ts'
import { withQuery } from '../../api/use-read.ts'
import { usePreferences } from '../../preferences.tsx'
import { nameIn, placeIn } from '../../shared/names.ts'
import { useWords } from '../words.ts'

/** An area found by part of its name; with `kind`, only of that kind. */
export function AreaSelect({
  id,
  kind,
  className = 'whole-width',
  placeholder,
  value,
  known = null,
  onChange,
}: {
  id: string
  kind?: AreaKind | undefined
  className?: string
  placeholder?: string
  value: string | null
  /** An area whose name is known before anything is looked for. */
  known?: (Name & { readonly id: string }) | null
  onChange(areaId: string | null): void
}) {
  const { post: said } = useWords().consolePeople
  const { language } = usePreferences()
  const [text, setText] = useState('')
  const asked = text.trim()
  const { data, isFetching } = useQuery({
    queryKey: ['areas', 'find', kind, asked],
    queryFn: ({ signal }) =>
      call<AreaPath[]>('GET', withQuery('/api/areas/find', { text: asked, kind, limit: '50' }), undefined, {
        signal,
      }),
    enabled: asked !== '',
  })
  // What was chosen keeps its name while nothing is looked for; what the address alone tells is asked for.
  const [chosen, setChosen] = useState(
    known === null ? null : { value: known.id, label: nameIn(language, known) },
  )
  const isNamed = value === null || chosen?.value === value
  const { data: named } = useQuery({
    queryKey: ['areas', 'one', value],
    queryFn: ({ signal }) => call<AreaPath>('GET', `/api/areas/${value}`, undefined, { signal }),
    enabled: !isNamed,
  })
  const optionOf = ({ area, steps }: AreaPath) => ({
    value: area.id,
    label: placeIn(language, { names: steps.length > 1 ? steps.slice(1) : [area] }),
  })
  const held = [isNamed ? chosen : named && optionOf(named)].filter((one) => one != null)
  const shown = asked === '' ? held.filter((one) => one.value === value) : (data ?? []).map(optionOf)
  return (
    <Select
      id={id}
      className={className}
      allowClear
      showSearch={{ filterOption: false, onSearch: setText }}
      loading={isFetching}
      placeholder={placeholder ?? said.areaPlaceholder}
      notFoundContent={asked === '' ? said.areaType : said.areaNone}
      value={value}
      options={shown}
      onChange={(areaId: string | null | undefined) => {
        setChosen(shown.find((option) => option.value === areaId) ?? null)
        setText('')
        onChange(areaId ?? null)
      }}
    />
  )
}
