import { randomUUID } from 'node:crypto'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnWhistle } from './act.ts'
import { absence } from './call.rule.ts'
import { whistleLine } from './events.ts'
import { takeSteps } from './take-steps.ts'
import { isOver, moveWhistle } from './whistle-stage.rule.ts'

/** What stands where a person would have given a result or a reason, in the record's language. */
export const drillIsOver = '演练已结束'

/**
 * The drill of a whistle is over: whoever was called is released, or was absent, and it ends. One that still waits for its
 * street's look sounds no more.
 */
export async function endPractice(system: Ctx, whistleId: string): Promise<boolean> {
  const asked = { requestId: randomUUID() }
  await actOnWhistle(
    system,
    'whistle.coordinate',
    whistleId,
    asked,
    async ({ whistle, calls }, { now, keep, next }) => {
      if (whistle.stage === 'waiting') {
        const { commits } = await keep([{ kind: 'whistle_review', body: drillIsOver }])
        return {
          change: { reviewedAt: now, warranted: false, stage: moveWhistle(whistle.stage, 'declined') },
          lines: [whistleLine('whistle.reviewed', { ...next(), data: { warranted: false, commits } })],
        }
      }
      const stage = moveWhistle(whistle.stage, 'ended')
      const left = calls
        .filter((call) => !isOver(call.stage))
        .map((call) => {
          const missed = absence(call, now)
          const steps = missed.length > 0 ? missed : [{ kind: 'released', at: now } as const]
          return takeSteps(call, steps, next, { commits: {} })
        })
      const { texts, commits } = await keep([{ kind: 'whistle_result', body: drillIsOver }])
      return {
        change: { stage, endedAt: now, resultId: texts[0]!.id },
        calls: left.map(({ call }) => call),
        lines: [
          ...left.flatMap(({ lines }) => lines),
          whistleLine('whistle.ended', { ...next(), data: { commits } }),
        ],
      }
    },
  )
  return true
}
