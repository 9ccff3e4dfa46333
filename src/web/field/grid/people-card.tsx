import type { MyGrid } from '../../../people/my-grids.contract.ts'
import { Card } from '../../kit/card.tsx'
import { useWords } from '../../preferences.tsx'
import { useNameOf } from '../../shared/names.ts'
import { CallRow } from './call-row.tsx'

/** Who works in the grids of the same community: to be asked, or to stand in. */
export function PeopleCard({ grid }: { grid: MyGrid }) {
  const { field, common } = useWords()
  const nameOf = useNameOf()
  if (grid.people.length === 0) return null
  return (
    <Card title={field.grid.people}>
      <ul className="rows">
        {grid.people.map((person) => (
          <CallRow
            key={`${person.grid.id} ${person.kind} ${person.name}`}
            name={person.name}
            about={common.facts(
              field.me.kinds[person.kind],
              person.grid.id === grid.id ? field.grid.here : nameOf(person.grid),
            )}
            phone={person.phone}
          />
        ))}
      </ul>
    </Card>
  )
}
