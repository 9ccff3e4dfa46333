import type { Answer } from './call.rule.ts'
import type { Promptness } from './contract.ts'

/** How a duty with a deadline stands: still open, done in time or late, missed so far or for good, or no duty any more. */
type Timeliness = 'open' | 'in_time' | 'late' | 'missed' | 'not_owed'

const compare = Temporal.Instant.compare

/** The duties of a call at a moment. A deadline is kept by whoever acts at it to the millisecond. */
export function timelinessOf(
  call: Answer,
  now: Temporal.Instant,
): { readonly sign: Timeliness; readonly contact: Timeliness; readonly report: Timeliness } {
  const endedAt =
    call.releasedAt ?? (call.stage === 'refused' || call.stage === 'declined' ? call.refusedAt : null)
  const of = (doneAt: Temporal.Instant | null, dueAt: Temporal.Instant | null): Timeliness => {
    if (dueAt === null) return 'not_owed'
    if (doneAt !== null) return compare(doneAt, dueAt) <= 0 ? 'in_time' : 'late'
    if (endedAt !== null && compare(endedAt, dueAt) <= 0) return 'not_owed'
    return compare(now, dueAt) <= 0 ? 'open' : 'missed'
  }
  return {
    sign: of(call.signedAt, call.signDueAt),
    contact: of(call.contactedAt, call.contactDueAt),
    report: of(call.arrivedAt, call.reportDueAt),
  }
}

/** Whether it reported while it was not there: the street did not find that report true, but said when it was there. */
export const wasElsewhereFirst = ({ elsewhereAt, arrivedAt, confirmedAt }: Answer): boolean =>
  elsewhereAt !== null &&
  (confirmedAt === null ||
    (arrivedAt !== null && compare(elsewhereAt, arrivedAt) < 0 && compare(arrivedAt, confirmedAt) === 0))

/**
 * The promptness from 1 to 5 that is offered to the street, which may give another: five, less two for absence, and less
 * one each for a late signature without it, a late contact, a first report from elsewhere, and a late report; who never
 * came, or refused, has one: to say no at once is no way of being quick. Source: own.
 */
export function promptnessOffered(call: Answer, now: Temporal.Instant): Promptness {
  const { sign, contact, report } = timelinessOf(call, now)
  if (report === 'missed' || call.stage === 'refused') return 1
  const lost =
    (call.absentAt !== null ? 2 : sign === 'late' ? 1 : 0) +
    (contact === 'late' || contact === 'missed' ? 1 : 0) +
    (wasElsewhereFirst(call) ? 1 : 0) +
    (report === 'late' ? 1 : 0)
  return Math.max(1, 5 - lost) as Promptness
}
