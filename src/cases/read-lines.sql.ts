import type { Kysely } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import type { LineData } from '../platform/journal-line.rule.ts'

/** A line of a story, as far as followers read it. */
export interface FollowedLine {
  readonly subject: string
  readonly kind: string
  readonly occurredAt: Temporal.Instant
  readonly data: LineData
}

/** Whole stories of cases or whistles, in their order, for the reader's role. */
export async function readStoryLines(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<Map<string, [FollowedLine, ...FollowedLine[]]>> {
  const rows = await db
    .selectFrom('journal')
    .select(['subject', 'kind', 'occurred_at', 'data'])
    .where('subject', 'in', [...ids])
    .where('seq', 'is not', null)
    .orderBy('subject')
    .orderBy('seq')
    .execute()
  const lines = rows.map(({ subject, kind, occurred_at, data }) => ({
    subject,
    kind,
    occurredAt: occurred_at,
    data: data as LineData,
  }))
  return Map.groupBy(lines, ({ subject }) => subject) as Map<string, [FollowedLine, ...FollowedLine[]]>
}
