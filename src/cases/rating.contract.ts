import type { FollowedCase } from './story.contract.ts'

// No schema here: phones read this too.

/** Ratings below this (of five) have the case done again. */
export const satisfiedFrom = 3

/** Whether the reporter is asked to rate the case now: not yet rated, or done again after a rating that was not good. */
export const isToRate = ({ can, solved, rating }: Pick<FollowedCase, 'can' | 'solved' | 'rating'>): boolean =>
  can.includes('rate') && !(solved === true && rating !== null && rating >= satisfiedFrom)

/** Whether a rating that is not good has it done again by right: once; what a desk found not done does not count. */
export const reopensByRight = ({
  timeline,
}: {
  readonly timeline: readonly Pick<FollowedCase['timeline'][number], 'kind' | 'facts'>[]
}): boolean =>
  !timeline.some(({ kind, facts }) => kind === 'case.reopened' && facts.because !== 'found_hollow')
