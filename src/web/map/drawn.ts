import type { Feature, FeatureCollection, Geometry } from 'geojson'
import type { LonLatPair, MapGeometry } from '../../areas/map.contract.ts'
import type { Light } from '../../cases/contract.ts'
import type { OnTiles } from './coordinates.ts'
import type { MapSource } from './style.ts'

export type Collection = FeatureCollection<Geometry>

export interface DrawnArea {
  readonly id: string
  readonly name: string
  readonly shape: MapGeometry | null
  readonly at: LonLatPair | null
  /** From 0 (paper) to 1 (darkest), for maps that count. */
  readonly weight?: number
}

export interface DrawnCase {
  readonly id: string
  readonly at: LonLatPair
  readonly light: Light
}

/** Where a walk stops, by its number; several at one place are one mark. */
export interface DrawnStop extends DrawnCase {
  readonly label: string
  readonly chosen: boolean
}

/** A piece of ground that is wrong (gap, overlap, beyond). */
export interface DrawnFault {
  readonly fault: 'gap' | 'overlap' | 'beyond'
  readonly shape: MapGeometry
}

/** All that a map shows, in WGS-84. What is the same object as before is not drawn again. */
export interface Drawn {
  readonly areas: readonly DrawnArea[]
  /** The area in which the others lie. */
  readonly outline?: MapGeometry | null
  readonly selected?: string | null
  readonly cases?: readonly DrawnCase[]
  readonly faults?: readonly DrawnFault[]
  /** Outlines as they stand, and as they would be. */
  readonly before?: readonly MapGeometry[]
  readonly after?: readonly MapGeometry[]
  readonly point?: LonLatPair | null
  readonly stops?: readonly DrawnStop[]
  /** The points of a walk, in order, joined in straight lines. */
  readonly walk?: readonly LonLatPair[]
}

/** The layer of lights, alone and together. */
export const lightLayer = 'cases'
/** The numbers of a walk. */
export const stopLayer = 'stops'

const collection = (features: readonly Feature<Geometry>[]): Collection => ({
  type: 'FeatureCollection',
  features: [...features],
})
const feature = (geometry: Geometry, properties: Feature['properties'] = {}): Feature<Geometry> => ({
  type: 'Feature',
  geometry,
  properties,
})

/** What each source of the map is to hold, of those that are not as they were. */
export function layersOf(
  drawn: Drawn,
  tiles: OnTiles,
  last: Drawn | null,
): readonly (readonly [MapSource, Collection])[] {
  const dot = (at: LonLatPair): Geometry => ({ type: 'Point', coordinates: [...tiles.shown(at)] })
  const shapes = (all: readonly MapGeometry[] = []) =>
    collection(all.map((shape) => feature(tiles.shape(shape))))
  const each: { readonly [K in keyof Drawn]?: () => readonly (readonly [MapSource, Collection])[] } = {
    areas: () => [
      [
        'areas',
        collection(
          drawn.areas.flatMap(({ id, shape, weight = 0 }) =>
            shape ? [feature(tiles.shape(shape), { id, weight })] : [],
          ),
        ),
      ],
      ['names', collection(drawn.areas.flatMap(({ name, at }) => (at ? [feature(dot(at), { name })] : [])))],
    ],
    outline: () => [['outline', shapes(drawn.outline ? [drawn.outline] : [])]],
    cases: () => [
      ['cases', collection((drawn.cases ?? []).map(({ id, at, light }) => feature(dot(at), { id, light })))],
    ],
    faults: () => [
      [
        'faults',
        collection((drawn.faults ?? []).map(({ fault, shape }) => feature(tiles.shape(shape), { fault }))),
      ],
    ],
    before: () => [['before', shapes(drawn.before)]],
    after: () => [['after', shapes(drawn.after)]],
    stops: () => [
      [
        'stops',
        collection(
          // The first lies on top of those behind it.
          [...(drawn.stops ?? [])]
            .reverse()
            .map(({ id, at, light, label, chosen }) =>
              feature(dot(at), { id, light, label, kind: chosen ? 'chosen' : 'stop' }),
            ),
        ),
      ],
    ],
    walk: () => [
      [
        'walk',
        collection(
          (drawn.walk?.length ?? 0) < 2
            ? []
            : [feature({ type: 'LineString', coordinates: drawn.walk!.map((at) => [...tiles.shown(at)]) })],
        ),
      ],
    ],
    point: () => [['point', collection(drawn.point ? [feature(dot(drawn.point))] : [])]],
  }
  return (Object.keys(each) as (keyof typeof each)[]).flatMap((what) =>
    last !== null && last[what] === drawn[what] ? [] : (each[what]?.() ?? []),
  )
}
