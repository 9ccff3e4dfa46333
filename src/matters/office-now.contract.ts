import { z } from 'zod'

/** Whether offices work now, by the working calendar: what "on duty" rests on. */
export const OfficeNow = z.object({
  isOpen: z.boolean(),
  /** While they work: when they close today, after any break. */
  closesAt: z.iso.datetime().nullable(),
  /** When they open next; while they work, the next working day. */
  opensAt: z.iso.datetime(),
  /** From when to when they work today, with any break; null on a day off. */
  today: z.object({ opensAt: z.iso.datetime(), closesAt: z.iso.datetime() }).nullable(),
  /** Working minutes of a usual day. */
  minutesPerDay: z.number().int().positive(),
})
export type OfficeNow = z.infer<typeof OfficeNow>
