import type { OpenLights, Wall } from '../../../cases/wall/contract.ts'
import { Light } from '../../kit/light.tsx'
import { type Narrowed, openLights, totalOf } from '../../shared/wall/behind.ts'
import { ToOpen } from '../ways.tsx'
import { useReading } from '../words.ts'

/** How many cases are open, which lights they show, and where in the loop they stand. */
export function OpenNow({ wall }: { wall: Wall }) {
  const { words } = useReading()
  const { consoleOverview: said, cases } = words
  const area = wall.area.id
  return (
    <section className="panel hall__open" aria-label={said.byLight}>
      <h2>{said.open}</h2>
      <p className="hall__total">
        <ToOpen narrowed={{ area }}>{totalOf(wall.open)}</ToOpen>
      </p>
      <ul className="hall__lights">
        {openLights.map((light) => (
          <li key={light}>
            <ToOpen narrowed={{ area, light }}>
              <strong>{wall.open[light]}</strong>
              <Light light={light === 'stopped' ? 'none' : light}>{said.lights[light]}</Light>
            </ToOpen>
          </li>
        ))}
      </ul>
      <ul className="hall__stages" aria-label={said.byStage}>
        {wall.stages.map(({ stage, open }) => (
          <li key={stage}>
            <ToOpen narrowed={{ area, stage }}>
              {cases.stages[stage]} <strong>{open}</strong>
            </ToOpen>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Open cases as a bar as long as they are many, beside the most of its list. Its numbers stand next to it. */
export function Bar({ open, most }: { open: OpenLights; most: number }) {
  const share = (count: number) => `${most === 0 ? 0 : (100 * count) / most}%`
  const rest = open.none + open.stopped
  return (
    <span className="hall__bar" aria-hidden="true">
      <i className="hall__bar--red" style={{ width: share(open.red) }} />
      <i className="hall__bar--yellow" style={{ width: share(open.yellow) }} />
      <i className="hall__bar--green" style={{ width: share(open.green) }} />
      <i className="hall__bar--none" style={{ width: share(rest) }} />
    </span>
  )
}

/** What is overdue and what is open, each a way to its list. */
export function RedAndAll({ open, narrowed }: { open: OpenLights; narrowed: Narrowed }) {
  const { consoleOverview: said } = useReading().words
  return (
    <>
      <td>
        {open.red > 0 && (
          <ToOpen narrowed={{ ...narrowed, light: 'red' }}>
            <Light light="red">{said.lightCount(said.lights.red, open.red)}</Light>
          </ToOpen>
        )}
      </td>
      <td>
        <ToOpen narrowed={narrowed}>{said.openCount(totalOf(open))}</ToOpen>
      </td>
    </>
  )
}
