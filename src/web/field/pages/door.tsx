import '../../shared/rows.css'
import '../grid/grid.css'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { MyGrid, MyGrids, Plate } from '../../../people/my-grids.contract.ts'
import { useRead } from '../../api/use-read.ts'
import { Card } from '../../kit/card.tsx'
import { SearchField } from '../../kit/field.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { Empty } from '../../kit/states.tsx'
import { useNameOf } from '../../shared/names.ts'
import { Found } from '../../shared/register/found.tsx'
import { useSaid } from '../../shared/register/use-said.ts'
import { useSettled } from '../../shared/use-settled.ts'
import { DoorGate } from '../door/door-gate.tsx'

/** Where a round of doors begins: a search, or the buildings of the own grids. */
export default function DoorPage() {
  const said = useSaid()
  useTitle(said.door.title)
  return (
    <DoorGate>
      <Doors />
    </DoorGate>
  )
}

function Doors() {
  const said = useSaid()
  const [typed, setTyped] = useState('')
  const text = useSettled(typed.trim())
  return (
    <>
      <h1>{said.door.title}</h1>
      <p className="lead">{said.door.lead}</p>
      <SearchField label={said.find} hint={said.findHint} value={typed} onType={setTyped} />
      {text === '' ? (
        <Buildings />
      ) : (
        <Found
          text={text}
          personAt={({ place }) => place && `/door/home/${place.homeId}`}
          homeAt={(homeId) => `/door/home/${homeId}`}
        />
      )}
    </>
  )
}

function Buildings() {
  const said = useSaid().door
  const nameOf = useNameOf()
  const reading = useRead<MyGrids>('/api/my/grids', { staleMs: 300_000 })
  return (
    <Shown reading={reading}>
      {({ grids }) => {
        const groups = grids.flatMap(groupsOf).filter(({ buildings }) => buildings.length > 0)
        if (groups.length === 0) return <Empty what={said.noBuildings} next={said.noBuildingsNext} />
        return (
          <Card title={said.buildings}>
            {groups.map(({ place, buildings }) => (
              <section key={place.id} aria-label={nameOf(place)}>
                <p className="grid__heading">{nameOf(place)}</p>
                <ul className="grid__buildings">
                  {buildings.map((building) => (
                    <li key={building.id}>
                      <Link to={`/door/building/${building.id}`}>{nameOf(building)}</Link>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </Card>
        )
      }}
    </Shown>
  )
}

/** A grid's buildings by what they stand in. */
const groupsOf = (grid: MyGrid): { readonly place: Plate; readonly buildings: readonly Plate[] }[] => [
  ...grid.estates.map((estate) => ({ place: estate, buildings: estate.buildings })),
  { place: grid, buildings: grid.buildings },
]
