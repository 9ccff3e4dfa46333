import { z } from 'zod'
import { lineWriter } from '../platform/events.ts'
import { UnitKind } from './contract.ts'

/** Lines of units go on the chain of the district's own area; the subject is the unit. */
export const unitLine = lineWriter({
  'unit.added': z.strictObject({
    unitId: z.uuid(),
    kind: UnitKind,
    line: z.string(),
    areaId: z.uuid(),
    parentId: z.uuid().nullable(),
  }),
  /** A list of units came in; subject is the district's area. */
  'units.added': z.strictObject({
    count: z.number().int().positive(),
    /** SHA-256 of the new units in canonical JSON, hex. */
    digest: z.string().regex(/^[0-9a-f]{64}$/),
  }),
})
