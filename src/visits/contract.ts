import { z } from 'zod'
import { AreaStep } from '../areas/contract.ts'
import { AreaSpot } from '../areas/map.contract.ts'
import { isCalendarDay } from '../kernel/entered-day.ts'
import { PostKind } from '../people/contract.ts'
import { CareKind } from '../people/register/contract.ts'
import { HomePlace } from '../people/register/read.contract.ts'
import { SheetLanguage } from '../platform/sheet/send-sheet.ts'

const requestId = z.uuid()
const Day = z.iso.date().refine(isCalendarDay)

/** How somebody was in touch with a home. */
export const VisitHow = z.enum(['door', 'phone', 'message'])
export type VisitHow = z.infer<typeof VisitHow>
/** What came of it: somebody was spoken to, nobody was there or answered, somebody did not wish to speak. */
export const VisitOutcome = z.enum(['met', 'nobody', 'unwilling'])
export type VisitOutcome = z.infer<typeof VisitOutcome>

/**
 * Why a home is come to more often than once a year: care by its kind, one old person alone, new people. `yearly` is
 * everybody; `again` how soon after nobody was home.
 */
export const VisitNeed = z.enum([...CareKind.options, 'old_alone', 'new_arrival', 'yearly', 'again'])
export type VisitNeed = z.infer<typeof VisitNeed>

/** A visit as whoever came logs it. */
export const LogVisit = z
  .strictObject({
    requestId,
    /** The visit's own id, made by the phone (UUIDv7): a report from the door names it before it was sent. */
    id: z.uuidv7(),
    homeId: z.uuid(),
    how: VisitHow,
    outcome: VisitOutcome,
    /** What was heard, in a few words. */
    heard: z.string().trim().min(1).max(500).optional(),
    /** Where the phone stood, where its owner let it say so. At a door alone. */
    point: z
      .strictObject({ lon: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) })
      .optional(),
    /** Whoever lives there asked not to be visited. */
    declines: z.boolean().default(false),
    /** When it was, where it is sent later than that. */
    occurredAt: z.iso.datetime({ offset: true }).optional(),
  })
  .refine(({ outcome, heard }) => outcome !== 'nobody' || heard === undefined, { path: ['heard'] })
export type LogVisit = z.infer<typeof LogVisit>

export const VisitDone = z.object({ id: z.uuid(), seq: z.number().int() })
export type VisitDone = z.infer<typeof VisitDone>
export const TakeBackVisit = z.strictObject({ requestId })
export type TakeBackVisit = z.infer<typeof TakeBackVisit>

/** Why a home stands on a list, in no more words than a passer-by may read: its needs, new people, or the year. */
export const VisitWhy = z.enum(['often', 'arrival', 'yearly'])
export type VisitWhy = z.infer<typeof VisitWhy>

/** A home that somebody should come to. */
export const DueHome = z.object({
  homeId: z.uuid(),
  place: HomePlace,
  why: VisitWhy,
  everyDays: z.number().int(),
  /** The day on which somebody should come. */
  dueOn: z.iso.date(),
  /** When somebody was met at the door last. */
  lastOn: z.iso.date().nullable(),
  /** When nobody was home, since then. */
  missedOn: z.iso.date().nullable(),
  /** Where its building is drawn on the day's route; null where no map has it. */
  spot: AreaSpot.nullable(),
})
export type DueHome = z.infer<typeof DueHome>

/** The state of a plan: homes to come to today, of these past their day; those visited this month, those left in peace. */
export const PlanState = z.object({
  homes: z.number().int(),
  due: z.number().int(),
  overdue: z.number().int(),
  visited: z.number().int(),
  declined: z.number().int(),
})
export type PlanState = z.infer<typeof PlanState>

/** The plan of one grid: the first homes of it, and how many there are in all. */
export const GridPlan = z.object({ grid: AreaStep, state: PlanState, rows: z.array(DueHome) })
export type GridPlan = z.infer<typeof GridPlan>
export const FieldVisits = z.object({ today: z.iso.date(), grids: z.array(GridPlan) })
export type FieldVisits = z.infer<typeof FieldVisits>

/** A home of the own grids that needs looking after, and when somebody there was spoken to last, however. No word of why. */
export const LookAfterHome = z.object({
  homeId: z.uuid(),
  place: HomePlace,
  spokenAt: z.iso.datetime().nullable(),
})
export type LookAfterHome = z.infer<typeof LookAfterHome>
export const LookAfter = z.object({ homes: z.array(LookAfterHome), all: z.number().int() })
export type LookAfter = z.infer<typeof LookAfter>

