import type { Shape } from './contract.ts'
import { labelPoint } from './label-point.rule.ts'
import { boxOf, polygonsOf } from './shape.rule.ts'

/** Shapes drawn flat, in the units of a box: north is up. */
export interface Outlines {
  readonly width: number
  readonly height: number
  /** Each with its path as SVG writes it, and where its name can be written. */
  readonly outlines: readonly {
    readonly areaId: string
    readonly d: string
    readonly x: number
    readonly y: number
  }[]
}

/** Half a unit is finer than anybody sees: what lies closer is one point, and neighbours keep their common border. */
const perUnit = 2

/** Shapes by area as large as a box lets them be; null where none has ground. */
export function outlinesIn(
  shapes: ReadonlyMap<string, Shape>,
  box: { readonly width: number; readonly height: number },
): Outlines | null {
  const [west, south, east, north] = boxOf([...shapes.values()].flatMap(polygonsOf))
  // A degree of longitude is shorter the further from the equator; a district is small enough for one scale.
  const narrow = Math.cos(((south + north) / 2) * (Math.PI / 180))
  const scale = Math.min(box.width / ((east - west) * narrow), box.height / (north - south))
  if (!Number.isFinite(scale)) return null
  const tidy = (units: number) => Math.round(units * perUnit) / perUnit
  const x = (lon: number) => tidy((lon - west) * narrow * scale)
  const y = (lat: number) => tidy((north - lat) * scale)
  const pathOf = (ring: readonly (readonly number[])[]) => {
    const points = ring.map(([lon, lat]) => `${x(lon!)} ${y(lat!)}`)
    return `M${points.filter((point, at) => point !== points[at - 1]).join('L')}Z`
  }
  return {
    width: x(east),
    height: y(south),
    outlines: [...shapes].flatMap(([areaId, shape]) => {
      const point = labelPoint(shape)
      if (point === null) return []
      const d = polygonsOf(shape)
        .flatMap((rings) => rings.map(pathOf))
        .join('')
      return [{ areaId, d, x: x(point[0]), y: y(point[1]) }]
    }),
  }
}
