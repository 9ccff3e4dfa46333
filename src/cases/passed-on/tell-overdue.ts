import type { Ctx } from '../../platform/ctx.ts'
import { passedLine } from './events.ts'
import { savePassed, selectUntoldOverdue } from './passed.sql.ts'

const atOnce = 100

/** Every minute: what nobody signed for in time is said once, to the unit's head and to whoever passed it on. Returns how many. */
export async function tellPassedOverdue(system: Ctx): Promise<number> {
  const now = system.clock.now()
  return system.transaction(async (tx) => {
    const late = await selectUntoldOverdue(tx, now, atOnce)
    for (const passed of late) {
      const seq = passed.seq + 1
      await savePassed(tx, passed, { ...passed, overdueAt: now, seq })
      const place = { chain: passed.chain, subject: passed.id, seq, occurredAt: now }
      tx.record(passedLine('passed_on.overdue', { ...place, data: { unitId: passed.toUnitId } }))
    }
    return late.length
  })
}
