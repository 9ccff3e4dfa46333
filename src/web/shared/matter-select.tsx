import type { PublicMatter } from '../../matters/contract.ts'
import { SelectField } from '../kit/field.tsx'
import { useNameOf } from './names.ts'

interface Group {
  readonly name: string
  readonly matters: PublicMatter[]
}

/** One matter of the catalogue, in its categories. */
export function MatterSelect({
  label,
  none,
  error,
  matters,
  value,
  onChoose,
}: {
  label: string
  /** What stands for "none chosen". */
  none: string
  error?: string | undefined
  matters: readonly PublicMatter[]
  value: string
  onChoose(code: string): void
}) {
  const nameOf = useNameOf()
  const groups = new Map<string, Group>()
  for (const matter of matters) {
    const { category } = matter
    const group = groups.get(category) ?? {
      name: nameOf({ zh: matter.categoryZh, en: matter.categoryEn }),
      matters: [],
    }
    group.matters.push(matter)
    groups.set(category, group)
  }
  return (
    <SelectField label={label} error={error} value={value} onChoose={onChoose}>
      <option value="">{none}</option>
      {[...groups].map(([category, group]) => (
        <optgroup key={category} label={group.name}>
          {group.matters.map((matter) => (
            <option key={matter.code} value={matter.code}>
              {nameOf(matter)}
            </option>
          ))}
        </optgroup>
      ))}{' '}
    </SelectField>
  )
}
