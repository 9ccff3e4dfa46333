import type { Tx } from '../platform/transaction.ts'

/** The asker's own timings of a month, the newest first: by policy nobody else's are there. */
export async function selectOwnTimings(tx: Tx, month: string, accountId: string) {
  const rows = await tx.db
    .selectFrom('worker_timings')
    .select(['subject', 'act', 'minutes', 'counted', 'at'])
    .where('account_id', '=', accountId)
    .where('month', '=', month)
    .orderBy('at', 'desc')
    .orderBy('subject')
    .orderBy('act')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    caseId: row.subject,
    act: row.act as 'signed' | 'resolved',
    minutes: row.minutes,
    counted: row.counted as 'working' | 'clock',
    at: row.at,
  }))
}

/** What the workers of units in sight took together; groups of fewer than `least` are left out. */
export async function selectGroups(tx: Tx, month: string, least: number) {
  const rows = await tx.db
    .selectFrom('worker_groups')
    .select(['unit_id', 'act', 'counted', 'workers', 'acts', 'minutes'])
    .where('month', '=', month)
    .where('workers', '>=', least)
    .orderBy('unit_id')
    .orderBy('act')
    .execute()
  return rows.map((row) => ({
    unitId: row.unit_id,
    act: row.act as 'signed' | 'resolved',
    counted: row.counted as 'working' | 'clock',
    workers: row.workers,
    acts: row.acts,
    minutes: Number(row.minutes),
  }))
}
