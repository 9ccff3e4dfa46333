import { z } from 'zod'
import { isCalendarDay } from '../kernel/entered-day.ts'
import { AreaImportReason, AreaKind } from './contract.ts'
import { CoordinateSystem, MapGeometry } from './map.contract.ts'

/** A file of areas, to be looked at first and then to hold from a day on (区划调整). */
export const ChangeAreas = z.strictObject({
  /** Parsed JSON: a GeoJSON FeatureCollection, or an official list. */
  file: z.unknown(),
  /** What a GeoJSON file's positions are in. */
  system: CoordinateSystem.default('wgs84'),
  /** Today or earlier. */
  fromDay: z.iso.date().refine(isCalendarDay),
})
export type ChangeAreas = z.infer<typeof ChangeAreas>

/** The same file, as it was looked at: whoever comes after another change is refused and looks again. */
export const ApplyAreaChange = ChangeAreas.extend({ mark: z.string().max(80) })
export type ApplyAreaChange = z.infer<typeof ApplyAreaChange>

/** A row or an area of the file that is left out. */
export const AreaChangeFault = z.object({
  /** Its number in the file from 1, where the row itself is wrong. */
  row: z.number().int().nullable(),
  /** The field that is wrong, as the file names it; or null. */
  field: z.string().nullable(),
  /** Its code, where the area is sound but cannot be taken in. */
  code: z.string().nullable(),
  reason: AreaImportReason.nullable(),
})
export type AreaChangeFault = z.infer<typeof AreaChangeFault>

/** An outline as it stands and as it would be; null where there is none. */
export const ChangedShape = z.object({
  code: z.string(),
  kind: AreaKind,
  nameZh: z.string(),
  nameEn: z.string(),
  before: MapGeometry.nullable(),
  after: MapGeometry.nullable(),
  beforeSquareMetres: z.number().nullable(),
  afterSquareMetres: z.number().nullable(),
})
export type ChangedShape = z.infer<typeof ChangedShape>

/** What a file of areas would change, as areas know it. */
export const AreaChangePlan = z.object({
  added: z.number().int(),
  /** Another name, outline or kind of estate. */
  changed: z.number().int(),
  /** Another parent. */
  moved: z.number().int(),
  same: z.number().int(),
  faults: z.array(AreaChangeFault),
  shapes: z.array(ChangedShape),
  /** Changed outlines beyond those that are drawn. */
  shapesCut: z.number().int(),
  /** How many areas of each kind go to another parent, with all that they hold. */
  inside: z.partialRecord(AreaKind, z.number().int()),
  /** Ground that another area of the same kind would claim. */
  groundSquareMetres: z.number(),
  mark: z.string(),
})
export type AreaChangePlan = z.infer<typeof AreaChangePlan>

export const AreaChanged = z.object({
  added: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  refused: z.number().int(),
})
export type AreaChanged = z.infer<typeof AreaChanged>
