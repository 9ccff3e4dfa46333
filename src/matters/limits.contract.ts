import { z } from 'zod'

/**
 * What a unit may ask for in one round of its clock (延期、挂起、挂账): how many extensions and how many working days in all
 * of them, how many pauses and the working days of the longest, and the calendar days until a listing is looked at.
 * Zero grants none.
 */
export const ClockLimits = z.object({
  extensions: z.number().int().min(0).max(99),
  extensionDays: z.number().int().min(0).max(999),
  pauses: z.number().int().min(0).max(99),
  pauseDays: z.number().int().min(0).max(999),
  listingDays: z.number().int().min(0).max(999),
})
export type ClockLimits = z.infer<typeof ClockLimits>
