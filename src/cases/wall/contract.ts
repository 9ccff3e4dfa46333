import { z } from 'zod'
import { Light, Stage } from '../contract.ts'
import { FiguresArea, Trend } from '../figures/contract.ts'
import { countNames } from '../figures/measures.contract.ts'
import { CaseRow, PlaceName, UnitName } from '../story.contract.ts'

/** Open cases by light. `none`: the clock rests (paused, listed); `stopped`: nobody can hurry it, such as while it waits to be answered. */
export const OpenLights = z.object({
  red: z.int(),
  yellow: z.int(),
  green: z.int(),
  none: z.int(),
  stopped: z.int(),
})
export type OpenLights = z.infer<typeof OpenLights>

/** What a day counted so far. */
export const DayCounts = z.partialRecord(z.enum(countNames), z.int())
export type DayCounts = z.infer<typeof DayCounts>

const Matter = z.object({ code: z.string(), zh: z.string(), en: z.string() }).nullable()

/** A case as a wall may name it: what a desk wrote that all may read, never a reporter's words. */
export const WallCase = z.object({
  id: z.uuid(),
  number: z.string(),
  stage: Stage,
  light: Light,
  matter: Matter,
  summary: z.string().nullable(),
  place: PlaceName,
  unit: UnitName.nullable(),
})
export type WallCase = z.infer<typeof WallCase>

export const WallQuery = z.strictObject({
  /** The widest area that the asker sees, where left out. */
  areaId: z.uuid().optional(),
})
export type WallQuery = z.infer<typeof WallQuery>

/**
 * The command centre's wall for one area: how it stands at this moment, without practice and confidential cases, which
 * no wall counts. Each number is the length of a list: open ones of the desk's (`plain`), those of a day of the cases
 * behind a figure, of reports those of one thing.
 */
export const Wall = z.object({
  /** The moment that it tells of. */
  at: z.iso.datetime(),
  /** Since when what happened waits to be counted, where that is longer than usual: until then numbers are too low or too old. */
  waitingSince: z.iso.datetime().nullable(),
  /** The local day of that moment. */
  today: z.iso.date(),
  area: FiguresArea,
  /** From the widest that the asker sees down to the area itself. */
  steps: z.array(FiguresArea),
  open: OpenLights,
  stages: z.array(z.object({ stage: Stage, open: z.int() })),
  /** What today counted until now. */
  day: DayCounts,
  /** What the same weekday of last week counted until the same time of day. */
  lastWeek: z.object({ day: z.iso.date(), until: z.iso.datetime(), accepted: z.int() }),
  /** All parts of the area that stand, in order of code; a grid has none. */
  parts: z.array(z.object({ area: FiguresArea, open: OpenLights, day: DayCounts })),
  /** Units that answer for most open cases there, overdue ones first. */
  units: z.array(z.object({ unit: UnitName, open: OpenLights })),
  /** The matters of most open cases. */
  matters: z.array(z.object({ matter: Matter, open: OpenLights })),
  /** How much was reported day by day. */
  trend: Trend.shape.days,
  /** Many reports of one thing (joined), the most first. */
  hot: z.array(WallCase.extend({ reports: z.int() })),
  /** What turns red next. */
  soon: z.array(WallCase.extend({ redAt: z.iso.datetime() })),
  /** What happened last today, newest first. */
  stream: z.array(WallCase.extend({ count: z.enum(countNames), at: z.iso.datetime() })),
})
export type Wall = z.infer<typeof Wall>

export const ReportsQuery = z.strictObject({
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})
export type ReportsQuery = z.infer<typeof ReportsQuery>

/** The reports of one thing, newest first: a case and those that were joined into it. */
export const ReportsPage = z.object({
  number: z.string(),
  /** How many there are in all, over all pages. */
  total: z.int(),
  rows: z.array(CaseRow),
  next: z.string().nullable(),
})
export type ReportsPage = z.infer<typeof ReportsPage>
