import type { Allowance } from '../../matters/contract.ts'
import type { CallBackOutcome } from './kinds.contract.ts'

/** How often a reporter is tried who is not reached. Source: own; more would press people. */
export const mostTries = 3

/** When it is tried again: five working hours later is another half of a day. Source: own. */
export const nextTryAfter: Allowance = { amount: 5, unit: 'working_hour' }

/** How a reporter was tried about one result. */
export interface Tried {
  readonly tries: number
  /** They said something, or prefer not to. */
  readonly isOver: boolean
  readonly nextTryAt: Temporal.Instant | null
}

interface Attempt {
  readonly outcome: CallBackOutcome
  readonly nextTryAt: Temporal.Instant | null
}

/** Of the tries about one result, oldest first. */
export const triedSoFar = (attempts: readonly Attempt[]): Tried => ({
  tries: attempts.length,
  isOver: attempts.some(({ outcome }) => outcome !== 'not_reached'),
  nextTryAt: attempts.at(-1)?.nextTryAt ?? null,
})

/**
 * What may be written down of another try. What a reporter says is always taken; nobody is pressed who declined, or was
 * tried as often as is tried, nor tried again before the moment for it.
 */
export function outcomesNow({ tries, isOver, nextTryAt }: Tried, now: Temporal.Instant): CallBackOutcome[] {
  if (isOver || tries >= mostTries) return ['answered']
  const isEarly = nextTryAt !== null && Temporal.Instant.compare(now, nextTryAt) < 0
  return isEarly ? ['answered', 'declined'] : ['answered', 'not_reached', 'declined']
}
