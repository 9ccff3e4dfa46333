import { z } from 'zod'

/** What a person should look at: what the program can see of a closing that may be hollow. */
export const FlagKind = z.enum(['no_visit', 'same_photo', 'same_words', 'many_at_once', 'last_minute'])
export type FlagKind = z.infer<typeof FlagKind>

/** What whoever looked at it found. Not in order, it goes back where it is not back already. */
export const Verdict = z.enum(['in_order', 'not_in_order'])
export type Verdict = z.infer<typeof Verdict>

export const CallBackWay = z.enum(['telephone', 'message', 'visit'])
export type CallBackWay = z.infer<typeof CallBackWay>
export const CallBackOutcome = z.enum(['answered', 'not_reached', 'declined'])
export type CallBackOutcome = z.infer<typeof CallBackOutcome>

/** Why its reporter wants it done again. */
export const ReopenReason = z.enum(['not_solved', 'not_satisfied'])
export type ReopenReason = z.infer<typeof ReopenReason>

/** What its reporter asks for once more, and what the centre said. */
export const ReopenAsk = z.object({
  because: ReopenReason,
  askedAt: z.iso.datetime(),
  granted: z.boolean().nullable(),
})
export type ReopenAsk = z.infer<typeof ReopenAsk>
