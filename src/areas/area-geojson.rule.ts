import type { Position } from 'geojson'
import { z } from 'zod'
import { Refusal } from '../kernel/refusal.ts'
import { type AreaFault, type AreaFile, type AreaRow, checkRows, fullCode } from './area-rows.rule.ts'
import { type AreaFaultReason, AreaKind, type Shape } from './contract.ts'
import { convertShape } from './coordinates.rule.ts'
import type { CoordinateSystem } from './map.contract.ts'
import { ringSquareMetres } from './shape.rule.ts'

const FeatureCollection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({ properties: z.record(z.string(), z.unknown()).nullish(), geometry: z.unknown() }),
  ),
})
const Rings = z.array(z.array(z.array(z.number()).min(2))).min(1)
const Geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: Rings }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(Rings).min(1) }),
])

/** Words of official lists for kinds of which Linli has one: towns stand beside streets, villages beside communities. */
const alsoCalled: Readonly<Record<string, AreaKind>> = { town: 'street', village: 'community' }

/**
 * Reads areas with shapes from a GeoJSON FeatureCollection; each feature has the properties `code`, `name`, `kind`
 * and `parent`, and may have `nameEn`. A geometry may be null. `system` says what the file's positions are in;
 * shapes come out in WGS-84. `known` holds the kinds, by code, of areas that are there already.
 * Refuses with `import_file_unreadable` what is no FeatureCollection.
 */
export function readAreaGeoJson(
  file: unknown,
  system: CoordinateSystem = 'wgs84',
  known: ReadonlyMap<string, AreaKind> = new Map(),
): AreaFile {
  const collection = FeatureCollection.safeParse(file)
  if (!collection.success) {
    throw new Refusal('import_file_unreadable', { field: collection.error.issues[0]!.path.join('.') })
  }
  const rows = collection.data.features.map(({ properties, geometry }, at): AreaRow => {
    const said = (name: string) => textOf(properties?.[name])
    const kind = AreaKind.safeParse(alsoCalled[said('kind')] ?? said('kind'))
    return {
      row: at + 1,
      fields: { code: 'code', name: 'name', kind: 'kind', parent: 'parent' },
      code: fullCode(said('code')),
      kind: kind.success ? kind.data : null,
      nameZh: said('name'),
      nameEn: said('nameEn'),
      parentCode: fullCode(said('parent')) || null,
      shape: geometry === null || geometry === undefined ? null : readShape(at + 1, geometry, system),
    }
  })
  return checkRows(rows, known)
}

/** Map programs write codes as numbers as often as text. */
const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''

function readShape(
  row: number,
  value: unknown,
  system: CoordinateSystem,
): { sound: Shape } | { fault: AreaFault } {
  const at = (field: string, reason: AreaFaultReason) => ({ fault: { row, field, reason } })
  const geometry = Geometry.safeParse(value)
  if (!geometry.success) return at('geometry', 'shape_not_polygon')
  const shape = geometry.data
  const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates
  for (const [polygonAt, rings] of polygons.entries()) {
    for (const [ringAt, ring] of rings.entries()) {
      const reason = ringFault(ring)
      if (reason === null) continue
      const path = shape.type === 'Polygon' ? [ringAt] : [polygonAt, ringAt]
      return at(`geometry.coordinates.${path.join('.')}`, reason)
    }
  }
  return { sound: convertShape(shape, system, 'wgs84') }
}

/** What RFC 7946 §3.1.6 asks of a ring: four positions or more, the last equal to the first; and that it holds ground. */
function ringFault(ring: Position[]): AreaFaultReason | null {
  const inRange = ([lon, lat]: Position) => Math.abs(lon!) <= 180 && Math.abs(lat!) <= 90
  if (!ring.every(inRange)) return 'position_out_of_range'
  if (ring.length < 4) return 'ring_too_short'
  const [first, last] = [ring[0]!, ring.at(-1)!]
  if (first[0] !== last[0] || first[1] !== last[1]) return 'ring_not_closed'
  return Math.abs(ringSquareMetres(ring)) > 0.01 ? null : 'ring_without_area'
}
