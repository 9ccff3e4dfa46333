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
})
