import type { Tx } from '../../platform/transaction.ts'
import { type Call, saveCalls } from './call.sql.ts'
import { type StandingWhistle, saveWhistle, toWhistle } from './whistle.sql.ts'

/** Whistles that were blown for this case and are not hidden yet. */
export async function selectWhistlesOf(tx: Tx, caseId: string): Promise<StandingWhistle[]> {
  const rows = await tx.db
    .selectFrom('whistles')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('hidden', '=', false)
    .orderBy('id')
    .execute()
  return rows.map(toWhistle)
}

/** Puts a whistle and all its calls before these areas alone. */
export async function hideRows(
  tx: Tx,
  before: StandingWhistle,
  after: StandingWhistle,
  changed: readonly Call[],
  reach: readonly string[],
): Promise<void> {
  await tx.db
    .updateTable('whistles')
    .set({ hidden: true, reach: [...reach] })
    .where('id', '=', before.id)
    .execute()
  await saveWhistle(tx, before, after)
  await saveCalls(tx, changed, after)
  await tx.db
    .updateTable('whistle_calls')
    .set({ reach: [...reach], units: [] })
    .where('whistle_id', '=', before.id)
    .execute()
}
