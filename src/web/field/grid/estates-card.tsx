import type { MyGrid, Plate } from '../../../people/my-grids.contract.ts'
import { Card } from '../../kit/card.tsx'
import { useWords } from '../../preferences.tsx'
import { useNameOf } from '../../shared/names.ts'
import { CallRow } from './call-row.tsx'

interface EstatesProps {
  readonly grid: MyGrid
  onPlate(plate: Plate): void
}

/** The estates of a grid, each with its property firm and its buildings; a tap shows a building's own code. */
export function EstatesCard({ grid, onPlate }: EstatesProps) {
  const { field, common } = useWords()
  const said = field.grid
  const nameOf = useNameOf()
  const none = grid.estates.length === 0 && grid.buildings.length === 0
  return (
    <Card title={said.estates(grid.estates.length)}>
      {none && <p>{said.noEstates}</p>}
      {grid.estates.map((estate) => (
        <details key={estate.id} className="grid__estate">
          <summary className="summary">
            {nameOf(estate)}
            <small>
              {common.facts(
                estate.estateKind && said.estateKinds[estate.estateKind],
                said.buildings(estate.buildings.length),
              )}
            </small>
          </summary>
          {estate.units.length > 0 ? (
            <ul className="rows">
              {estate.units.map((unit) => (
                <CallRow key={unit.id} name={nameOf(unit)} about={said.property} phone={unit.phone} />
              ))}
            </ul>
          ) : (
            <p className="field__hint">{said.noProperty}</p>
          )}
          <Buildings buildings={estate.buildings} onPlate={onPlate} />
        </details>
      ))}
      {grid.buildings.length > 0 && (
        <details className="grid__estate">
          <summary className="summary">
            {said.otherBuildings}
            <small>{said.buildings(grid.buildings.length)}</small>
          </summary>
          <Buildings buildings={grid.buildings} onPlate={onPlate} />
        </details>
      )}
    </Card>
  )
}

function Buildings({ buildings, onPlate }: { buildings: readonly Plate[]; onPlate(plate: Plate): void }) {
  const { grid } = useWords().field
  const nameOf = useNameOf()
  if (buildings.length === 0) return <p className="field__hint">{grid.noBuildings}</p>
  return (
    <ul className="grid__buildings">
      {buildings.map((building) => (
        <li key={building.id}>
          <button type="button" aria-label={grid.qrOf(nameOf(building))} onClick={() => onPlate(building)}>
            {nameOf(building)}
          </button>
        </li>
      ))}
    </ul>
  )
}
