import { z } from 'zod'
import { Cause } from './contract.ts'

/** YYYY-Qn. Whole quarters alone: periods that overlap would tell small numbers by taking one from the other. */
const Quarter = z.string().regex(/^\d{4}-Q[1-4]$/)
/** Left out, the last that ended. */
export const DisputeQuery = z.strictObject({ quarter: Quarter.optional() })
export type DisputeQuery = z.infer<typeof DisputeQuery>
export const DisputeExport = DisputeQuery.extend({ language: z.enum(['zh', 'en']).default('zh') })
export type DisputeExport = z.infer<typeof DisputeExport>

/** A count; null where fewer than five are held back. */
const Count = z.int().nullable()
const Share = z.int().nullable()

export const DisputeFigures = z.object({
  quarter: Quarter,
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
  ended: Count,
  agreedShare: Share,
  keptShare: Share,
  /** Quarters that have ended, the newest first. */
  quarters: z.array(z.object({ quarter: Quarter, opened: Count, ended: Count })),
})
export type DisputeFigures = z.infer<typeof DisputeFigures>
