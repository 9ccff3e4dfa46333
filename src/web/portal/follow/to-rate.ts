import type { FollowedCase } from '../../../cases/story.contract.ts'

/** Whether the reporter is asked to rate the case now. */
export const isToRate = ({ can, rating }: Pick<FollowedCase, 'can' | 'rating'>): boolean =>
  rating === null && can.includes('rate')
