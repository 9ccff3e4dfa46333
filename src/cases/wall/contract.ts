import { z } from 'zod'
import { Light, Stage } from '../contract.ts'
import { FiguresArea, Trend } from '../figures/contract.ts'
import { countNames } from '../figures/measures.contract.ts'
import { PlaceName, UnitName } from '../story.contract.ts'

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
 * behind a figure.
 */
export const Wall = z.object({
  /** The moment that it tells of. */
  at: z.iso.datetime(),
  /** The local day of that moment. */
  today: z.iso.date(),
  area: FiguresArea,
  /** From the widest that the asker sees down to the area itself. */
  steps: z.array(FiguresArea),
  open: OpenLights,
  stages: z.array(z.object({ stage: Stage, open: z.int() })),
  /** What today counted until now, and what the same weekday of last week counted until the same time of day. */
  day: DayCounts,
  dayBefore: DayCounts,
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
