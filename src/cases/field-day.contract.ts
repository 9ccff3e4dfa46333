import { z } from 'zod'
import { LonLatPair } from '../areas/map.contract.ts'
import { CaseRow, longestKey } from './story.contract.ts'

/** What whoever works on the spot owes a case next: sign for it, come, or handle what they stand before. */
export const FieldStep = z.enum(['sign', 'arrive', 'handle'])
export type FieldStep = z.infer<typeof FieldStep>

/** A case as it stands on a worker's card. */
export const FieldRow = CaseRow.extend({
  /** Null where another unit has it in hand, or nobody yet. */
  next: FieldStep.nullable(),
  /** Whether its clock runs: only then does its light hurry anybody. */
  running: z.boolean(),
  /** Whether its matter asks for a photograph of the result: then finishing it begins with the camera. */
  needsPhoto: z.boolean(),
  /** Where to walk: the point that was reported (`exact`), or the middle of the narrowest area that has an outline. */
  spot: z.object({ at: LonLatPair, exact: z.boolean() }).nullable(),
})
export type FieldRow = z.infer<typeof FieldRow>

export const FieldQuery = z.object({ after: z.string().max(longestKey).optional() })
export type FieldQuery = z.infer<typeof FieldQuery>

/** A day's work: what waits, due first on top; with the first page also what was done today, the latest first. */
export const FieldDay = z.object({
  rows: z.array(FieldRow),
  next: z.string().nullable(),
  /** At most `doneShown`; one more row there is said as "more". */
  done: z.array(FieldRow),
  doneMore: z.boolean(),
})
export type FieldDay = z.infer<typeof FieldDay>
