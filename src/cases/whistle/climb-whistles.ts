import { randomUUID } from 'node:crypto'
import { iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { NewLine } from '../../platform/events.ts'
import { keptSteps } from '../ladder/case-ladder.ts'
import { pageByPage } from '../ladder/climb.ts'
import { loadStory } from '../story.sql.ts'
import { actOnWhistle, type Scene } from './act.ts'
import { dueClimbs, type WaitingClimb, waitingClimbs } from './climb.rule.ts'
import { type ClimbingWhistle, selectClimbingWhistles } from './climbing.sql.ts'
import { whistleLine } from './events.ts'

/** As for cases (`climb.ts`). */
const bounds = { atOnce: 200, most: 2_000 }

/**
 * Says the steps of the ladder whose moment has come: who has not signed, refuses, or is not on the spot is heard of by
 * its head, the street, the district. The program does it every minute, from the story read again in the transaction
 * that says it, so that an answer that comes first leaves nothing to say. Returns how many whistles climbed.
 */
export function climbWhistles(system: Ctx, { atOnce, most } = bounds): Promise<number> {
  const now = system.clock.now()
  return pageByPage(
    system,
    { atOnce, most },
    (tx, after: ClimbingWhistle | null) => selectClimbingWhistles(tx, now, atOnce, after),
    ({ whistleId }) => climb(system, whistleId),
  )
}

async function climb(system: Ctx, whistleId: string): Promise<boolean> {
  const steps = await keptSteps.of(system)
  let said = false
  const asked = { requestId: randomUUID() }
  await actOnWhistle(system, 'whistle.coordinate', whistleId, asked, async (_, { tx, now, next }) => {
    const waiting = waitingClimbs(await loadStory(tx, whistleId), steps, system.district.timeZone)
    const lines = dueClimbs(waiting, now).map((due) => lineOf(due, next))
    said = lines.length > 0
    return { lines }
  })
  return said
}

const lineOf = (due: readonly [WaitingClimb, ...WaitingClimb[]], next: Scene['next']): NewLine => {
  const [{ step, call }] = due
  return whistleLine('whistle.climbed', {
    ...next(),
    data: {
      clock: call.clock,
      step: step.id,
      kind: step.kind,
      audience: step.audience,
      dueAt: iso(call.dueAt),
      toConfirm: call.waitsForStreet,
      calls: due.map(({ call: { callId, unitId } }) => ({ callId, unitId })),
    },
  })
}
