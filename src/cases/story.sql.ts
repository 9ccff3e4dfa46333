import type { LineData } from '../platform/journal-line.rule.ts'
import type { Tx } from '../platform/transaction.ts'
import type { ClockLine } from './clock-events.rule.ts'

export interface StoryRow extends ClockLine {
  readonly subject: string
  readonly seq: number
  readonly actor: string
  readonly recordedAt: Temporal.Instant
  readonly data: LineData
}

/** The lines of these cases, in the order of each story. The caller has seen that it may read them. */
export async function loadStories(tx: Tx, caseIds: readonly string[]): Promise<Map<string, StoryRow[]>> {
  if (caseIds.length === 0) return new Map()
  await tx.openStory(caseIds)
  const rows = await tx.db
    .selectFrom('journal')
    .select(['subject', 'seq', 'actor', 'kind', 'occurred_at', 'recorded_at', 'data'])
    .where('subject', 'in', [...caseIds])
    .where('seq', 'is not', null)
    .orderBy('subject')
    .orderBy('seq')
    .execute()
  const lines = rows.map((row) => ({
    subject: row.subject,
    seq: row.seq!,
    actor: row.actor,
    kind: row.kind,
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
    data: row.data as LineData,
  }))
  return Map.groupBy(lines, (line) => line.subject)
}

export const loadStory = async (tx: Tx, caseId: string): Promise<StoryRow[]> =>
  (await loadStories(tx, [caseId])).get(caseId) ?? []
