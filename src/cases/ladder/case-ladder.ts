import { calendarOf } from '../../matters/door.ts'
import type { Clock } from '../../platform/clock.ts'
import { dayOf } from '../../platform/clock.ts'
import type { District } from '../../platform/ctx.ts'
import { keep } from '../../platform/kept.ts'
import { type PresentRound, presentRound } from '../clock.rule.ts'
import { type ClockLine, responseEvents, unitEvents } from '../clock-events.rule.ts'
import { clockRulesOf } from '../clock-rules.ts'
import { responseBeforeScreening } from '../clocks.ts'
import type { CaseClock } from './ladder.contract.ts'
import { saidSteps, stepsFor, type WaitingStep, waitingSteps } from './ladder.rule.ts'
import { readSteps } from './step.sql.ts'

/** The steps in memory; whoever writes them says `change` first and `forget` after. */
export const keptSteps = keep('ladder', readSteps)

/** One clock of a case with what its ladder still has to say. */
export interface ClimbingClock {
  readonly clock: CaseClock
  /** Null for the response clock. */
  readonly unitId: string | null
  readonly present: PresentRound
  readonly waiting: readonly WaitingStep[]
}

/** Reads a case's ladder from its story; the clocks that have stopped wait for nothing. */
export type CaseLadder = (story: readonly ClockLine[]) => ClimbingClock[]

/** What every ladder is counted by: the steps, the catalogue with its past, and the calendar. */
export async function caseLadderOf(ctx: {
  readonly district: District
  readonly clock: Clock
}): Promise<CaseLadder> {
  const steps = await keptSteps.of(ctx)
  const rules = await clockRulesOf(ctx)
  const calendar = await calendarOf(ctx)
  const climbing = (
    story: readonly ClockLine[],
    matter: string | null,
    clock: CaseClock,
    unitId: string | null,
    present: PresentRound | null,
  ): ClimbingClock[] => {
    if (!present) return []
    const held = stepsFor(steps, clock, matter, dayOf(present.startedAt, ctx.district.timeZone))
    return [
      {
        clock,
        unitId,
        present,
        waiting: waitingSteps(present, held, saidSteps(story, unitId, present.round)),
      },
    ]
  }
  return (story) => {
    const matter = matterIn(story)
    const allowed = rules.response(story)?.response ?? responseBeforeScreening
    const answered = isHistory(story)
      ? null
      : presentRound({ allowance: allowed, calendar, events: responseEvents(story) })
    return [
      ...climbing(story, matter, 'response', null, answered),
      ...unitsHanded(story).flatMap((unitId) => {
        const rule = rules.unit(story, unitId, matter)
        if (!rule) return []
        const events = unitEvents(story, unitId)
        return climbing(
          story,
          matter,
          'unit',
          unitId,
          presentRound({ allowance: rule.resolution, calendar, events }),
        )
      }),
    ]
  }
}

/** What a file brings in is nobody's work of today until it is handed out: of its first answer nobody is reminded. */
const isHistory = (story: readonly ClockLine[]): boolean => story[0]?.data.source === 'file'

/** The matter that a case has by its own lines. */
function matterIn(story: readonly ClockLine[]): string | null {
  const named = story.findLast(({ kind, data }) => namesMatter.has(kind) && typeof data.matter === 'string')
  return (named?.data.matter as string | undefined) ?? null
}
const namesMatter: ReadonlySet<string> = new Set(['case.screened', 'case.dispatched', 'case.reopened'])

/** Every unit that ever had the case, in the order in which it came to them. */
const unitsHanded = (story: readonly ClockLine[]): string[] => [
  ...new Set(
    story.flatMap(({ kind, data }) =>
      kind === 'case.dispatched' || kind === 'case.reopened'
        ? (data.units as readonly { readonly unitId: string }[]).map(({ unitId }) => unitId)
        : [],
    ),
  ),
]
