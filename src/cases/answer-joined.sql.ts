import type { Tx } from '../platform/transaction.ts'
import type { Case } from './case.sql.ts'
import { loadCase, toCase } from './case.sql.ts'

/** The case that stands for this one: itself, or the last of those that it was joined into one after another. */
export async function loadWhole(tx: Tx, caseId: string): Promise<Case> {
  let whole = await loadCase(tx, caseId)
  while (whole.joinedInto) whole = await loadCase(tx, whole.joinedInto)
  return whole
}

/** All cases that were joined into this one, and into those again. */
export async function selectJoinedBelow(tx: Tx, caseId: string): Promise<Case[]> {
  const found: Case[] = []
  let next = [caseId]
  while (next.length > 0) {
    const rows = await tx.db
      .selectFrom('cases')
      .selectAll()
      .where('joined_into', 'in', next)
      .orderBy('id')
      .execute()
    found.push(...rows.map(toCase))
    next = rows.map((row) => row.id)
  }
  return found
}
