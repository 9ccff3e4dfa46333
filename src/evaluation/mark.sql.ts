import { Refusal } from '../kernel/refusal.ts'
import { violated } from '../platform/database.ts'
import type { Tx } from '../platform/transaction.ts'

interface MarkValues {
  readonly promptness: number | null
  readonly result: number | null
  readonly attitude: number | null
  readonly support: number | null
}

/** What a street or community said of a department. */
export interface Mark extends MarkValues {
  readonly id: string
  readonly kind: 'assist' | 'support'
  readonly unitId: string
  readonly areaId: string
  readonly caseId: string | null
  readonly words: string | null
  readonly givenAt: Temporal.Instant
}

/** Refuses `assessment_marked_already`: a part once, support once a month. */
export async function insertMark(
  tx: Tx,
  mark: Omit<Mark, 'words'> & {
    readonly month: string
    readonly wordsId: string | null
    readonly reach: readonly string[]
    readonly units: readonly string[]
  },
): Promise<void> {
  try {
    await tx.db
      .insertInto('assessment_marks')
      .values({
        id: mark.id,
        kind: mark.kind,
        unit_id: mark.unitId,
        area_id: mark.areaId,
        month: mark.month,
        case_id: mark.caseId,
        promptness: mark.promptness,
        result: mark.result,
        attitude: mark.attitude,
        support: mark.support,
        words_id: mark.wordsId,
        given_at: mark.givenAt.toString(),
        reach: [...mark.reach],
        units: [...mark.units],
      })
      .execute()
  } catch (error) {
    if (violated(error)?.startsWith('assessment_marks_')) throw new Refusal('assessment_marked_already')
    throw error
  }
}

/** Marks that the asker sees, the newest first. */
export async function selectMarks(tx: Tx, after: string | undefined, limit: number): Promise<Mark[]> {
  const rows = await tx.db
    .selectFrom('assessment_marks as m')
    .leftJoin('sealed_texts as t', 't.id', 'm.words_id')
    .selectAll('m')
    .select('t.body as words')
    .$if(after !== undefined, (query) => query.where('m.id', '<', after!))
    .orderBy('m.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as Mark['kind'],
    unitId: row.unit_id,
    areaId: row.area_id,
    caseId: row.case_id,
    promptness: row.promptness,
    result: row.result,
    attitude: row.attitude,
    support: row.support,
    words: row.words,
    givenAt: row.given_at,
  }))
}

/** What was said of those who assist in a case. */
export async function selectAssistMarks(
  tx: Tx,
  caseId: string,
): Promise<{ unitId: string; promptness: number; result: number; attitude: number }[]> {
  const rows = await tx.db
    .selectFrom('assessment_marks')
    .select(['unit_id', 'promptness', 'result', 'attitude'])
    .where('kind', '=', 'assist')
    .where('case_id', '=', caseId)
    .execute()
  return rows.map((row) => ({
    unitId: row.unit_id,
    promptness: row.promptness!,
    result: row.result!,
    attitude: row.attitude!,
  }))
}
