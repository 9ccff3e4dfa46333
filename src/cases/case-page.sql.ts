import { sql } from 'kysely'
import { iso } from '../platform/clock.ts'
import type { Tx } from '../platform/transaction.ts'

/** Requests of a case with their reasons, oldest first. */
export async function selectRequests(tx: Tx, caseId: string) {
  const rows = await tx.db
    .selectFrom('case_requests as r')
    .leftJoin('sealed_texts as t', 't.id', 'r.reason_id')
    .leftJoin('sealed_texts as k', 'k.id', 'r.condition_id')
    .select([
      'r.id',
      'r.unit_id as unitId',
      'r.kind',
      'r.days',
      'r.review_on as reviewOn',
      'r.asked_at',
      'r.granted',
      'r.arbitration',
    ])
    .select(['t.body as reason', 'k.body as condition'])
    .where('r.case_id', '=', caseId)
    .orderBy('r.id')
    .execute()
  return rows.map(({ asked_at, kind, ...row }) => ({
    ...row,
    kind: kind as 'extension' | 'pause' | 'listing' | 'return',
    askedAt: iso(asked_at),
  }))
}

/** An erased photograph is shown to nobody, also while it waits for the sweep. */
const notErased = sql<boolean>`not exists (select from sealed_texts t
  where t.id = case_photos.file_id and t.erased_at is not null)`

/** Photographs that the asker may see, oldest first. */
export async function selectPhotos(tx: Tx, caseId: string) {
  const rows = await tx.db
    .selectFrom('case_photos')
    .select(['file_id', 'purpose', 'added_at'])
    .where('case_id', '=', caseId)
    .where(notErased)
    .orderBy('added_at')
    .orderBy('file_id')
    .execute()
  return rows.map((row) => ({
    fileId: row.file_id,
    purpose: row.purpose as 'report' | 'handling' | 'evidence',
    addedAt: iso(row.added_at),
  }))
}

/** Photographs that came with the reports of several cases, oldest first. */
export async function selectPhotosOf(tx: Tx, caseIds: readonly string[]) {
  if (caseIds.length === 0) return []
  return tx.db
    .selectFrom('case_photos')
    .select(['case_id as caseId', 'file_id as fileId'])
    .where('case_id', 'in', [...caseIds])
    .where('purpose', '=', 'report')
    .where(notErased)
    .orderBy('added_at')
    .orderBy('file_id')
    .execute()
}

/** A photograph whose row the asker reaches: its content hash and the case that shows it. */
export async function findPhoto(tx: Tx, fileId: string): Promise<{ caseId: string; sha256: Buffer } | null> {
  const row = await tx.db
    .selectFrom('case_photos')
    .select(['case_id', 'sha256'])
    .where('file_id', '=', fileId)
    .where(notErased)
    .executeTakeFirst()
  return row ? { caseId: row.case_id, sha256: row.sha256 } : null
}

/** Cases that were joined into this one, and the one that it was joined into. */
export async function selectJoined(tx: Tx, caseId: string, joinedInto: string | null) {
  const joined = await tx.db
    .selectFrom('cases')
    .select(['id', 'number'])
    .where('joined_into', '=', caseId)
    .orderBy('id')
    .execute()
  const into = joinedInto
    ? await tx.db.selectFrom('cases').select(['id', 'number']).where('id', '=', joinedInto).executeTakeFirst()
    : undefined
  return { joined, joinedInto: into ?? null }
}
