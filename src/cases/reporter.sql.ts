import type { District } from '../platform/ctx.ts'
import { forgetReader } from '../platform/sealed-text.ts'
import type { Tx } from '../platform/transaction.ts'

/** Takes the account off a case and all that hangs on it: whoever holds the receipt code still follows it. */
export async function forgetAccount(tx: Tx, caseId: string): Promise<void> {
  await tx.db.updateTable('cases').set({ account_id: null }).where('id', '=', caseId).execute()
  await forgetReader(tx, caseId)
  await tx.db.updateTable('case_photos').set({ account_id: null }).where('case_id', '=', caseId).execute()
}

/** The reporter's photographs of a case, by the ids of the files and of the texts that commit to them. */
export async function selectReportPhotos(tx: Tx, caseId: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('case_photos')
    .select('file_id')
    .where('case_id', '=', caseId)
    .where('purpose', '=', 'report')
    .execute()
  return rows.map((row) => row.file_id)
}

/** Takes the rows of erased photographs down, before the sweep clears their files away. */
export async function sweepErasedPhotos({ pools }: Pick<District, 'pools'>): Promise<void> {
  await pools.reader.query(
    'delete from case_photos p using sealed_texts t where t.id = p.file_id and t.erased_at is not null',
  )
}
