import { atlasOf } from '../areas/door.ts'
import {
  climbLadders,
  climbWhistles,
  endOverdue,
  endPauses,
  recordAbsences,
  tellEnds,
  tellPassedOverdue,
  tellUntaken,
} from '../cases/door.ts'
import { systemCtx } from '../people/door.ts'
import type { Clock } from '../platform/clock.ts'
import type { Ctx, District } from '../platform/ctx.ts'

const minuteMs = 60_000

/** What the minute brings; none waits for another that fails. */
const works: readonly ((system: Ctx) => Promise<number>)[] = [
  endPauses,
  recordAbsences,
  climbWhistles,
  climbLadders,
  endOverdue,
  tellEnds,
  tellUntaken,
  tellPassedOverdue,
]

export interface Minutely {
  readonly stop: () => Promise<void>
}

interface Parts {
  readonly district: District
  readonly clock: Clock
  readonly log: Ctx['log']
}

/** One round: each work once. A failure is logged, and the next minute tries again. Returns how much there was to do. */
export async function roundOfTheMinute(parts: Parts, committed: () => void): Promise<number> {
  let done = 0
  for (const work of works) {
    try {
      const atlas = await atlasOf(parts)
      if (!atlas.isEmpty) done += await work(systemCtx(parts, [atlas.district.id], committed))
    } catch (error) {
      parts.log.error({ err: error }, 'a work of the minute failed; it is tried again')
    }
  }
  return done
}

/** What the program does by itself because time has passed. */
export function runEveryMinute(parts: Parts, committed: () => void): Minutely {
  let running: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    running = running.then(() => roundOfTheMinute(parts, committed))
  }, minuteMs)
  return {
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}
