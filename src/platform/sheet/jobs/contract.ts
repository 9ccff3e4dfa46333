import { z } from 'zod'

/** How a list's writing stands. `lost`: the server that wrote it is gone, and it must be asked for again. */
export const SheetJobState = z.enum(['running', 'done', 'failed', 'stopped', 'lost'])
export type SheetJobState = z.infer<typeof SheetJobState>

/** A list that is written out beside the requests. */
export const SheetJob = z.object({
  id: z.uuid(),
  /** What the list is, in the language in which it was asked for. */
  title: z.string(),
  fileName: z.string(),
  state: SheetJobState,
  /** Rows written until now, and how many it will have; null where that is not known ahead. */
  rows: z.number().int(),
  expected: z.number().int().nullable(),
  /** Whether there are more rows than may be written. */
  cut: z.boolean(),
  askedAt: z.iso.datetime(),
  /** Until when it can be taken, once it is done. */
  keptUntil: z.iso.datetime().nullable(),
  /** Whether it was taken. */
  taken: z.boolean(),
})
export type SheetJob = z.infer<typeof SheetJob>

/** The asker's own of the last day, the newest first. */
export const SheetJobs = z.object({ jobs: z.array(SheetJob) })
export type SheetJobs = z.infer<typeof SheetJobs>
