import type { MultiPolygon, Polygon } from 'geojson'
import { z } from 'zod'
import { Area } from './contract.ts'

/** The systems in which Chinese map data comes; Linli keeps WGS-84. */
export const CoordinateSystem = z.enum(['wgs84', 'gcj02', 'bd09'])
export type CoordinateSystem = z.infer<typeof CoordinateSystem>

/** Longitude and latitude in WGS-84 degrees, as GeoJSON writes them. */
export const LonLatPair = z.tuple([z.number(), z.number()])
export type LonLatPair = z.infer<typeof LonLatPair>

/** Where an area is drawn: in the middle of it (`exact`), or of the narrowest one around it that has an outline. */
export const AreaSpot = z.object({ at: LonLatPair, exact: z.boolean() })
export type AreaSpot = z.infer<typeof AreaSpot>

/** West, south, east, north in WGS-84 degrees. */
export const MapBox = z.tuple([z.number(), z.number(), z.number(), z.number()])
export type MapBox = z.infer<typeof MapBox>

/** An outline as GeoJSON has it. */
export const MapGeometry = z.custom<Polygon | MultiPolygon>(
  (value) => typeof value === 'object' && value !== null && 'coordinates' in value,
)
export type MapGeometry = z.infer<typeof MapGeometry>

/** What every map begins with. */
export const MapCard = z.object({
  /** What lies under the outlines; null: nothing does. */
  tiles: z
    .object({
      /** Address with {z}, {x} and {y}. */
      template: z.string(),
      system: CoordinateSystem,
      attribution: z.string(),
    })
    .nullable(),
  /** Around the district; null where no area of it has an outline. */
  box: MapBox.nullable(),
})
export type MapCard = z.infer<typeof MapCard>

/** An area as a map draws it and as its list names it. */
export const MapArea = Area.pick({ id: true, code: true, kind: true, nameZh: true, nameEn: true }).extend({
  /** How many parts it has that stand. */
  parts: z.number().int(),
  /** Where its name is written: a point well inside; null without an outline. */
  at: LonLatPair.nullable(),
  /** Simplified to what a screen can show; null where it has none. */
  shape: MapGeometry.nullable(),
})
export type MapArea = z.infer<typeof MapArea>

export const MapAreasQuery = z.object({
  /** The area whose parts are drawn; the district where left out. */
  under: z.uuid().optional(),
  /** All areas of this kind in it, instead of its own parts. */
  level: z.enum(['street', 'community', 'grid']).optional(),
})
export type MapAreasQuery = z.infer<typeof MapAreasQuery>

/** One page of the map: what lies in an area, in order of code. */
export const MapAreas = z.object({
  /** The area itself. */
  under: MapArea,
  areas: z.array(MapArea),
  /** Around all that is drawn; null where nothing has an outline. */
  box: MapBox.nullable(),
})
export type MapAreas = z.infer<typeof MapAreas>
