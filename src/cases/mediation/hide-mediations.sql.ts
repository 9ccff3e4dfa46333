import type { Tx } from '../../platform/transaction.ts'
import { type Mediation, toMediation } from './mediation.sql.ts'

/** The mediations of a case, open or over. */
export async function selectMediationsOf(tx: Tx, caseId: string): Promise<Mediation[]> {
  const rows = await tx.db
    .selectFrom('mediations')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('id')
    .execute()
  return rows.map(toMediation)
}

/** Puts a mediation and its parties before these areas alone. */
export async function hideRows(tx: Tx, mediationId: string, areaIds: readonly string[]): Promise<void> {
  const reach = [...areaIds]
  await tx.db
    .updateTable('mediation_parties')
    .set({ reach })
    .where('mediation_id', '=', mediationId)
    .execute()
  await tx.db.updateTable('mediations').set({ reach }).where('id', '=', mediationId).execute()
}
