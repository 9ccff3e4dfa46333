import { randomUUID } from 'node:crypto'
import { Refusal } from '../../kernel/refusal.ts'
import { iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnCase } from '../act.ts'
import { line } from '../events.ts'
import { loadStory } from '../story.sql.ts'
import { type ClimbingClock, caseLadderOf } from './case-ladder.ts'
import { dueSteps } from './ladder.rule.ts'
import { selectClimbing } from './next.sql.ts'

const atOnce = 200

/**
 * Says the steps of the ladder whose moment has come; the program does it, every minute. What is due is read from the
 * story again, in the transaction that says it: whoever answered meanwhile, or another server that said it, comes first by
 * the story's next place, and nothing is said after an answer or twice. Returns how many cases climbed.
 */
export async function climbLadders(system: Ctx): Promise<number> {
  const caseIds = await system.read((tx) => selectClimbing(tx, system.clock.now(), atOnce))
  let climbed = 0
  for (const caseId of caseIds) if (await climb(system, caseId)) climbed += 1
  return climbed
}

async function climb(system: Ctx, caseId: string): Promise<boolean> {
  let said = false
  try {
    await actOnCase(
      system,
      'case.press',
      caseId,
      { requestId: randomUUID() },
      async (_before, { tx, next }) => {
        const ladderOf = await caseLadderOf(system)
        const clocks = ladderOf(await loadStory(tx, caseId))
        const lines = clocks.flatMap((clock) => linesOf(clock, system.clock.now(), next))
        said = lines.length > 0
        return { change: {}, lines }
      },
    )
  } catch (error) {
    // Somebody acted in between: what that leaves to say, the next minute says. One case keeps no other from its step.
    if (!(error instanceof Refusal))
      system.log.error({ err: error, caseId }, 'a step of the ladder failed; it is tried again')
    return false
  }
  return said
}

const linesOf = (
  { clock, unitId, present, waiting }: ClimbingClock,
  now: Temporal.Instant,
  next: Parameters<Parameters<typeof actOnCase>[4]>[1]['next'],
) =>
  dueSteps(waiting, now).map(({ step, round }) => {
    const dueAt = present.at((totalMs) => totalMs)
    return line('case.climbed', {
      ...next(),
      data: {
        clock,
        unitId,
        step: step.id,
        round,
        kind: step.kind,
        audience: step.audience,
        dueAt: dueAt && iso(dueAt),
      },
    })
  })
