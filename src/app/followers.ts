import type { Tables } from '../../db/tables.ts'
import {
  boardFollower,
  caseWordsFollower,
  figuresFollower,
  ladderFollower,
  mediationFiguresFollower,
  openFollower,
  whistleLadderFollower,
} from '../cases/door.ts'
import { assessmentFollower } from '../evaluation/door.ts'
import { deliveryFollower, noticesFollower } from '../notices/door.ts'
import type { Follower } from '../platform/follower.ts'
import { errandCasesFollower } from '../rounds/door.ts'
import { visitCasesFollower } from '../visits/door.ts'
import { reactingFollower } from './reactions.ts'

/** A follower of the journal that keeps something for readers. */
export interface RunFollower {
  readonly follower: Follower
  /** Tables that hold only what it read: `linli rebuild` makes them anew and compares. */
  readonly rebuilt: readonly (keyof Tables)[]
}

export const followers: readonly RunFollower[] = [
  { follower: boardFollower, rebuilt: ['board', 'board_counts', 'board_days'] },
  { follower: caseWordsFollower, rebuilt: ['case_words'] },
  { follower: figuresFollower, rebuilt: ['figures', 'figure_facts'] },
  // Its lights are of the moment when it was read, so that two readings need not be the same.
  { follower: openFollower, rebuilt: [] },
  { follower: ladderFollower, rebuilt: ['ladder_next'] },
  { follower: whistleLadderFollower, rebuilt: ['whistle_next'] },
  { follower: visitCasesFollower, rebuilt: ['visit_cases'] },
  { follower: mediationFiguresFollower, rebuilt: ['mediation_figures'] },
  {
    follower: assessmentFollower,
    rebuilt: [
      'assessment_facts',
      'assessment_sums',
      'worker_timings',
      'worker_groups',
      'worker_parts',
      'post_groups',
    ],
  },
  { follower: errandCasesFollower, rebuilt: ['errand_cases'] },
  { follower: noticesFollower, rebuilt: ['notices'] },
]

/** All that runs beside a server. What rooms do about each other's lines comes first: the others then read that too. What
 * leaves the house stands here alone: no rebuild sends anything again. */
export const followersBeside = (server: Parameters<typeof reactingFollower>[0]): readonly Follower[] => [
  reactingFollower(server),
  ...followers.map(({ follower }) => follower),
  deliveryFollower(server.clock),
]
