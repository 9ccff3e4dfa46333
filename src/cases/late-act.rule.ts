import { Refusal } from '../kernel/refusal.ts'

/**
 * How far back an act may say that it was done: work without signal is sent when there is signal again.
 * Source: own; two nights and a day between, after which a phone has met a network.
 */
export const lateHours = 72

/** What a phone's clock may be slow before its word on who came first counts against it. */
const skew = { minutes: 2 } as const

/** A line of the story so far, as far as a late act asks. */
interface Told {
  readonly kind: string
  readonly occurredAt: Temporal.Instant
}

/** Lines that hand a case out anew: who acted before one of them had another state before their eyes. */
const handedAnew: ReadonlySet<string> = new Set([
  'case.dispatched',
  'case.reopened',
  'case.checked',
  'case.resumed',
])

/** Lines by which nothing was done to the case: what the program or another reader said meanwhile is no later than the work. */
const besides: ReadonlySet<string> = new Set([
  'case.climbed',
  'case.acknowledged',
  'case.instructed',
  'case.instruction_withdrawn',
  'case.instruction_lapsed',
  'case.instruction_overdue',
])

const isBefore = (one: Temporal.Instant, other: Temporal.Instant): boolean =>
  Temporal.Instant.compare(one, other) < 0
const later = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  isBefore(one, other) ? other : one

/**
 * The moment that counts for an act which says when it was done: never ahead of `now`, at most `lateHours` back, and
 * never before what the story last says was done, so that a story reads in the order in which it was written.
 * Refuses `case_moved_on` where the case was handed out anew after it was done.
 */
export function momentOfLateAct(
  doneAt: Temporal.Instant,
  now: Temporal.Instant,
  story: readonly Told[],
): Temporal.Instant {
  if (story.some(({ kind, occurredAt }) => handedAnew.has(kind) && isBefore(doneAt.add(skew), occurredAt)))
    throw new Refusal('case_moved_on')
  const bounded = later(doneAt, now.subtract({ hours: lateHours }))
  const done = story.filter(({ kind }) => !besides.has(kind))
  const inOrder = done.reduce((at, { occurredAt }) => later(at, occurredAt), bounded)
  return isBefore(now, inOrder) ? now : inOrder
}
