import { z } from 'zod'
import { lineWriter } from '../platform/events.ts'

const count = z.number().int().nonnegative()
const digest = z.string().regex(/^[0-9a-f]{64}$/)

const matterEvents = {
  /** The catalogue changed; `digest` is the SHA-256 of the matters that came in, in canonical JSON, hex. */
  'matter.catalogue_imported': z.strictObject({
    fromDay: z.iso.date(),
    added: count,
    changed: count,
    same: count,
    retired: count,
    digest,
  }),
  /** A year's notice was entered: what was counted through that year is counted again. */
  'calendar.announced': z.strictObject({
    year: z.number().int(),
    holidays: count,
    workdays: count,
    digest,
  }),
}

/** Lines of catalogue and calendar go on the chain of the district's own area, which is their subject too. */
export const matterLine = lineWriter(matterEvents)
