import type { Tx } from '../../platform/transaction.ts'

/** Whether the asker's committee has brought the case's dispute to an agreement in force: nobody else sees that it has. */
export async function hasAgreementInForce(tx: Tx, caseId: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('mediations')
    .select('id')
    .where('case_id', '=', caseId)
    .where('in_force_on', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}
