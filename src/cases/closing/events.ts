import { z } from 'zod'
import { CallBackOutcome, CallBackWay, FlagKind, ReopenReason, Verdict } from './kinds.contract.ts'

const id = z.uuid()
const at = z.iso.datetime()
const commits = z.record(z.uuid(), z.string().regex(/^[0-9a-f]{64}$/)).default({})

/** Lines of no hollow closing: what a resolution was looked at for, and what its reporter said when asked. */
export const closingEvents = {
  /** The program found something to look at. `unitId` is null where no unit's work is meant. */
  'case.closing_flagged': z.strictObject({
    flagId: id,
    unitId: id.nullable(),
    kind: FlagKind,
    matter: z.string(),
    /** The line that it is about: a resolution, or an answer. */
    aboutSeq: z.number().int().positive(),
    /** How many cases share it, or how many minutes were left. */
    amount: z.number().int().nonnegative(),
  }),
  /** Somebody looked at it, of the centre or the street. */
  'case.closing_reviewed': z.strictObject({
    flagId: id,
    unitId: id.nullable(),
    kind: FlagKind,
    matter: z.string(),
    verdict: Verdict,
    commits,
  }),
  /** 回访: a try to ask the reporter, and what came of it. A rating that was given follows as `case.rated`. */
  'case.called_back': z.strictObject({
    callBackId: id,
    way: CallBackWay,
    outcome: CallBackOutcome,
    /** Which try about this result it was. */
    tries: z.number().int().positive(),
    matter: z.string(),
    solved: z.boolean().nullable(),
    rating: z.number().int().nullable(),
    nextTryAt: at.nullable(),
  }),
  /** Not satisfied once more: whether it is done again the centre decides. */
  'case.reopen_asked': z.strictObject({ askId: id, because: ReopenReason, matter: z.string() }),
  'case.reopen_decided': z.strictObject({
    askId: id,
    because: ReopenReason,
    matter: z.string(),
    granted: z.boolean(),
    commits,
  }),
} as const
