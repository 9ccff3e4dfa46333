import { z } from 'zod'
import { isCalendarDay } from '../../kernel/entered-day.ts'

/**
 * How far a mediation (人民调解) is: asked for, all parties consent, a mediator is at work, an agreement is written, it is in
 * force, its keeping was watched; or it ended without one, or was taken back by whoever asked.
 */
export const MediationStage = z.enum([
  'asked',
  'consented',
  'mediating',
  'agreed',
  'in_force',
  'closed',
  'ended',
  'withdrawn',
])
export type MediationStage = z.infer<typeof MediationStage>

/** Who brought it: a party asked, the committee offered, a court or the police told the parties of this way (第十七、十八条). */
export const Origin = z.enum(['party', 'committee', 'court', 'police'])
export type Origin = z.infer<typeof Origin>
export const Side = z.enum(['applicant', 'respondent'])
export type Side = z.infer<typeof Side>
export const AgreementForm = z.enum(['written', 'oral'])
export type AgreementForm = z.infer<typeof AgreementForm>
/** A party refused (第十七条), asked for its end (第二十三条), no agreement was reached (第二十六条), or it is none to mediate. */
export const Outcome = z.enum(['refused', 'ended_by_party', 'not_reached', 'not_suitable'])
export type Outcome = z.infer<typeof Outcome>
export const VisitResult = z.enum(['kept', 'partly', 'not_kept', 'not_due'])
export type VisitResult = z.infer<typeof VisitResult>
export const Kept = z.enum(['kept', 'partly', 'not_kept'])
export type Kept = z.infer<typeof Kept>
/** What the dispute was about: the codes that any list of causes may hold. */
export const Cause = z.enum([
  'noise',
  'leak',
  'parking',
  'shared_space',
  'pets',
  'property_fees',
  'renovation',
  'tenancy',
  'marriage',
  'support',
  'inheritance',
  'injury',
  'consumer',
  'debt',
  'other',
])
export type Cause = z.infer<typeof Cause>

const requestId = z.uuid()
const day = z.iso.date().refine(isCalendarDay)
const said = z.string().trim().min(2).max(2000)
const shortly = z.string().trim().min(1).max(500)
const Name = z.string().trim().min(1).max(40)
const Phone = z
  .string()
  .trim()
  .regex(/^[+\d][\d -]{5,19}$/)

const NewParty = z.strictObject({
  name: Name,
  phone: Phone.optional(),
  side: Side,
  /** Said so to the desk, by mouth or on paper; left out, the party is asked. */
  consents: z.boolean().default(false),
})
/** By the committee's desk, for a case: offered, or told of by court or police. */
export const OpenMediation = z.strictObject({
  requestId,
  origin: z.enum(['committee', 'court', 'police']),
  about: said,
  /** The first is the case's reporter, where the reporter is a party. */
  reporterIsParty: z.boolean(),
  parties: z.array(NewParty).min(1).max(8),
})
export type OpenMediation = z.input<typeof OpenMediation>
/** By the reporter, for an own case. */
export const AskMediation = z.strictObject({
  requestId,
  name: Name,
  phone: Phone.optional(),
  about: said,
  /** Who the other side is, as far as it is known. */
  other: shortly,
})
export type AskMediation = z.infer<typeof AskMediation>

export const MediationReceipt = z.object({ mediationId: z.uuid(), stage: MediationStage })
export type MediationReceipt = z.infer<typeof MediationReceipt>
/** A party that is no reporter gets a receipt code of its own: shown once, derived again for the same request. */
export const PartyReceipt = MediationReceipt.extend({
  codes: z.array(z.object({ partyId: z.uuid(), receiptCode: z.string() })),
})
export type PartyReceipt = z.infer<typeof PartyReceipt>

