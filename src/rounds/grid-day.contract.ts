import { z } from 'zod'
import { isRecentEnough } from '../kernel/entered-day.ts'
import { FoundCase, RoundPlace } from './contract.ts'

/** Where a phone was, in WGS-84 degrees. */
const Point = z.strictObject({ lon: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) })

/** A month, YYYY-MM. */
export const Month = z.string().regex(/^(?:199\d|20\d\d|21\d\d)-(?:0[1-9]|1[0-2])$/)

/** Which day of the month is the day in the grid (驻点日), from a month on. */
export const GridDayRule = z.object({
  /** Null for the one that Linli comes with. */
  validFrom: Month.nullable(),
  dayOfMonth: z.number().int(),
  /** Whether it moves to the next working day when offices are closed. */
  nextWorkingDay: z.boolean(),
})
export type GridDayRule = z.infer<typeof GridDayRule>
export const SetGridDay = z.strictObject({
  requestId: z.uuid(),
  validFrom: Month,
  dayOfMonth: z.number().int().min(1).max(28),
  nextWorkingDay: z.boolean(),
})
export type SetGridDay = z.infer<typeof SetGridDay>
export const GridDayRules = z.object({
  inForce: GridDayRule,
  announced: z.array(GridDayRule),
  canSet: z.boolean(),
  /** The next day by what is announced, today among them. */
  next: z.iso.date(),
})
export type GridDayRules = z.infer<typeof GridDayRules>

/** Who is expected in a grid, or came besides. */
export const RosterEntry = z.object({
  /** Which of the three it is: an account, a person linked by name, or a unit. */
  who: z.object({
    accountId: z.uuid().nullable(),
    holderId: z.uuid().nullable(),
    unitId: z.uuid().nullable(),
  }),
  role: z.enum([
    'grid_leader',
    'grid_worker',
    'community',
    'district_leader',
    'department',
    'cadre',
    'party_delegate',
    'congress_deputy',
    'cppcc_member',
    'other',
  ]),
  zh: z.string().nullable(),
  en: z.string().nullable(),
  /** Whether this grid waits for them: who is linked to several may come to any. */
  expected: z.boolean(),
  checkIn: z
    .object({
      id: z.uuid(),
      cameAt: z.iso.datetime(),
      /** From the grid's border in metres, 0 within it; null where nobody can tell. */
      metres: z.number().int().nullable(),
      /** Whether the asker entered it, and may take it back. */
      own: z.boolean(),
    })
    .nullable(),
  /** Whether it is the asker. */
  self: z.boolean(),
})
export type RosterEntry = z.infer<typeof RosterEntry>

/** A day in one grid: who was expected, who came, and what became of what was heard. */
export const GridDay = z.object({
  id: z.uuid(),
  grid: RoundPlace,
  day: z.iso.date(),
  roster: z.array(RosterEntry),
  heard: z.array(FoundCase),
})
export type GridDay = z.infer<typeof GridDay>

/** Where the asker comes this month or the next time, kept on the phone. */
export const FieldGridDays = z.object({ days: z.array(GridDay) })
export type FieldGridDays = z.infer<typeof FieldGridDays>

export const GridDayRow = z.object({
  grid: RoundPlace,
  day: z.iso.date(),
  expected: z.number().int(),
  /** Of those who were expected, and others. */
  came: z.number().int(),
  besides: z.number().int(),
  heard: z.number().int(),
})
export type GridDayRow = z.infer<typeof GridDayRow>
export const GridDayQuery = z.strictObject({
  month: Month.optional(),
  areaId: z.uuid().optional(),
  after: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})
export type GridDayQuery = z.infer<typeof GridDayQuery>
/** Grids in order of code. */
export const GridDayPage = z.object({
  month: Month,
  day: z.iso.date(),
  rows: z.array(GridDayRow),
  next: z.string().nullable(),
  of: z.number().int(),
})
export type GridDayPage = z.infer<typeof GridDayPage>

/** Who came to the grid: the asker, or somebody on the roster whom they see there. */
export const CheckIn = z.strictObject({
  requestId: z.uuid(),
  gridId: z.uuid(),
  /** Somebody linked to the grid, or a unit; the asker where neither is named. */
  holderId: z.uuid().optional(),
  unitId: z.uuid().optional(),
  /** Where the phone was. It is held to the grid's outline and forgotten. */
  point: Point.optional(),
  occurredAt: z.iso.datetime({ offset: true }).refine(isRecentEnough).optional(),
})
export type CheckIn = z.infer<typeof CheckIn>
export const CheckedIn = z.object({
  checkInId: z.uuid(),
  gridDayId: z.uuid(),
  metres: z.number().int().nullable(),
})
export type CheckedIn = z.infer<typeof CheckedIn>
export const TakeBackCheckIn = z.strictObject({ requestId: z.uuid() })
export type TakeBackCheckIn = z.infer<typeof TakeBackCheckIn>

/** For everybody: when a community's people are next in their grids. */
export const NextGridDay = z.object({ day: z.iso.date() })
export type NextGridDay = z.infer<typeof NextGridDay>