/** One visit on a home's page. */
const HomeVisit = z.object({
  id: z.uuid(),
  visitedAt: z.iso.datetime(),
  how: VisitHow,
  outcome: VisitOutcome,
  /** The kind of post of whoever came, and whether that was the asker. */
  by: PostKind.nullable(),
  own: z.boolean(),
  /** What was heard; null where nothing was, or it was erased. */
  heard: z.string().nullable(),
  takenBackAt: z.iso.datetime().nullable(),
  /** Cases that came of it. */
  caseIds: z.array(z.uuid()),
  canTakeBack: z.boolean(),
})
export type HomeVisit = z.infer<typeof HomeVisit>

/** What is known of visits to a home. That it was read is on record at everybody who lives there. */
export const HomeVisits = z.object({
  homeId: z.uuid(),
  place: HomePlace,
  /** Null where nobody lives there, or it is no dwelling. */
  plan: z
    .object({
      needs: z.array(z.object({ need: VisitNeed, days: z.number().int() })),
      dueOn: z.iso.date(),
      lastOn: z.iso.date().nullable(),
    })
    .nullable(),
  /** They asked not to be visited. */
  wish: z.object({ id: z.uuid(), saidOn: z.iso.date() }).nullable(),
  visits: z.array(HomeVisit),
  can: z.object({ log: z.boolean() }),
})
export type HomeVisits = z.infer<typeof HomeVisits>

export const ListVisits = z.object({
  areaId: z.uuid(),
  from: Day.optional(),
  until: Day.optional(),
  how: VisitHow.optional(),
  outcome: VisitOutcome.optional(),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})
export type ListVisits = z.infer<typeof ListVisits>
export const VisitRow = z.object({
  id: z.uuid(),
  homeId: z.uuid(),
  place: HomePlace.nullable(),
  visitedAt: z.iso.datetime(),
  how: VisitHow,
  outcome: VisitOutcome,
  by: PostKind.nullable(),
  takenBack: z.boolean(),
  cases: z.number().int(),
})
export type VisitRow = z.infer<typeof VisitRow>
export const VisitPage = z.object({ rows: z.array(VisitRow), next: z.uuid().nullable() })
export type VisitPage = z.infer<typeof VisitPage>
export const ExportVisits = ListVisits.omit({ after: true, limit: true }).extend({ language: SheetLanguage })
export type ExportVisits = z.infer<typeof ExportVisits>

export const CountVisits = z.object({
  /** A community: by grid. A street: by community. */
  areaId: z.uuid(),
  /** YYYY-MM; this month where left out. */
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional(),
})
export type CountVisits = z.infer<typeof CountVisits>
/** Contacts of a month, and those in person; null where they are too few to be shown. */
export const ContactShare = z.object({
  contacts: z.number().int().nullable(),
  inPerson: z.number().int().nullable(),
})
export type ContactShare = z.infer<typeof ContactShare>
export const VisitCounts = z.object({
  month: z.string(),
  parts: z.array(
    z.object({
      area: AreaStep,
      /** As of today; homes that want no visits are null where they are too few to be shown. */
      state: PlanState.omit({ visited: true }).extend({ declined: z.number().int().nullable() }),
      /** Homes where somebody was met at the door in the month; null where they are too few. */
      visited: z.number().int().nullable(),
      share: ContactShare,
    }),
  ),
  whole: ContactShare,
})
export type VisitCounts = z.infer<typeof VisitCounts>

export const CountDistrictVisits = CountVisits.pick({ month: true })
export type CountDistrictVisits = z.infer<typeof CountDistrictVisits>
/** Visits at the door of a month, whatever came of them, and contacts, by street; null where they are too few to be shown. */
export const DistrictVisits = z.object({
  month: z.string(),
  parts: z.array(z.object({ area: AreaStep, atDoor: z.number().int().nullable(), share: ContactShare })),
  whole: z.object({ atDoor: z.number().int().nullable(), share: ContactShare }),
})
export type DistrictVisits = z.infer<typeof DistrictVisits>

/** How many days may pass, for a need, from a day on; a null day is from the beginning. */
export const VisitRule = z.object({
  need: VisitNeed,
  days: z.number().int(),
  validFrom: z.iso.date().nullable(),
})
export type VisitRule = z.infer<typeof VisitRule>
export const VisitRules = z.object({
  inForce: z.array(VisitRule),
  coming: z.array(VisitRule),
  can: z.object({ set: z.boolean() }),
})
export type VisitRules = z.infer<typeof VisitRules>
export const SetVisitRule = z.strictObject({
  requestId,
  need: VisitNeed,
  days: z.int().min(1).max(730),
  validFrom: Day,
})
export type SetVisitRule = z.infer<typeof SetVisitRule>
