import { lateHours } from '../kernel/late-moment.ts'
import { Refusal } from '../kernel/refusal.ts'
import { isGridPost } from './grid-post.rule.ts'

/** What a phone's clock may be slow before its word on who came first counts against it. */
export const clockSkew = { minutes: 2 } as const

/** Lines of what is done on the spot, which may be entered later than it was done. */
export const fieldLines: ReadonlySet<string> = new Set([
  'case.signed',
  'case.arrived',
  'case.handled',
  'case.requested',
  'case.resolved',
])

/** A line of the story so far, as far as a late act asks. */
interface Told {
  readonly kind: string
  readonly occurredAt: Temporal.Instant
}

/** As far as it asks who came: of an arrival, `commits` holds the sealed point and nothing else. */
interface ToldBy extends Told {
  readonly actor: string
  readonly data: { readonly commits?: unknown }
}

/** Who asks, as far as their word on a moment goes. */
interface Teller {
  readonly actor: string
  readonly posts: readonly { readonly kind: string; readonly areaId: string }[]
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
  'case.closing_flagged',
  'case.closing_reviewed',
  'case.called_back',
])

/**
 * Whose word on when it was done counts: that of who looks after the grid, and of who came to the spot, by the server's
 * own clock and with the point where they stood, since the case was handed out last. A desk has a network: it acts now, or a
 * red clock were stopped by word.
 */
export function isOfTheField(
  { actor, posts }: Teller,
  reach: readonly string[],
  story: readonly ToldBy[],
): boolean {
  if (posts.some((post) => isGridPost(post) && reach.includes(post.areaId))) return true
  const round = story.slice(story.findLastIndex(({ kind }) => handedAnew.has(kind)) + 1)
  return round.some((line) => line.kind === 'case.arrived' && line.actor === actor && hasPoint(line))
}

const hasPoint = ({ data }: ToldBy): boolean => Object.keys(data.commits ?? {}).length > 0

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
  if (
    story.some(({ kind, occurredAt }) => handedAnew.has(kind) && isBefore(doneAt.add(clockSkew), occurredAt))
  )
    throw new Refusal('case_moved_on')
  const bounded = later(doneAt, now.subtract({ hours: lateHours }))
  const done = story.filter(({ kind }) => !besides.has(kind))
  const inOrder = done.reduce((at, { occurredAt }) => later(at, occurredAt), bounded)
  return isBefore(now, inOrder) ? now : inOrder
}
