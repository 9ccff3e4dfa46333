import { z } from 'zod'
import { isRecentEnough } from '../kernel/entered-day.ts'
import { Point } from './contract.ts'

/** Every act carries a request id: sent again with the same id, it answers with the first receipt. */
const Act = z.strictObject({ requestId: z.uuid() })
/** An act of those who work on the spot, perhaps without signal: when it was done, where it is sent later. */
const FieldAct = Act.extend({ occurredAt: z.iso.datetime().refine(isRecentEnough).optional() })
const Reason = z.string().trim().min(2).max(1000)
const Note = z.string().trim().min(1).max(5000)
const Photos = z.array(z.uuid()).max(9).default([])

/** 甄别: what it is about. `summary` is what the public may read, confirmed by the person who screens. */
export const ScreenCase = Act.extend({
  matter: z.string().max(10),
  summary: z.string().trim().min(4).max(120).optional(),
  /** A person may say otherwise than the catalogue; for a matter that is confidential it never reaches the board. */
  publish: z.boolean().default(true),
})
export const JoinCase = Act.extend({ into: z.uuid() })
export const DeclineCase = Act.extend({ reason: Reason })
/** Not for a unit: to self-government, mutual help, or a paid or public service. */
export const ReferCase = Act.extend({
  door: z.enum(['self_government', 'mutual_help', 'service']),
  reason: Reason,
})
/** 交办: by the catalogue; naming units overrides it and needs a reason. */
export const DispatchCase = Act.extend({
  leadUnitId: z.uuid().optional(),
  assistUnitIds: z.array(z.uuid()).max(8).default([]),
  reason: Reason.optional(),
})
export const SignCase = FieldAct.extend({ unitId: z.uuid().optional() })
/** 到场: whoever handles it stands there. The point is sealed and shown to nobody; a phone may withhold it. */
export const ArriveCase = FieldAct.extend({ point: Point.strict().optional() })
/** 处置: what was done, with photographs. `arrived` is for desks, who hear that somebody is on the spot. */
export const NoteCase = FieldAct.extend({ note: Note, photos: Photos, arrived: z.boolean().default(false) })
/** 办结 by a unit, with the evidence that the matter asks for. */
export const ResolveCase = FieldAct.extend({ note: Note.optional(), photos: Photos })
/** 答复: what the reporter is told, and the public where the case is public. */
export const ReplyCase = Act.extend({ answer: Note })
/** 核查: passed, or sent back to the unit. */
export const CheckCase = Act.extend({ passed: z.boolean(), note: Reason.optional() })
export const CloseCase = Act
export const PublishCase = Act.extend({ summary: z.string().trim().min(4).max(120) })
/** 延期、挂起、挂账、退单: asked by a unit, decided by the desk above. */
export const RequestCase = FieldAct.extend({
  kind: z.enum(['extension', 'pause', 'listing', 'return']),
  reason: Reason,
  /** Working days: how much longer, or how long the pause may last. */
  days: z.number().int().min(1).max(999).optional(),
  /** When a long-term listing is looked at again. */
  reviewOn: z.iso.date().optional(),
  /** What must come to pass before a listed case can go on. */
  condition: z.string().trim().min(2).max(500).optional(),
})
export const DecideRequest = Act.extend({ granted: z.boolean(), reason: Reason.optional() })
/** Of the unit named, where several units' clocks stand still. */
export const ResumeCase = Act.extend({ unitId: z.uuid().optional() })
/** 争议裁定: the centre names the unit that answers, which may be the one that wanted to give it back. */
export const ArbitrateCase = Act.extend({ unitId: z.uuid(), reason: Reason })
/** 挂账复查: listed on until another day. To strike it off the list (销账) is to resume it. */
export const ReviewListing = Act.extend({
  unitId: z.uuid().optional(),
  reviewOn: z.iso.date(),
  reason: Reason,
})
export const SeeReporter = Act.extend({ purpose: Reason })
/** `photos`: the reporter's own photographs too, as they may show who reported. */
export const EraseReporter = Act.extend({ reason: Reason, photos: z.boolean().optional() })
/** As `EraseReporter`, with what they wrote; and whatever else of the case names them in these words. */
export interface ForgetReporter extends EraseReporter {
  readonly words?: true
  readonly naming?: readonly string[]
}

/** Acts of the person who reported, by receipt code or account. */
export const AddToCase = Act.extend({ words: Note, photos: Photos })
export const WithdrawCase = Act.extend({ reason: Reason.optional() })
/** 评价: not solved or not satisfied reopens. `rating` from 1 (very bad) to 5 (very good). */
export const RateCase = Act.extend({
  solved: z.boolean(),
  rating: z.number().int().min(1).max(5),
  words: z.string().trim().max(1000).optional(),
})

/** What an act hands back: the case's stage now. */
export const ActReceipt = z.object({ caseId: z.uuid(), stage: z.string() })
export type ActReceipt = z.infer<typeof ActReceipt>

export type ScreenCase = z.infer<typeof ScreenCase>
export type JoinCase = z.infer<typeof JoinCase>
export type DeclineCase = z.infer<typeof DeclineCase>
export type ReferCase = z.infer<typeof ReferCase>
export type DispatchCase = z.infer<typeof DispatchCase>
export type SignCase = z.infer<typeof SignCase>
export type ArriveCase = z.infer<typeof ArriveCase>
export type NoteCase = z.infer<typeof NoteCase>
export type ResolveCase = z.infer<typeof ResolveCase>
export type ReplyCase = z.infer<typeof ReplyCase>
export type CheckCase = z.infer<typeof CheckCase>
export type CloseCase = z.infer<typeof CloseCase>
export type PublishCase = z.infer<typeof PublishCase>
export type RequestCase = z.infer<typeof RequestCase>
export type DecideRequest = z.infer<typeof DecideRequest>
export type ResumeCase = z.infer<typeof ResumeCase>
export type AddToCase = z.infer<typeof AddToCase>
export type WithdrawCase = z.infer<typeof WithdrawCase>
export type ArbitrateCase = z.infer<typeof ArbitrateCase>
export type ReviewListing = z.infer<typeof ReviewListing>
export type RateCase = z.infer<typeof RateCase>
export type EraseReporter = z.infer<typeof EraseReporter>
