import { z } from 'zod'
import { Month, UnitName } from './contract.ts'

export const TimingQuery = z.strictObject({ month: Month.optional() })
export type TimingQuery = z.infer<typeof TimingQuery>
const TimedAct = z.enum(['signed', 'resolved'])
const Timing = z.object({
  caseId: z.uuid(),
  number: z.string().nullable(),
  act: TimedAct,
  minutes: z.int(),
  counted: z.enum(['working', 'clock']),
  at: z.iso.datetime(),
})
/** The asker's own timings: nobody else is shown them. */
export const OwnTimings = z.object({ month: Month, rows: z.array(Timing) })
export type OwnTimings = z.infer<typeof OwnTimings>
const Group = z.object({
  unit: UnitName,
  act: TimedAct,
  counted: z.enum(['working', 'clock']),
  workers: z.int(),
  acts: z.int(),
  averageMinutes: z.int(),
})
export const Groups = z.object({ month: Month, least: z.int(), rows: z.array(Group) })
export type Groups = z.infer<typeof Groups>
