import { sql } from 'kysely'
import { Refusal } from '../../kernel/refusal.ts'
import { violated } from '../../platform/database.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { ReportKind } from './report.contract.ts'

/** Which report a paragraph belongs to: of an area with the path that it has today; `start` is the first day of its span. */
interface NotedSpan {
  readonly areaId: string
  readonly path: readonly string[]
  readonly kind: ReportKind
  readonly start: string
}

/** The paragraph of a report, where one was ever written; its words are null where it was taken back. */
export const selectNote = (tx: Tx, { areaId, path, kind, start }: NotedSpan) =>
  tx.db
    .selectFrom('report_notes as n')
    .leftJoin('sealed_texts as t', 't.id', 'n.words_id')
    .select(['n.id', 'n.seq', 't.body as words'])
    .where('n.area_id', '=', areaId)
    .where('n.kind', '=', kind)
    .where('n.start', '=', start)
    .where(sql<boolean>`n.reach = ${[...path]}::uuid[]`)
    .executeTakeFirst()

/** Puts the paragraph in its place. Refuses `version_conflict` where somebody wrote at the same moment. */
export async function saveNote(
  tx: Tx,
  { areaId, path, kind, start }: NotedSpan,
  note: {
    readonly id: string
    readonly seq: number
    readonly wordsId: string | null
    readonly notedAt: Temporal.Instant
  },
): Promise<void> {
  const written = { seq: note.seq, words_id: note.wordsId, noted_at: note.notedAt.toString() }
  if (note.seq > 1) {
    const { numUpdatedRows } = await tx.db
      .updateTable('report_notes')
      .set(written)
      .where('id', '=', note.id)
      .where('seq', '=', note.seq - 1)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new Refusal('version_conflict')
    return
  }
  try {
    await tx.db
      .insertInto('report_notes')
      .values({ id: note.id, area_id: areaId, kind, start, reach: [...path], ...written })
      .execute()
  } catch (error) {
    if (violated(error) === 'report_notes_one') throw new Refusal('version_conflict')
    throw error
  }
}
