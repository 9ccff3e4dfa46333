import type { Polygon } from 'geojson'
import { difference, type Geom, intersection } from 'polyclip-ts'
import type { Shape } from './contract.ts'
import {
  boxesMeet,
  boxOf,
  perimeterMetres,
  polygonSquareMetres,
  polygonsOf,
  type Rings,
} from './shape.rule.ts'

/** A piece of ground that is wrong: where it is and how large. */
export interface CoverageFault {
  readonly shape: Polygon
  readonly areaSquareMetres: number
}

/** What an administrator is shown: every piece as its own shape, the largest first. */
export interface Coverage {
  /** Ground of the parent that no child covers. */
  readonly gaps: readonly CoverageFault[]
  /** Ground that two children claim; `ids` in ascending order. */
  readonly overlaps: readonly (CoverageFault & { readonly ids: readonly [string, string] })[]
  /** Ground that a child claims outside its parent. */
  readonly beyond: readonly (CoverageFault & { readonly id: string })[]
}

/** What is too small to report. Borders drawn by hand, or rounded by another program, leave such slivers. */
export interface SliverTolerance {
  readonly areaSquareMetres: number
  /** Mean width: twice the area over the perimeter. A long crack between two outlines is thin, not small. */
  readonly widthMetres: number
}

/** One square metre, and half a metre of mean width: less than a pavement. */
const defaultTolerance: SliverTolerance = { areaSquareMetres: 1, widthMetres: 0.5 }

/**
 * Compares the outlines of children with each other and with their parent's.
 * With `parent` null only overlaps are looked for. Areas are spherical, in square metres.
 */
export function findCoverage(
  parent: Shape | null,
  children: readonly { readonly id: string; readonly shape: Shape }[],
  tolerance: SliverTolerance = defaultTolerance,
): Coverage {
  const pieces = children
    .map(({ id, shape }) => ({ id, geom: geomOf(shape), box: boxOf(polygonsOf(shape)) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const overlaps = pieces.flatMap((a, at) =>
    pieces
      .slice(at + 1)
      .filter((b) => boxesMeet(a.box, b.box))
      .flatMap((b) =>
        faultsIn(intersection(a.geom, b.geom), tolerance).map((fault) => ({
          ...fault,
          ids: [a.id, b.id] as const,
        })),
      ),
  )
  if (parent === null) return { gaps: [], overlaps: overlaps.sort(largestFirst), beyond: [] }
  const whole = geomOf(parent)
  const gaps = faultsIn(difference(whole, ...pieces.map(({ geom }) => geom)), tolerance)
  const beyond = pieces.flatMap(({ id, geom }) =>
    faultsIn(difference(geom, whole), tolerance).map((fault) => ({ ...fault, id })),
  )
  return {
    gaps: gaps.sort(largestFirst),
    overlaps: overlaps.sort(largestFirst),
    beyond: beyond.sort(largestFirst),
  }
}

const largestFirst = (a: CoverageFault, b: CoverageFault): number => b.areaSquareMetres - a.areaSquareMetres

/** polyclip-ts speaks of pairs where GeoJSON allows a height; heights are dropped. */
const geomOf = (shape: Shape): Geom =>
  polygonsOf(shape).map((rings) =>
    rings.map((ring) => ring.map((position): [number, number] => [position[0]!, position[1]!])),
  )

function faultsIn(polygons: readonly Rings[], tolerance: SliverTolerance): CoverageFault[] {
  return polygons.flatMap((coordinates) => {
    const areaSquareMetres = polygonSquareMetres(coordinates)
    const widthMetres = (2 * areaSquareMetres) / perimeterMetres(coordinates)
    if (areaSquareMetres < tolerance.areaSquareMetres || widthMetres < tolerance.widthMetres) return []
    return [{ shape: { type: 'Polygon', coordinates }, areaSquareMetres }]
  })
}
