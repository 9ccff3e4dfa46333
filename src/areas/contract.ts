import type { MultiPolygon, Polygon } from 'geojson'
import { z } from 'zod'

/** The kinds of area, widest first (区、街道或镇、社区或村、网格、小区、楼栋、房屋). */
export const AreaKind = z.enum(['district', 'street', 'community', 'grid', 'estate', 'building', 'home'])
export type AreaKind = z.infer<typeof AreaKind>

/** A commercial estate with a property firm, an old one, or a yard that nobody manages. */
export const EstateKind = z.enum(['new', 'old', 'unmanaged'])
export type EstateKind = z.infer<typeof EstateKind>

/** An area's outline: GeoJSON (RFC 7946), longitude and latitude in WGS-84 degrees. */
export type Shape = Polygon | MultiPolygon

/** An area as a file or the demonstration district gives it, before it has an id. */
export interface NewArea {
  /** Official code down to the community (12 digits); below it the community's code with a suffix. */
  readonly code: string
  readonly kind: AreaKind
  readonly nameZh: string
  readonly nameEn?: string
  /** Code of the area that holds it; null for the district alone. */
  readonly parentCode: string | null
  readonly shape?: Shape
  readonly estateKind?: EstateKind
}
