import type { Random } from '../../kernel/random.ts'
import type { Outcome } from './contract.ts'

/** Minutes until the next try after the first, second … one that failed: over a day in all, and then no more. */
const waits = [1, 5, 15, 60, 180, 360, 840] as const
/** Of each wait so much is added at most, by chance: what failed together does not come back together. */
const jitter = 0.2

/** Minutes until what could not be made ready to leave is looked at again: the last of them for ever. */
export const unreadyMinutes = [1, 5, 15, 60] as const
/** Nothing came, or the other side asked to wait: it is tried until the waits are used up. */
const passing: ReadonlySet<Outcome> = new Set(['unreachable', 'busy', 'rate_limited'])

/** What stands of a delivery when a try has ended. */
export interface Tried {
  /** With the one that has ended. */
  readonly tries: number
  /** How often one before it got no answer. */
  readonly unanswered: number
  /** The other side named a time to wait: up to a day it is kept. */
  readonly askedSeconds?: number
}

/**
 * When to try again after a try that ended so, or null for never. What got no answer may have come: it is tried once
 * more and no oftener, so that nobody is told a third time.
 */
export function nextTry(
  outcome: Outcome,
  { tries, unanswered, askedSeconds = 0 }: Tried,
  at: Temporal.Instant,
  random: Pick<Random, 'next'>,
): Temporal.Instant | null {
  const mayBeTried = passing.has(outcome) || (outcome === 'no_answer' && unanswered === 0)
  const minutes = waits[tries - 1]
  if (!mayBeTried || minutes === undefined) return null
  const seconds = Math.max(minutes * 60, Math.min(askedSeconds, 86_400))
  return at.add({ seconds: Math.round(seconds * (1 + jitter * random.next())) })
}
