import { z } from 'zod'
import { isCalendarDay } from '../../kernel/entered-day.ts'

/** What a program of another office may be let do. Nothing here shows a person, and nothing gives permission. */
export const serviceActs = [
  'case.accept_on_behalf',
  'case.see',
  'alert.see',
  'import.run',
  'export.run',
  'area.manage',
  'matter.manage',
  'unit.manage',
  'journal.verify',
] as const
export const ServiceAct = z.enum(serviceActs)
export type ServiceAct = z.infer<typeof ServiceAct>

/** Acts that are done for the whole district at once: a key for them stands in the district. */
export const wholeDistrictActs: readonly ServiceAct[] = [
  'import.run',
  'export.run',
  'area.manage',
  'matter.manage',
  'unit.manage',
  'journal.verify',
]

const LastDay = z.iso.date().refine(isCalendarDay)

export const OpenService = z.strictObject({
  /** What it is and whose, as in "12345 hotline". */
  name: z.string().trim().min(1).max(60),
  acts: z.array(ServiceAct).min(1).max(serviceActs.length),
  areaId: z.uuid(),
  /** First day on which the key opens nothing any more: a year ahead at most. */
  endsOn: LastDay,
})
export type OpenService = z.infer<typeof OpenService>

export const TurnKey = z.strictObject({
  endsOn: LastDay,
  /** Hours for which the old key goes on beside the new one. */
  graceHours: z.int().min(0).max(168).default(24),
})
export type TurnKey = z.infer<typeof TurnKey>

/** A key that nobody is shown a second time. */
export const NewKey = z.object({ accountId: z.uuid(), keyId: z.uuid(), key: z.string() })
export type NewKey = z.infer<typeof NewKey>

export const ServiceKey = z.object({
  id: z.uuid(),
  createdAt: z.iso.datetime(),
  endsOn: z.iso.date(),
  stopsAt: z.iso.datetime().nullable(),
  /** To the hour; null where it was never used. */
  usedAt: z.iso.datetime().nullable(),
  opens: z.boolean(),
})
export const ServiceAccount = z.object({
  id: z.uuid(),
  name: z.string(),
  openedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  acts: z.array(ServiceAct),
  area: z.object({ id: z.uuid(), nameZh: z.string(), nameEn: z.string() }),
  /** The latest first. */
  keys: z.array(ServiceKey),
})
export type ServiceAccount = z.infer<typeof ServiceAccount>
export const ServiceAccounts = z.object({ rows: z.array(ServiceAccount) })
export type ServiceAccounts = z.infer<typeof ServiceAccounts>

export const StoppedKeys = z.object({ stopped: z.int() })
export type StoppedKeys = z.infer<typeof StoppedKeys>
