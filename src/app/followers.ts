import type { Tables } from '../../db/tables.ts'
import { boardFollower, figuresFollower } from '../cases/door.ts'
import type { Follower } from '../platform/follower.ts'

/** A follower of the journal that runs beside the server. */
export interface RunFollower {
  readonly follower: Follower
  /** Tables that hold only what it read: `linli rebuild` makes them anew and compares. */
  readonly rebuilt: readonly (keyof Tables)[]
}

export const followers: readonly RunFollower[] = [
  { follower: boardFollower, rebuilt: ['board'] },
  { follower: figuresFollower, rebuilt: ['figures'] },
]
