import type { ServingUnit } from '../../../people/my-grids.contract.ts'
import { Card } from '../../kit/card.tsx'
import { useWords } from '../../preferences.tsx'
import { useNameOf } from '../../shared/names.ts'
import { CallRow } from './call-row.tsx'

/** Who answers in the grid: the community first, then the street, the district's many folded away. */
export function UnitsCard({ units }: { units: readonly ServingUnit[] }) {
  const said = useWords().field.grid
  const near = units.filter(({ serves }) => serves !== 'street' && serves !== 'district')
  const street = units.filter(({ serves }) => serves === 'street')
  const district = units.filter(({ serves }) => serves === 'district')
  return (
    <Card title={said.units}>
      <Units heading={said.near} units={near} />
      <Units heading={said.street} units={street} />
      {district.length > 0 && (
        <details className="grid__estate">
          <summary className="summary">{said.district(district.length)}</summary>
          <Units units={district} />
        </details>
      )}
    </Card>
  )
}

function Units({ heading, units }: { heading?: string; units: readonly ServingUnit[] }) {
  const nameOf = useNameOf()
  if (units.length === 0) return null
  return (
    <>
      {heading !== undefined && <h3 className="grid__heading">{heading}</h3>}
      <ul className="rows">
        {units.map((unit) => (
          <CallRow key={unit.id} name={nameOf(unit)} phone={unit.phone} />
        ))}
      </ul>
    </>
  )
}
