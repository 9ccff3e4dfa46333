import { Link } from '@tanstack/react-router'
import type { Wall } from '../../../cases/wall/contract.ts'
import { nameIn } from '../../shared/names.ts'
import { totalOf } from '../../shared/wall/behind.ts'
import { useReading } from '../words.ts'
import { Bar, RedAndAll } from './open-now.tsx'

/** So many units are read from a distance; the console has them all. */
const unitsShown = 4

/** Parts of the area to go on to, and the units that answer for most, those that hurt most first. */
export function Parts({ wall }: { wall: Wall }) {
  const { words, language } = useReading()
  const { consoleOverview: said } = words
  const area = wall.area.id
  const parts = [...wall.parts].sort(
    (one, other) => other.open.red - one.open.red || totalOf(other.open) - totalOf(one.open),
  )
  const units = wall.units.slice(0, unitsShown)
  const mostOf = (rows: readonly Pick<Wall['parts'][number], 'open'>[]) =>
    Math.max(0, ...rows.map(({ open }) => totalOf(open)))
  return (
    <>
      <section className="panel hall__scrolls" aria-label={said.parts}>
        <h2>{said.parts}</h2>
        {parts.length === 0 ? (
          <p>{said.partsNone}</p>
        ) : (
          <table aria-label={said.parts}>
            <tbody>
              {parts.map(({ area: part, open }) => (
                <tr className="hall__row" key={part.id}>
                  <th scope="row">
                    <Link to="/" search={{ area: part.id }}>
                      {nameIn(language, part)}
                    </Link>
                    <Bar open={open} most={mostOf(parts)} />
                  </th>
                  <RedAndAll open={open} narrowed={{ area: part.id }} />
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section className="panel" aria-label={said.units}>
        <h2>{said.units}</h2>
        {units.length === 0 ? (
          <p>{said.unitsNone}</p>
        ) : (
          <table aria-label={said.units}>
            <tbody>
              {units.map(({ unit, open }) => (
                <tr className="hall__row" key={unit.id}>
                  <th scope="row">
                    {nameIn(language, unit)}
                    <Bar open={open} most={mostOf(units)} />
                  </th>
                  <RedAndAll open={open} narrowed={{ area, unit: unit.id }} />
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </>
  )
}
