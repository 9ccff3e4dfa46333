import { z } from 'zod'
import { lineWriter } from '../../platform/events.ts'

const day = z.iso.date()

/** Lines of the powers that a street was given go on the district's chain. */
export const powerLine = lineWriter({
  'power.delegated': z.strictObject({
    streetId: z.uuid(),
    fromUnitId: z.uuid(),
    fromDay: day,
    /** SHA-256 of its words, law, article and decision, each on a line of its own. */
    words: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  'power.ended': z.strictObject({ untilDay: day }),
} as const)
