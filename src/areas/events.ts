import { z } from 'zod'
import { lineWriter } from '../platform/events.ts'
import { AreaKind } from './contract.ts'

const areaEvents = {
  /** A list or map came in and changed something; subject is the district's area. */
  'area.imported': z.strictObject({
    count: z.number().int().positive(),
    added: z.number().int().nonnegative(),
    changed: z.number().int().nonnegative(),
    /** How many of the file's areas are of each kind. */
    kinds: z.partialRecord(AreaKind, z.number().int().positive()),
    /** SHA-256 of the areas in canonical JSON, hex. */
    digest: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  /** An area got a new parent from a day on; all that it holds goes with it. */
  'area.moved': z.strictObject({
    areaId: z.uuid(),
    fromPath: z.array(z.uuid()),
    toPath: z.array(z.uuid()),
    fromDay: z.iso.date(),
  }),
  'area.ended': z.strictObject({ areaId: z.uuid(), fromDay: z.iso.date() }),
}

/** Lines of the map go on the chain of the district's own area. */
export const areaLine = lineWriter(areaEvents)
