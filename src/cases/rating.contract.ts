import type { FollowedCase } from './story.contract.ts'

// No schema here: phones read this too.

/** Ratings below this (of five) have the case done again. */
export const satisfiedFrom = 3

/** Whether the reporter is asked to rate the case now: not yet rated, or done again after a rating that was not good. */
export const isToRate = ({ can, solved, rating }: Pick<FollowedCase, 'can' | 'solved' | 'rating'>): boolean =>
  can.includes('rate') && !(solved === true && rating !== null && rating >= satisfiedFrom)
