import { Refusal } from '../kernel/refusal.ts'
import { violated } from '../platform/database.ts'
import type { Tx } from '../platform/transaction.ts'

/** When a month became final; null while it is not. */
export async function selectClosedAt(tx: Tx, month: string): Promise<Temporal.Instant | null> {
  const row = await tx.db
    .selectFrom('assessment_months')
    .select('closed_at')
    .where('month', '=', month)
    .executeTakeFirst()
  return row?.closed_at ?? null
}

/** Refuses `assessment_month_final` where it is so already. */
export async function insertMonth(tx: Tx, month: string, closedAt: Temporal.Instant): Promise<void> {
  try {
    await tx.db.insertInto('assessment_months').values({ month, closed_at: closedAt.toString() }).execute()
  } catch (error) {
    if (violated(error) === 'assessment_months_pkey') throw new Refusal('assessment_month_final', { month })
    throw error
  }
}

/** How many claims on the month are undecided, of those that the asker sees. */
export async function countOpenClaims(tx: Tx, month: string): Promise<number> {
  const row = await tx.db
    .selectFrom('assessment_claims')
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .where('month', '=', month)
    .where('decided_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.open)
}
