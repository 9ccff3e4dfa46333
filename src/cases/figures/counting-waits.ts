import type { Ctx } from '../../platform/ctx.ts'
import { waitingSince } from '../../platform/follower-lag.ts'
import { whileFresh } from '../../platform/while-fresh.ts'

/** The followers that numbers come from, and how long what happened may wait for them without a word. */
const counting = ['figures', 'open']
const usual = { seconds: 30 }
const looksEveryMs = 5000

const waits = whileFresh(looksEveryMs, (district: Ctx['district']) => waitingSince(district, counting))

/** Since when what happened waits to be counted, such as after an upgrade; null where that is not unusual. */
export async function countingWaits({ district, clock }: Ctx): Promise<Temporal.Instant | null> {
  const since = await waits(district)
  return since && Temporal.Instant.compare(since.add(usual), clock.now()) < 0 ? since : null
}
