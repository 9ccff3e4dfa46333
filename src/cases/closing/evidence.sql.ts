import { sql } from 'kysely'
import type { Tx } from '../../platform/transaction.ts'
import type { Pictured } from './print.rule.ts'

/** A photograph of a case with what it looks like. */
export interface CasePicture extends Pictured {
  readonly caseId: string
  readonly fileId: string
}

/** Photographs of a case whose print is not kept with the case yet, as they were taken in. */
export async function selectUnprinted(tx: Tx, caseId: string) {
  return tx.db
    .selectFrom('case_photos as p')
    .leftJoin('photo_prints as k', (join) =>
      join.onRef('k.case_id', '=', 'p.case_id').onRef('k.file_id', '=', 'p.file_id'),
    )
    .innerJoin('sealed_texts as t', 't.id', 'p.file_id')
    .leftJoin('files as f', 'f.id', 'p.file_id')
    .select(['p.file_id as fileId', 'p.sha256', 'p.added_at as addedAt', 'f.print'])
    .where('p.case_id', '=', caseId)
    .where('k.file_id', 'is', null)
    .where('t.erased_at', 'is', null)
    .execute()
}

export async function insertPrints(
  tx: Tx,
  caseId: string,
  photos: readonly {
    readonly fileId: string
    readonly sha256: Buffer
    readonly addedAt: Temporal.Instant
    readonly print: Buffer | null
    readonly bands: readonly number[]
  }[],
): Promise<void> {
  await tx.db
    .insertInto('photo_prints')
    .values(
      photos.map((photo) => ({
        case_id: caseId,
        file_id: photo.fileId,
        sha256: photo.sha256,
        print: photo.print,
        bands: [...photo.bands],
        added_at: photo.addedAt.toString(),
      })),
    )
    .onConflict((on) => on.doNothing())
    .execute()
}

/** The prints of a case's photographs, with what each was for. */
export async function selectPrints(tx: Tx, caseId: string) {
  return tx.db
    .selectFrom('photo_prints as k')
    .innerJoin('case_photos as p', (join) =>
      join.onRef('k.case_id', '=', 'p.case_id').onRef('k.file_id', '=', 'p.file_id'),
    )
    .select([
      'k.case_id as caseId',
      'k.file_id as fileId',
      'k.sha256',
      'k.print',
      'p.purpose',
      'p.added_at as addedAt',
    ])
    .where('k.case_id', '=', caseId)
    .orderBy('k.added_at')
    .execute()
}

/**
 * Photographs of other cases until a moment that may be one of these: all of the same content, and, the newest first and so
 * many at most, those with a band in common. What only looks alike never hides what is the same.
 */
export async function selectAlike(
  tx: Tx,
  caseId: string,
  sha256s: readonly Buffer[],
  bands: readonly number[],
  until: Temporal.Instant,
): Promise<CasePicture[]> {
  const others = tx.db
    .selectFrom('photo_prints')
    .select(['case_id as caseId', 'file_id as fileId', 'sha256', 'print'])
    .where('case_id', '<>', caseId)
    .where('added_at', '<=', sql<Temporal.Instant>`${until.toString()}::timestamptz`)
    .orderBy('added_at', 'desc')
  const same = await others.where('sha256', 'in', [...sha256s]).execute()
  if (bands.length === 0) return same
  const near = await others
    .where(sql<boolean>`bands && ${[...bands]}::integer[]`)
    .where('sha256', 'not in', [...sha256s])
    .limit(500)
    .execute()
  return [...same, ...near]
}

/** Other cases whose part this unit resolved between two moments, the newest first, so many at most. */
export async function selectResolvedBy(
  tx: Tx,
  unitId: string,
  between: { readonly from: Temporal.Instant; readonly to: Temporal.Instant; readonly not: string },
  limit: number,
): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('case_parts')
    .select('case_id as caseId')
    .where('unit_id', '=', unitId)
    .where('resolved_at', '>', sql<Temporal.Instant>`${between.from.toString()}::timestamptz`)
    .where('resolved_at', '<=', sql<Temporal.Instant>`${between.to.toString()}::timestamptz`)
    .where('case_id', '<>', between.not)
    .orderBy('resolved_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => row.caseId)
}
