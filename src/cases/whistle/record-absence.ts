import { randomUUID } from 'node:crypto'
import type { Ctx } from '../../platform/ctx.ts'
import { oneByOne } from '../one-by-one.ts'
import { actOnWhistle } from './act.ts'
import { absence } from './call.rule.ts'
import { takeSteps } from './take-steps.ts'
import { selectUnsigned } from './whistle.sql.ts'

const batch = 200

/**
 * Writes down who was absent: a whistled unit whose deadline passed unsigned. The program does it every minute, by the
 * way of every other act. Where another server, or the unit itself, came first, there is nothing left to write.
 * Returns of how many whistles it wrote some.
 */
export async function recordAbsences(system: Ctx): Promise<number> {
  const whistleIds = await system.read((tx) => selectUnsigned(tx, system.clock.now(), batch))
  return oneByOne(system, whistleIds, (whistleId) => recordOf(system, whistleId))
}

async function recordOf(system: Ctx, whistleId: string): Promise<boolean> {
  let written = false
  const asked = { requestId: randomUUID() }
  await actOnWhistle(system, 'whistle.coordinate', whistleId, asked, async ({ calls }, { now, next }) => {
    const missed = calls.flatMap((call) => {
      const steps = absence(call, now)
      return steps.length === 0 ? [] : [takeSteps(call, steps, next, { commits: {} })]
    })
    written = missed.length > 0
    return { calls: missed.map(({ call }) => call), lines: missed.flatMap(({ lines }) => lines) }
  })
  return written
}
