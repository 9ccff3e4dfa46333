import { calendarOf } from '../../matters/door.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { isEmergencyIn } from '../emergency/mode.rule.ts'
import { modesNow } from '../emergency/modes-now.ts'
import { handOverLine } from './events.ts'
import { markTold, selectUntold, type Untold } from './hand-over.sql.ts'
import { takeDueAt, untakenHours } from './late.rule.ts'
import { seatData } from './take-hand-over.ts'

const atOnce = 100

/** Every minute: what was given and nobody has taken in time is said once, so that the head hears of it. Returns how many. */
export async function tellUntaken(system: Ctx): Promise<number> {
  const now = system.clock.now()
  const [calendar, on] = [await calendarOf(system), await modesNow(system)]
  const isDue = ({ givenAt, path }: Untold): boolean =>
    Temporal.Instant.compare(takeDueAt(givenAt, isEmergencyIn(on, path), calendar), now) < 0
  return system.transaction(async (tx) => {
    let told = 0
    // Working time is never longer than the clock's. Each seat has one that waits: what was given for the morning is soon read.
    const waiting = await selectUntold(tx, now.subtract({ hours: untakenHours }))
    for (const one of waiting.filter(isDue).slice(0, atOnce)) {
      if (!(await markTold(tx, one.id, now))) continue
      const place = { chain: one.chain, subject: one.id, occurredAt: now }
      tx.record(handOverLine('hand_over.untaken', { ...place, data: seatData(one) }))
      told += 1
    }
    return told
  })
}
