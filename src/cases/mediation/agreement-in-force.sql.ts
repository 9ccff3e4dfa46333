import type { Tx } from '../../platform/transaction.ts'

/** Whether the asker's committee has brought the case's dispute to an agreement that is in force or was kept: nobody else sees that it has. */
export async function hasAgreementInForce(tx: Tx, caseId: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('mediations')
    .select('id')
    .where('case_id', '=', caseId)
    .where((eb) => eb.or([eb('stage', '=', 'in_force'), eb('kept', '=', 'kept')]))
    .executeTakeFirst()
  return row !== undefined
}
