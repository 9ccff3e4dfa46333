import { Select } from 'antd'
import { useNameOf } from '../shared/names.ts'
import { useMatters } from './books.ts'
import { useWords } from './words.ts'

/** A matter of the catalogue, searched by name or code. */
export function MatterSelect({
  id,
  className,
  placeholder,
  value,
  onChange,
}: {
  id: string
  className?: string
  placeholder: string
  value: string | undefined
  onChange(matter: string | undefined): void
}) {
  const { data: matters = [], isPending } = useMatters()
  const nameOf = useNameOf()
  const { common } = useWords()
  return (
    <Select
      id={id}
      {...(className === undefined ? {} : { className })}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      loading={isPending}
      placeholder={placeholder}
      value={value ?? null}
      options={matters.map((matter) => ({
        value: matter.code,
        label: common.facts(nameOf(matter), matter.code),
      }))}
      onChange={(matter: string | null | undefined) => onChange(matter ?? undefined)}
    />
  )
}
