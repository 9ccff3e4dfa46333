import { z } from 'zod'
import { Stage } from './contract.ts'
import { UnitName } from './story.contract.ts'

/** As many cases as are rehearsed in one request; a longer choice is asked for in parts. */
export const rehearsedAtMost = 50

const Chosen = z.strictObject({ caseIds: z.array(z.uuid()).min(1).max(rehearsedAtMost) })

/** An act that makes sense for many cases at once. Each row is then done by its own single act. */
export const RehearseActs = z.discriminatedUnion('act', [
  Chosen.extend({ act: z.literal('sign') }),
  Chosen.extend({ act: z.literal('dispatch') }),
  Chosen.extend({ act: z.literal('close') }),
  /** Each with the summary that a person has confirmed; a case without one is refused. */
  Chosen.extend({ act: z.literal('publish') }),
  Chosen.extend({ act: z.literal('join'), into: z.uuid() }),
  Chosen.extend({
    act: z.literal('decide'),
    granted: z.boolean(),
    reason: z.string().trim().min(2).max(1000).optional(),
  }),
])
export type RehearseActs = z.infer<typeof RehearseActs>

/** What one row would get, or why it would not. */
export const RehearsedRow = z.object({
  caseId: z.uuid(),
  number: z.string(),
  /** The request that would be decided, where the act decides. */
  requestId: z.uuid().nullable(),
  /** The summary that would be published, where the act publishes. */
  summary: z.string().nullable(),
  /** How the case would stand; null where it is refused. */
  after: z.object({ stage: Stage, unit: UnitName.nullable(), dueAt: z.iso.datetime().nullable() }).nullable(),
  refusal: z
    .object({
      code: z.string(),
      facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    })
    .nullable(),
})
export type RehearsedRow = z.infer<typeof RehearsedRow>

/** In the order in which the cases were named; a case with several requests has a row for each. */
export const Rehearsal = z.object({ rows: z.array(RehearsedRow) })
export type Rehearsal = z.infer<typeof Rehearsal>
