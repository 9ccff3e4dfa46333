import { randomUUID } from 'node:crypto'
import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnWhistle } from './act.ts'
import { absence } from './call.rule.ts'
import { takeSteps } from './take-steps.ts'
import { selectUnsigned } from './whistle.sql.ts'

const batch = 200

/**
 * Writes down who was absent: a whistled unit whose deadline passed unsigned. The program does it every minute, by the
 * way of every other act. Where another server, or the unit itself, came first, there is nothing left to write.
 * Returns how many calls it wrote.
 */
export async function recordAbsences(system: Ctx): Promise<number> {
  const whistleIds = await system.read((tx) => selectUnsigned(tx, system.clock.now(), batch))
  let written = 0
  for (const whistleId of whistleIds) written += await recordOf(system, whistleId)
  return written
}

async function recordOf(system: Ctx, whistleId: string): Promise<number> {
  let written = 0
  try {
    const asked = { requestId: randomUUID() }
    await actOnWhistle(system, 'whistle.coordinate', whistleId, asked, async ({ calls }, { now, next }) => {
      const missed = calls.flatMap((call) => {
        const steps = absence(call, now)
        return steps.length === 0 ? [] : [takeSteps(call, steps, next, { commits: {} })]
      })
      written = missed.length
      return { calls: missed.map(({ call }) => call), lines: missed.flatMap(({ lines }) => lines) }
    })
  } catch (error) {
    if (error instanceof Refusal && error.code === 'whistle_moved_on') return 0
    throw error
  }
  return written
}