export const AddParty = NewParty.extend({ requestId })
export type AddParty = z.input<typeof AddParty>
/** What a party said to the desk of whether it takes part. */
export const TakeConsent = z.strictObject({ requestId, partyId: z.uuid(), consents: z.boolean() })
export type TakeConsent = z.infer<typeof TakeConsent>
/** A holder of an office of the committee, or whoever asks. */
export const NameMediator = z.strictObject({
  requestId,
  holderId: z.uuid().optional(),
  chosenBy: z.enum(['committee', 'parties']),
})
export type NameMediator = z.infer<typeof NameMediator>

/** A party asks to be forgotten: its name, telephone and words. */
export const EraseParty = z.strictObject({ requestId, partyId: z.uuid() })
export type EraseParty = z.infer<typeof EraseParty>
export const ErasedParty = z.object({ texts: z.int() })
export type ErasedParty = z.infer<typeof ErasedParty>

export const SetSession = z.strictObject({ requestId, at: z.iso.datetime({ offset: true }), venue: shortly })
export type SetSession = z.infer<typeof SetSession>
export const MoveSession = SetSession.extend({ sessionId: z.uuid() })
export type MoveSession = z.infer<typeof MoveSession>
export const CancelSession = z.strictObject({ requestId, sessionId: z.uuid() })
export type CancelSession = z.infer<typeof CancelSession>
/** Who came, and a short record (第二十七条): the committee's alone. */
export const HoldSession = z.strictObject({
  requestId,
  sessionId: z.uuid(),
  came: z.array(z.uuid()).max(8),
  record: said,
})
export type HoldSession = z.infer<typeof HoldSession>

/** A dispute that may escalate (第二十五条): what was done about it, and whether police or others were told. */
export const WarnOfDanger = z.strictObject({
  requestId,
  told: z.enum(['police', 'other', 'nobody']),
  words: said,
})
export type WarnOfDanger = z.infer<typeof WarnOfDanger>

/** The parts of 第二十九条: facts, what is disputed and who answers for what; the content; what each does, and by when. */
export const WriteAgreement = z.strictObject({
  requestId,
  form: AgreementForm,
  cause: Cause,
  facts: said,
  terms: said,
  duties: z.array(z.strictObject({ partyId: z.uuid(), words: shortly, dueOn: day })).max(20),
})
export type WriteAgreement = z.infer<typeof WriteAgreement>
export const SignAgreement = z.strictObject({ requestId, partyId: z.uuid(), signedOn: day })
export type SignAgreement = z.infer<typeof SignAgreement>
export const ReopenAgreement = z.strictObject({ requestId })
export type ReopenAgreement = z.infer<typeof ReopenAgreement>
/** Mediator signed and the committee sealed it: how many copies there are, one each and one for the file. */
export const BringIntoForce = z.strictObject({ requestId, on: day, copies: z.int().min(1).max(20) })
export type BringIntoForce = z.infer<typeof BringIntoForce>
/** 回访; without a next day it was the last. */
export const VisitParties = z.strictObject({
  requestId,
  visitedOn: day,
  result: VisitResult,
  words: shortly.optional(),
  nextOn: day.nullable(),
})
export type VisitParties = z.infer<typeof VisitParties>
/** A court confirmed the agreement. */
export const NoteConfirmed = z.strictObject({ requestId, on: day })
export type NoteConfirmed = z.infer<typeof NoteConfirmed>
export const EndMediation = z.strictObject({
  requestId,
  outcome: Outcome,
  cause: Cause,
  reason: shortly.optional(),
})
export type EndMediation = z.infer<typeof EndMediation>

/** A party's own acts. */
export const OwnConsent = z.strictObject({ requestId, consents: z.boolean() })
export type OwnConsent = z.infer<typeof OwnConsent>
/** In private, to mediator and committee. */
export const OwnWords = z.strictObject({ requestId, words: said })
export type OwnWords = z.infer<typeof OwnWords>
export const OwnReason = z.strictObject({ requestId, reason: shortly.optional() })
export type OwnReason = z.infer<typeof OwnReason>
