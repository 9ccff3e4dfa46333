import { z } from 'zod'
import { Stage } from '../contract.ts'
import { PlaceName, UnitName } from '../story.contract.ts'
import { CallBackOutcome, CallBackWay, FlagKind, ReopenAsk, Verdict } from './kinds.contract.ts'

const Act = z.strictObject({ requestId: z.uuid() })
const Reason = z.string().trim().min(2).max(1000)

/** Looked at: every open mark of the case at once. */
export const LookAtClosing = Act.extend({ verdict: Verdict, reason: Reason })
export type LookAtClosing = z.infer<typeof LookAtClosing>

/** 回访: what the reporter answered, on whose behalf the asker writes; or that nobody answered. */
export const CallBack = z.discriminatedUnion('outcome', [
  Act.extend({
    outcome: z.literal('answered'),
    way: CallBackWay,
    solved: z.boolean(),
    rating: z.number().int().min(1).max(5),
    words: z.string().trim().max(1000).optional(),
  }),
  Act.extend({ outcome: z.literal('not_reached'), way: CallBackWay }),
  Act.extend({ outcome: z.literal('declined'), way: CallBackWay }),
])
export type CallBack = z.infer<typeof CallBack>

/** The centre decides whether it is done a third time; a no needs a reason, which the reporter reads. */
export const DecideReopening = Act.extend({ granted: z.boolean(), reason: Reason.optional() })
export type DecideReopening = z.infer<typeof DecideReopening>

/** A mark on a closing, and what was found when somebody looked. */
export const ClosingFlag = z.object({
  id: z.uuid(),
  kind: FlagKind,
  unit: UnitName.nullable(),
  /** How many cases share it, or how many minutes were left. */
  amount: z.number().int(),
  /** The other case, where the reader sees it. */
  other: z.object({ id: z.uuid(), number: z.string() }).nullable(),
  flaggedAt: z.iso.datetime(),
  lookedAt: z.iso.datetime().nullable(),
  verdict: Verdict.nullable(),
  reason: z.string().nullable(),
})
export type ClosingFlag = z.infer<typeof ClosingFlag>

export const CalledBack = z.object({
  way: CallBackWay,
  outcome: CallBackOutcome,
  triedAt: z.iso.datetime(),
  nextTryAt: z.iso.datetime().nullable(),
  solved: z.boolean().nullable(),
  rating: z.number().int().nullable(),
})

/** How a case's closing stands, on its page. */
export const CaseClosing = z.object({
  flags: z.array(ClosingFlag),
  /** Tries about this result, oldest first. */
  callBacks: z.array(CalledBack),
  /** What its reporter asks for after this result. */
  ask: ReopenAsk.nullable(),
  can: z.array(z.enum(['look', 'call_back', 'decide'])),
  /** What may be written down of a call now; none where nobody is to be called. */
  outcomes: z.array(CallBackOutcome),
})
export type CaseClosing = z.infer<typeof CaseClosing>

const Head = z.object({
  caseId: z.uuid(),
  number: z.string(),
  stage: Stage,
  matter: z.object({ code: z.string(), zh: z.string(), en: z.string() }).nullable(),
  place: PlaceName,
  unit: UnitName.nullable(),
  summary: z.string().nullable(),
})

const Page = z.strictObject({
  after: z.string().max(120).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})

export const FlagsQuery = Page.extend({
  state: z.enum(['open', 'looked']).default('open'),
  kind: FlagKind.optional(),
})
export type FlagsQuery = z.infer<typeof FlagsQuery>
export const FlaggedCase = Head.extend({ flag: ClosingFlag, canLook: z.boolean() })
export type FlaggedCase = z.infer<typeof FlaggedCase>
export const FlagPage = z.object({ rows: z.array(FlaggedCase), next: z.string().nullable() })
export type FlagPage = z.infer<typeof FlagPage>

/** `due`: to be tried now; `later`: the next try has its moment; `unreached`: as often as is tried. */
export const CallBacksQuery = Page.extend({ state: z.enum(['due', 'later', 'unreached']).default('due') })
export type CallBacksQuery = z.infer<typeof CallBacksQuery>
export const ToCallBack = Head.extend({
  repliedAt: z.iso.datetime(),
  answer: z.string().nullable(),
  tries: z.number().int(),
  lastTriedAt: z.iso.datetime().nullable(),
  nextTryAt: z.iso.datetime().nullable(),
  outcomes: z.array(CallBackOutcome),
})
export type ToCallBack = z.infer<typeof ToCallBack>
export const CallBackPage = z.object({ rows: z.array(ToCallBack), next: z.string().nullable() })
export type CallBackPage = z.infer<typeof CallBackPage>

export const ReopeningsQuery = Page
export type ReopeningsQuery = z.infer<typeof ReopeningsQuery>
export const ReopeningAsked = Head.extend({
  ask: ReopenAsk,
  /** How often it was done again so far. */
  reopened: z.number().int(),
  words: z.string().nullable(),
})
export type ReopeningAsked = z.infer<typeof ReopeningAsked>
export const ReopeningPage = z.object({ rows: z.array(ReopeningAsked), next: z.string().nullable() })
export type ReopeningPage = z.infer<typeof ReopeningPage>

export const ResultsQuery = z.strictObject({
  month: z
    .string()
    .regex(/^20\d\d-(?:0[1-9]|1[0-2])$/)
    .optional(),
})
export type ResultsQuery = z.infer<typeof ResultsQuery>

const count = z.int().nonnegative()
/** A unit's closings of a month: how many, how many were called back about, how many answered, and what. */
const ClosedOfUnit = z.object({
  unit: UnitName,
  closed: count,
  called: count,
  reached: count,
  /** Null where too few answered to say anything by. */
  said: z
    .object({
      ways: z.record(CallBackWay, count),
      solved: count,
      satisfied: count,
      /** Done again before it was closed. */
      reopened: count,
    })
    .nullable(),
})
export type ClosedOfUnit = z.infer<typeof ClosedOfUnit>
export const CallResults = z.object({ month: z.string(), least: count, rows: z.array(ClosedOfUnit) })
export type CallResults = z.infer<typeof CallResults>
