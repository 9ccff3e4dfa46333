import { answersFirst, handsIn } from './case-facts.rule.ts'
import type { AssessedLine, Fact } from './fact.rule.ts'

type Story = readonly AssessedLine[]

/** Who did what a fact is of, and when. */
export interface Doer {
  readonly accountId: string
  readonly at: Temporal.Instant
}

/** Measures that somebody of a unit did with their own hands. */
const byHand: ReadonlySet<string> = new Set([
  'responded',
  'resolved',
  'assisted',
  'solved',
  'satisfied',
  'stood',
])

/**
 * Who did what a fact of a case is of, by its lines alone: who gave the first answer; of all else, who resolved the unit's round
 * last. Null where nobody did, or not a person.
 */
export function doerOf(
  story: Story,
): (fact: Pick<Fact, 'unitId' | 'measure' | 'round' | 'countsAt' | 'doneAt'>) => Doer | null {
  const hands = handsIn(story)
  return ({ unitId, measure, round, doneAt }) => {
    if (doneAt === null || !byHand.has(measure)) return null
    if (measure === 'responded')
      return person(story.find(({ kind, occurredAt }) => answersFirst(kind) && occurredAt.equals(doneAt)))
    const hand = hands.find((one) => one.unitId === unitId && one.round === round)
    if (!hand) return null
    const its = story.slice(hand.from + 1, hand.until)
    return person(
      its.findLast(
        ({ kind, data, occurredAt }) =>
          kind === 'case.resolved' &&
          data.unitId === unitId &&
          Temporal.Instant.compare(occurredAt, doneAt) <= 0,
      ),
    )
  }
}

const person = (line: AssessedLine | undefined): Doer | null =>
  line?.actor.startsWith('account:')
    ? { accountId: line.actor.slice('account:'.length), at: line.occurredAt }
    : null

/** A post that somebody held in a unit: from its first day on, and not any more on the day that it ends. */
export interface HeldPost {
  readonly accountId: string
  readonly unitId: string
  readonly kind: string
  readonly startsOn: string
  readonly endsOn: string | null
}

/**
 * The kind of post that somebody held in the unit on a day, of several the one that they held first. Null for whoever
 * held none there, who stood in or acted in the unit's place.
 */
export function postOn(
  held: readonly HeldPost[],
  { accountId, unitId, day }: { accountId: string; unitId: string; day: string },
): string | null {
  const its = held
    .filter((post) => post.accountId === accountId && post.unitId === unitId)
    .filter(({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || day < endsOn))
    .sort((one, other) => order(one) - order(other) || (one.startsOn < other.startsOn ? -1 : 1))
  return its[0]?.kind ?? null
}

/** Whoever both heads a unit and does its work did it as the one who does the work. */
const order = ({ kind }: HeldPost): number => (kind === 'unit_head' || kind === 'grid_leader' ? 1 : 0)
