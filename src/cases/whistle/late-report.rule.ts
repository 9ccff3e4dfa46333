import { lateHours } from '../../kernel/late-moment.ts'
import { clockSkew } from '../late-act.rule.ts'
import type { Answer } from './call.rule.ts'

const compare = Temporal.Instant.compare
const later = (one: Temporal.Instant, other: Temporal.Instant | null): Temporal.Instant =>
  other === null || compare(one, other) >= 0 ? one : other

/**
 * The moment that counts for what a unit did on the spot and says later, having had no signal: bounded as for cases, and
 * never before what it last did by this call, as `reportedAt`, its last report. Null where it is said when it is done.
 */
export function momentOfLateReport(
  call: Answer,
  occurredAt: string | undefined,
  now: Temporal.Instant,
  reportedAt: Temporal.Instant | null = null,
): Temporal.Instant | null {
  if (occurredAt === undefined) return null
  const doneAt = Temporal.Instant.from(occurredAt)
  if (compare(doneAt.add(clockSkew), now) >= 0) return null
  const { signedAt, contactedAt, elsewhereAt, arrivedAt, confirmedAt, refusedAt, absentAt } = call
  const moments = [
    signedAt,
    contactedAt,
    reportedAt,
    elsewhereAt,
    arrivedAt,
    confirmedAt,
    refusedAt,
    absentAt,
  ]
  return moments.reduce<Temporal.Instant>(later, later(doneAt, now.subtract({ hours: lateHours })))
}
