import { randomBytes } from 'node:crypto'
import { Refusal } from '../kernel/refusal.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { SealedText } from '../platform/sealed-text.ts'
import { commitsOf, insertTexts } from '../platform/sealed-text.ts'
import type { Tx } from '../platform/transaction.ts'
import type { Case } from './case.sql.ts'
import { guardOf } from './case.sql.ts'

export type PhotoPurpose = 'report' | 'handling' | 'evidence'

/** Content hashes of photographs that this very asker uploaded; another's file is as good as none. */
export async function ownFiles(tx: Tx, fileIds: readonly string[]): Promise<Map<string, Buffer>> {
  if (fileIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('files')
    .select(['id', 'sha256'])
    .where('id', 'in', [...fileIds])
    .execute()
  if (rows.length !== new Set(fileIds).size) throw new Refusal('not_found', { kind: 'photo' })
  return new Map(rows.map((row) => [row.id, row.sha256]))
}

/** The sealed text that commits the journal to a photograph: its content hash, under the file's own id. */
export const photoText = (caseId: string, fileId: string, sha256: Buffer): SealedText => ({
  id: fileId,
  subject: caseId,
  kind: 'photo',
  body: sha256.toString('hex'),
  salt: randomBytes(16),
})

/** Attaches uploaded photographs to a case and returns their commitments. */
export async function attachPhotos(
  ctx: Ctx,
  tx: Tx,
  subject: Case,
  fileIds: readonly string[],
  purpose: PhotoPurpose,
): Promise<Record<string, string>> {
  const files = await ownFiles(tx, fileIds)
  if (files.size === 0) return {}
  const texts = [...files].map(([fileId, sha256]) => photoText(subject.id, fileId, sha256))
  await insertTexts(tx, texts, guardOf(subject))
  const addedAt = ctx.clock.now().toString()
  await tx.db
    .insertInto('case_photos')
    .values(
      [...files].map(([fileId, sha256]) => ({
        case_id: subject.id,
        file_id: fileId,
        sha256,
        purpose,
        added_at: addedAt,
        reach: [...subject.reach],
        units: [...subject.units],
        // What the reporter sent or may see as proof; photographs of the handling stay with the units.
        account_id: purpose === 'handling' ? null : subject.accountId,
        receipt_hash: purpose === 'handling' ? null : subject.receiptHash,
      })),
    )
    .execute()
  return commitsOf(texts)
}
