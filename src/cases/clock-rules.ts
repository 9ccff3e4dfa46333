import type { Matter } from '../matters/contract.ts'
import { mattersByDay } from '../matters/door.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { ClockLine } from './clock-events.rule.ts'
import { handsTo, isResponseRestart, shareOf } from './clock-events.rule.ts'
import { hurried } from './emergency/hurry.rule.ts'

/**
 * By which version of its matter each clock of a case runs: the one of the day on which the clock got its matter, so
 * that a change of the catalogue moves no clock that runs already.
 */
export interface ClockRules {
  /**
   * Of the response clock: as its matter stood when the case was screened. Null while nobody has named a matter: a case that
   * is joined has another's from then on, and its own clock has stopped.
   */
  readonly response: (story: readonly ClockLine[]) => Matter | null
  /** Of one unit's clock: as its matter stood when the case was handed to that unit, the last time. */
  readonly unit: (story: readonly ClockLine[], unitId: string, matter: string | null) => Matter | null
}

export async function clockRulesOf(ctx: Pick<Ctx, 'clock' | 'district'>): Promise<ClockRules> {
  const matterOn = await mattersByDay(ctx)
  const dayOfLine = (line: ClockLine | undefined): string =>
    dayOf(line?.occurredAt ?? ctx.clock.now(), ctx.district.timeZone)
  return {
    response: (story) => {
      const named = story.findLast(namesMatter)
      return named ? matterOn(named.data.matter as string, dayOfLine(named)) : null
    },
    unit: (story, unitId, matter) => {
      const handed = story.findLast((line) => handsTo(line, unitId))
      const found = matter === null ? null : matterOn(matter, dayOfLine(handed))
      return found && handed ? hurried(found, shareOf(handed, unitId)) : found
    },
  }
}

const namesMatter = (line: ClockLine): boolean => line.kind === 'case.screened' || isResponseRestart(line)
