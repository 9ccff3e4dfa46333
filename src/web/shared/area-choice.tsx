import type { Area, AreaPage } from '../../areas/contract.ts'
import { useRead, withQuery } from '../api/use-read.ts'
import { SelectField } from '../kit/field.tsx'
import { useNameOf } from './names.ts'

/** The parts of an area that still stand; the district's where `parent` is left out. Reads nothing where `on` is false. */
export function useParts(on: boolean, parent?: string): readonly Area[] {
  const path = on ? withQuery('/api/areas', { parent, limit: '500' }) : null
  const { data } = useRead<AreaPage>(path, { staleMs: 300_000 })
  return data?.areas.filter(({ ended }) => !ended) ?? []
}

/** One of a few areas, by the browser's own list. */
export function AreaChoice({
  label,
  none,
  areas,
  value,
  error,
  onChoose,
}: {
  label: string
  /** What is said while none is chosen. */
  none: string
  areas: readonly Pick<Area, 'id' | 'nameZh' | 'nameEn'>[]
  value: string
  error?: string | undefined
  onChoose(id: string): void
}) {
  const nameOf = useNameOf()
  return (
    <SelectField label={label} error={error} value={value} onChoose={onChoose}>
      <option value="">{none}</option>
      {areas.map((area) => (
        <option key={area.id} value={area.id}>
          {nameOf(area)}
        </option>
      ))}{' '}
    </SelectField>
  )
}
