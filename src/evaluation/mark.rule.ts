import type { LineData } from '../platform/journal-line.rule.ts'
import { isUnassessed } from './case-facts.rule.ts'
import { type AssessedLine, type Fact, marked } from './fact.rule.ts'

/** What a line of a mark says: of a part that assisted, three marks together; of support, the one. */
export function markFact({
  data,
  occurredAt,
}: {
  readonly data: LineData
  readonly occurredAt: Temporal.Instant
}): Fact {
  const of = { unitId: String(data.unitId), round: 1, matter: null }
  if (data.kind === 'support')
    return { ...marked(Number(data.support), 5, occurredAt), ...of, measure: 'support_mark' }
  const points = Number(data.promptness) + Number(data.result) + Number(data.attitude)
  return { ...marked(points, 15, occurredAt), ...of, measure: 'assist_mark' }
}

/**
 * Whether a mark of a part counts, by the story of its case: a confidential case says nothing (Care 3), nor does practice. A
 * month that is final has what the story said by then.
 */
export function markCounts(story: readonly AssessedLine[], closedAt: Temporal.Instant | null): boolean {
  const known =
    closedAt === null
      ? story
      : story.filter(({ recordedAt }) => Temporal.Instant.compare(recordedAt, closedAt) <= 0)
  return !isUnassessed(known)
}
