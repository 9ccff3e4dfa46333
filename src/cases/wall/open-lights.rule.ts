import type { OpenLights } from './contract.ts'
import type { OpenLight } from './light-now.rule.ts'
import { type ByWhat, tellingApart } from './open-cells.rule.ts'
import type { OpenCount, Turned } from './wall.sql.ts'

/** How many open cases of an area show which light, by what tells them apart. */
export type LightsOf = (areaId: string, byWhat: ByWhat) => ReadonlyMap<string, OpenLights>

const dark: OpenLights = { red: 0, yellow: 0, green: 0, none: 0, stopped: 0 }

/** The counts as they are kept, put right by the lights that have turned since. */
export function lightsOf(counts: readonly OpenCount[], turned: readonly Turned[]): LightsOf {
  const tables = new Map<string, Map<string, Record<OpenLight, number>>>()
  const add = (areaId: string, byWhat: ByWhat, what: string, light: OpenLight, by: number) => {
    const key = `${areaId}/${byWhat}`
    const table = tables.get(key) ?? new Map<string, Record<OpenLight, number>>()
    const lights = table.get(what) ?? { ...dark }
    lights[light] += by
    tables.set(key, table.set(what, lights))
  }
  for (const { areaId, byWhat, what, light, value } of counts) add(areaId, byWhat, what, light, value)
  for (const row of turned)
    for (const areaId of row.reach)
      for (const [byWhat, what] of tellingApart(row)) {
        add(areaId, byWhat, what, row.was, -1)
        add(areaId, byWhat, what, row.isRed ? 'red' : 'yellow', 1)
      }
  return (areaId, byWhat) => tables.get(`${areaId}/${byWhat}`) ?? new Map()
}

/** All of them together. */
export const sumOf = (lights: Iterable<OpenLights>): OpenLights =>
  [...lights].reduce(
    (sum, each) => ({
      red: sum.red + each.red,
      yellow: sum.yellow + each.yellow,
      green: sum.green + each.green,
      none: sum.none + each.none,
      stopped: sum.stopped + each.stopped,
    }),
    dark,
  )

/** Those that hurt most first: overdue ones, then those nearly so, then how many there are. */
export const byPain = (one: OpenLights, other: OpenLights): number =>
  other.red - one.red || other.yellow - one.yellow || totalOf(other) - totalOf(one)

export const totalOf = ({ red, yellow, green, none, stopped }: OpenLights): number =>
  red + yellow + green + none + stopped
