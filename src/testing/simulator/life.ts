import type { Person } from '../world-client.ts'
import type { Spot, Trouble } from './town.ts'

/** One case as the town knows it: who brought it, where, and what is still on somebody's mind. */
export interface Life {
  readonly caseId: string
  readonly number: string
  readonly reporter: Person
  readonly spot: Spot
  readonly trouble: Trouble
  /** Counts what was planned: a wish of an older count has lapsed. */
  plan: number
  acts: number
  /** What was refused the last time: the next try is another. */
  refused: string | null
}
