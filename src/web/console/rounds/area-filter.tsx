import type { AreaPath } from '../../../areas/contract.ts'
import { useRead } from '../../api/use-read.ts'
import { Field } from '../../kit/field.tsx'
import { AreaSelect } from '../people/area-select.tsx'
import { useSaid } from './use-said.ts'

/** Which area a list is about; one that stands in the address is read for its name. */
export function AreaFilter({
  area,
  onChoose,
}: {
  area: string | undefined
  onChoose(area: string | undefined): void
}) {
  const said = useSaid()
  const { data } = useRead<AreaPath>(area === undefined ? null : `/api/areas/${encodeURIComponent(area)}`, {
    staleMs: 300_000,
  })
  const known = area === undefined ? null : (data?.area ?? null)
  return (
    <Field label={said.area} hint={area === undefined ? said.anyArea : undefined}>
      {({ id }) => (
        <AreaSelect
          key={known?.id ?? ''}
          id={id}
          value={known === null ? null : (area ?? null)}
          known={known}
          onChange={(next) => onChoose(next ?? undefined)}
        />
      )}
    </Field>
  )
}
