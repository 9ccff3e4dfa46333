import { z } from 'zod'
import { Cause } from './contract.ts'

const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
/** Months, both included. */
export const DisputeQuery = z.strictObject({ from: Month, to: Month })
export type DisputeQuery = z.infer<typeof DisputeQuery>

/** A count; null where fewer than five are held back. */
const Count = z.int().nullable()
const Share = z.int().nullable()

export const DisputeFigures = z.object({
  from: Month,
  to: Month,
  causes: z.array(Cause),
  areas: z.array(
    z.object({
      area: z.object({ id: z.uuid(), zh: z.string(), en: z.string() }),
      /** Disputes that came to an end, in the order of `causes`. */
      counts: z.array(Count),
      ended: Count,
      agreedShare: Share,
      keptShare: Share,
    }),
  ),
  byCause: z.array(Count),
  months: z.array(z.object({ month: Month, opened: Count, ended: Count })),
  agreedShare: Share,
  keptShare: Share,
})
export type DisputeFigures = z.infer<typeof DisputeFigures>
