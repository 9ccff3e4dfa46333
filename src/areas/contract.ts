import type { MultiPolygon, Polygon } from 'geojson'
import { z } from 'zod'
import { isCalendarDay } from '../kernel/entered-day.ts'

/**
 * The kinds of area, widest first (区、街道或镇、社区或村、网格、小区、楼栋、房屋). A file may name a home, and an import
 * says then that it is not kept: homes stand in the register.
 */
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

/** An area as everyone may know it. */
export const Area = z.object({
  id: z.uuid(),
  code: z.string(),
  kind: AreaKind,
  nameZh: z.string(),
  nameEn: z.string(),
  parentId: z.uuid().nullable(),
  /** Ids from the district down to the area itself. */
  path: z.array(z.uuid()),
  /** What its QR code says. */
  placeCode: z.string(),
  estateKind: EstateKind.nullable(),
  /** It exists no more; old cases still name it. */
  ended: z.boolean(),
})
export type Area = z.infer<typeof Area>

/** One step of the way down to a place. */
export const AreaStep = Area.pick({ id: true, kind: true, nameZh: true, nameEn: true })
export type AreaStep = z.infer<typeof AreaStep>

/** An area with the names on the way to it, the district first and the area itself last. */
export const AreaPath = z.object({ area: Area, steps: z.array(AreaStep) })
export type AreaPath = z.infer<typeof AreaPath>

/** Areas in order of code; `next` is the code to ask on from, or null. */
export const AreaPage = z.object({ areas: z.array(Area), next: z.string().nullable() })
export type AreaPage = z.infer<typeof AreaPage>

export const ListAreas = z.object({
  /** The district where left out. */
  parent: z.uuid().optional(),
  /** Code of the last area already seen. */
  after: z.string().max(40).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(200),
})
export type ListAreas = z.infer<typeof ListAreas>

export const FindAreas = z.object({
  text: z.string().trim().min(1).max(60),
  /** Only areas of this kind. */
  kind: AreaKind.optional(),
  limit: z.coerce.number().int().min(1).max(50).default(10),
})
export type FindAreas = z.infer<typeof FindAreas>

/** A point in WGS-84 degrees, as a query carries it. */
export const LocateArea = z.object({
  lon: z.coerce.number().min(-180).max(180),
  lat: z.coerce.number().min(-90).max(90),
})
export type LocateArea = z.infer<typeof LocateArea>

const Position = z.array(z.number()).min(2)
const Geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(Position)) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(Position))) }),
])
const featuresOf = <Properties extends z.ZodType>(properties: Properties) =>
  z.object({
    type: z.literal('FeatureCollection'),
    features: z.array(z.object({ type: z.literal('Feature'), properties, geometry: Geometry })),
  })

/** Where an area's parts leave a gap, overlap each other or reach beyond it; each piece is a shape of its own. */
export const AreaCoverage = featuresOf(
  z.object({
    fault: z.enum(['gap', 'overlap', 'beyond']),
    /** The parts that claim the ground: two for an overlap, one beyond, none for a gap. */
    areaIds: z.array(z.uuid()),
    areaSquareMetres: z.number().nonnegative(),
  }),
).extend({
  /** How many parts have an outline to compare, and how many have none. */
  withShape: z.number().int(),
  withoutShape: z.number().int(),
  /** Without the area's own outline gaps cannot be told. */
  gapsKnown: z.boolean(),
})
export type AreaCoverage = z.infer<typeof AreaCoverage>

/** The place that a QR code names, with the names on the way to it. */
export const Place = AreaPath.extend({ code: z.string() })
export type Place = z.infer<typeof Place>

/** The district as every face shows it first. */
export const DistrictCard = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  demonstration: z.boolean(),
  /** Whether its area stands; until then nothing can be reported. */
  setUp: z.boolean(),
  areaId: z.uuid().nullable(),
})
export type DistrictCard = z.infer<typeof DistrictCard>

/** Gives an area a new parent from a day on (区划调整); today or earlier, never before the area's last change. */
export const MoveArea = z.strictObject({
  requestId: z.uuid(),
  parentId: z.uuid(),
  fromDay: z.iso.date().refine(isCalendarDay),
})
export type MoveArea = z.infer<typeof MoveArea>

export const AreaMoved = z.object({
  areaId: z.uuid(),
  fromPath: z.array(z.uuid()),
  toPath: z.array(z.uuid()),
  /** Areas whose path changed, the moved one among them. */
  areas: z.number().int(),
})
export type AreaMoved = z.infer<typeof AreaMoved>

/** Ends an area from a day on; it must hold no others any more. */
export const EndArea = z.strictObject({ requestId: z.uuid(), fromDay: z.iso.date().refine(isCalendarDay) })
export type EndArea = z.infer<typeof EndArea>

export const AreaEnded = z.object({ areaId: z.uuid(), fromDay: z.iso.date() })
export type AreaEnded = z.infer<typeof AreaEnded>

/** Why an area of a sound file was still not taken in. `web/words` words each one. */
export const AreaImportReason = z.enum([
  'second_district',
  'kind_changed',
  'kind_not_kept',
  'parent_unknown',
  'parent_not_wider',
  'code_ended',
  'changed_later',
])
export type AreaImportReason = z.infer<typeof AreaImportReason>

/** Why a row of a file of areas was left out. `web/words` words each one. */
export const AreaFaultReason = z.enum([
  'code_missing',
  'code_malformed',
  'code_repeated',
  'name_missing',
  'kind_unknown',
  'parent_missing',
  'parent_unknown',
  'parent_not_wider',
  'parent_faulty',
  'shape_not_polygon',
  'ring_too_short',
  'ring_not_closed',
  'ring_without_area',
  'position_out_of_range',
])
export type AreaFaultReason = z.infer<typeof AreaFaultReason>

/** What a file of areas did, or would do. A fault names its row and field, in a list or in a sheet, or its code. */
export const AreaFileResult = z.object({
  added: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  faults: z.array(
    z.object({
      row: z.number().int().optional(),
      /** As the program that wrote the sheet counts it. */
      sheetRow: z.number().int().optional(),
      field: z.string().optional(),
      code: z.string().optional(),
      reason: z.union([AreaFaultReason, AreaImportReason]),
    }),
  ),
})
export type AreaFileResult = z.infer<typeof AreaFileResult>

/** What an import did. */
export interface AreaImport {
  readonly added: number
  readonly changed: number
  readonly same: number
  readonly faults: readonly { readonly code: string; readonly reason: AreaImportReason }[]
}
