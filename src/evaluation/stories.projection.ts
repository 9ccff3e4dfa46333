import type { Kysely } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import type { LineData } from '../platform/journal-line.rule.ts'
import type { AssessedLine } from './fact.rule.ts'
import type { ClosedMonth } from './months.rule.ts'

/** Whole stories that begin with an acceptance or a whistle's blowing, for the reader's role. */
export async function readStories(
  db: Kysely<Tables>,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, readonly AssessedLine[]>> {
  const rows = await db
    .selectFrom('journal')
    .select(['subject', 'kind', 'recorded_at', 'occurred_at', 'actor', 'data'])
    .where('subject', 'in', [...subjects])
    .where('seq', 'is not', null)
    .orderBy('subject')
    .orderBy('seq')
    .execute()
  const lines = rows.map(({ subject, kind, recorded_at, occurred_at, actor, data }) => ({
    subject,
    kind,
    recordedAt: recorded_at,
    occurredAt: occurred_at,
    actor,
    data: data as LineData,
  }))
  const stories = Map.groupBy(lines, ({ subject }) => subject)
  for (const [id, [first]] of stories)
    if (first?.kind !== 'case.accepted' && first?.kind !== 'whistle.blown') stories.delete(id)
  return stories
}

/** The months that are final, as their lines closed them. */
export async function closedMonths(db: Kysely<Tables>): Promise<ClosedMonth[]> {
  const rows = await db.selectFrom('assessment_months').select(['month', 'closed_at']).execute()
  return rows.map((row) => ({ month: row.month, closedAt: row.closed_at }))
}

/** The marks of parts of these cases, by case. A mark's row says what its line says, and is never changed. */
export async function readMarks(
  db: Kysely<Tables>,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Pick<AssessedLine, 'occurredAt' | 'data'>[]>> {
  const rows = await db
    .selectFrom('assessment_marks')
    .select(['case_id', 'unit_id', 'promptness', 'result', 'attitude', 'given_at'])
    .where('kind', '=', 'assist')
    .where('case_id', 'in', [...caseIds])
    .orderBy('id')
    .execute()
  const marks = rows.map(({ case_id, unit_id, given_at, ...five }) => ({
    caseId: case_id!,
    occurredAt: given_at,
    data: { kind: 'assist', unitId: unit_id, ...five },
  }))
  return Map.groupBy(marks, ({ caseId }) => caseId)
}
