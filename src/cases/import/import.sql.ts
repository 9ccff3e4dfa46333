import { iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { ImportDone, ImportKind, ImportQuery, RowFault } from './contract.ts'

export interface NewImport extends Omit<ImportDone, 'refused' | 'importedAt'> {
  readonly importedAt: Temporal.Instant
  readonly fileHash: Buffer
  readonly faults: readonly RowFault[]
  readonly reach: readonly string[]
}

/** Keeps what became of a file: counts, and faults by row, column and reason, never what stood in the cells. */
export async function insertImport(tx: Tx, ctx: Ctx, done: NewImport): Promise<void> {
  await tx.db
    .insertInto('imports')
    .values({
      id: done.id,
      kind: done.kind,
      file_name: done.fileName,
      file_hash: done.fileHash,
      imported_by: ctx.who.actor,
      imported_at: done.importedAt.toString(),
      rows_total: done.total,
      rows_added: done.added,
      rows_known: done.known,
      faults: JSON.stringify(done.faults),
      reach: [...done.reach],
    })
    .execute()
}

/** A page of imports, the latest first, and one more row if there are more. */
export async function selectImports(tx: Tx, { after, limit }: ImportQuery): Promise<ImportDone[]> {
  const rows = await tx.db
    .selectFrom('imports')
    .select(['id', 'kind', 'file_name', 'imported_at', 'rows_total', 'rows_added', 'rows_known'])
    .$if(after !== undefined, (query) => query.where('id', '<', after!))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as ImportKind,
    fileName: row.file_name,
    importedAt: iso(row.imported_at),
    total: row.rows_total,
    added: row.rows_added,
    known: row.rows_known,
    refused: row.rows_total - row.rows_added - row.rows_known,
  }))
}

/** How many rows an import with this id sent back; undefined where the asker sees none. */
export async function refusedRows(tx: Tx, id: string): Promise<number | undefined> {
  const row = await tx.db
    .selectFrom('imports')
    .select(['rows_total', 'rows_added', 'rows_known'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && row.rows_total - row.rows_added - row.rows_known
}
