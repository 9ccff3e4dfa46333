import { atlasOf } from '../areas/door.ts'
import {
  answerJoined,
  callPeople,
  clearDrill,
  endTermsOf,
  flagClosing,
  moveHandOverReach,
  movePassedReach,
  moveReach,
  moveSight,
  moveStationReach,
  moveWhistleReach,
  recountDeadlines,
  refreshReach,
} from '../cases/door.ts'
import { moveAssessmentReach } from '../evaluation/door.ts'
import { moveCommunityReach } from '../neighbours/door.ts'
import { forgetChannelsOf, moveRobotReach } from '../notices/door.ts'
import { moveBodyReach, moveRegisterReach, systemCtx } from '../people/door.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Follower, JournalLine } from '../platform/follower.ts'
import { moveRoundReach } from '../rounds/door.ts'
import { moveVisitReach } from '../visits/door.ts'
import { forgetEverywhere } from './forget-everywhere.ts'

/** What one room does because of a line of another's. It runs once more where a run was cut short: it must not mind. */
type Reaction = (ctx: Ctx, line: JournalLine) => Promise<unknown>

const reactions: Readonly<Record<string, Reaction>> = {
  'area.moved': async (ctx, { data }) => {
    await moveReach(ctx, data.areaId as string)
    await moveSight(ctx)
    await moveWhistleReach(ctx, data.areaId as string)
    await moveStationReach(ctx, data.areaId as string)
    await moveHandOverReach(ctx, data.areaId as string)
    await movePassedReach(ctx, data.areaId as string)
    await moveCommunityReach(ctx, data.areaId as string)
    await moveRoundReach(ctx, data.areaId as string)
    await moveRobotReach(ctx, data.areaId as string)
    await moveRegisterReach(ctx, data.areaId as string)
    await moveVisitReach(ctx, data.areaId as string)
    await moveBodyReach(ctx)
    await moveAssessmentReach(ctx)
  },
  'calendar.announced': (ctx, { data }) => recountDeadlines(ctx, data.year as number),
  'emergency.declared': (ctx, { subject, actor }) => callPeople(ctx, subject, actor),
  'emergency.ended': async (ctx, { subject, data }) => {
    if (data.drill === true) await clearDrill(ctx, subject)
  },
  'case.resolved': (ctx, { subject, seq }) => flagClosing(ctx, subject, seq!),
  'case.replied': async (ctx, { subject, seq }) => {
    await answerJoined(ctx, subject)
    await flagClosing(ctx, subject, seq!)
  },
  // Joined to a case that has its answer.
  'case.joined': (ctx, { subject }) => answerJoined(ctx, subject),
  'account.closed': async (ctx, { subject }) => {
    await forgetChannelsOf(ctx, subject)
    await endTermsOf(ctx, subject)
  },
  'subject.erased': (ctx, { subject }) => forgetEverywhere(ctx, subject),
  'case.reopened': async (ctx, { subject, seq }) => {
    await refreshReach(ctx, subject)
    await flagClosing(ctx, subject, seq!)
  },
}

/**
 * Rooms meet through the journal: this follower reads it and hands what concerns another room to that room's use case,
 * which runs as the program itself in transactions of its own. The cursor moves when all of a batch are done; one that
 * fails is tried again.
 */
export const reactingFollower = (
  parts: Pick<Ctx, 'clock' | 'log'> & { readonly committed: () => void },
): Follower => ({
  name: 'reactions',
  follow: async (_db, lines, district) => {
    for (const line of lines) {
      const react = reactions[line.kind]
      if (!react) continue
      const atlas = await atlasOf({ district })
      await react(systemCtx({ ...parts, district }, [atlas.district.id], parts.committed), line)
    }
  },
  // What it did stands in rows and lines of its own: there is nothing to empty.
  reset: async () => undefined,
})
