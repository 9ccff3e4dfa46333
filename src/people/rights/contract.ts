import { z } from 'zod'
import { AreaStep } from '../../areas/contract.ts'
import { PostKind } from '../contract.ts'
import { LookPurpose } from '../register/contract.ts'
import { PersonCard } from '../register/read.contract.ts'

const Named = z.object({ zh: z.string(), en: z.string() })

/**
 * How far one's own entry in the register was found: nobody has this telephone; somebody has, and the end of the
 * identity number says who; several have and no number tells them apart, so that the community has to; found.
 */
export const OwnEntryState = z.enum(['none', 'needs_end', 'unclear', 'found'])
export type OwnEntryState = z.infer<typeof OwnEntryState>

export const FindOwnEntry = z.strictObject({
  /** The last four characters of the identity number. */
  identityEnd: z
    .string()
    .trim()
    .regex(/^\d{3}[\dXx]$/),
})
export type FindOwnEntry = z.infer<typeof FindOwnEntry>

/** Who looked: by post and unit, as they were on that day; what for, where that had to be said. */
export const OwnLook = z.object({
  what: z.enum(['page', 'identity', 'visits']),
  purpose: LookPurpose.nullable(),
  words: z.string().nullable(),
  firstAt: z.iso.datetime(),
  lastAt: z.iso.datetime(),
  times: z.number().int(),
  /** Null of a look from before posts were kept. */
  post: PostKind.nullable(),
  unit: Named.nullable(),
  area: Named.nullable(),
})
export type OwnLook = z.infer<typeof OwnLook>

/** Who looked at an entry: the latest first, two hundred at most; `more` where older ones are not shown. */
const Looks = { looks: z.array(OwnLook), more: z.boolean() }

/** Who looked at the entry of a child under 14, for the guardian whom the register names (个人信息保护法 Article 31). */
export const ChildLooks = z.object({ personId: z.uuid(), name: z.string().nullable(), ...Looks })
export type ChildLooks = z.infer<typeof ChildLooks>

const OwnPerson = PersonCard.pick({
  id: true,
  name: true,
  sex: true,
  birthDay: true,
  phone: true,
  registerKind: true,
  identityEnd: true,
  homes: true,
  consents: true,
  care: true,
  children: true,
})
export type OwnPerson = z.infer<typeof OwnPerson>

export const RightKind = z.enum(['correct', 'erase', 'copy'])
export type RightKind = z.infer<typeof RightKind>

/**
 * Why the law lets a request be refused (个人信息保护法 2021-11-01): not about the asker; kept by law for a time
 * (Article 47, second paragraph); needed for a legal duty (Article 13, third); an emergency under way (Article 13,
 * fourth); found right as it is held (Article 46); not clear what is asked.
 */
export const RightGround = z.enum(['not_own', 'law_keeps', 'duty', 'emergency', 'right_as_held', 'unclear'])
export type RightGround = z.infer<typeof RightGround>

export const RightRequest = z.object({
  id: z.uuid(),
  kind: RightKind,
  stage: z.enum(['asked', 'granted', 'refused', 'taken_back']),
  words: z.string().nullable(),
  ground: RightGround.nullable(),
  answer: z.string().nullable(),
  askedAt: z.iso.datetime(),
  /** The day by which it is to be answered, YYYY-MM-DD. */
  dueOn: z.iso.date(),
  answeredAt: z.iso.datetime().nullable(),
  /** Taken back by whoever asked, before an answer; its words went with that. */
  takenBackAt: z.iso.datetime().nullable(),
})
export type RightRequest = z.infer<typeof RightRequest>

/** What is held of whoever asks, and what they asked about it. Their cases and questions have addresses of their own. */
export const OwnRecord = z.object({
  account: z.object({ phone: z.string(), openedAt: z.iso.datetime() }),
  entry: OwnEntryState,
  person: OwnPerson.nullable(),
  ...Looks,
  /** Of each child whom the asker acts for; none of a child who is 14 by now. */
  childLooks: z.array(ChildLooks),
  requests: z.array(RightRequest),
  /** By kind the last day for an answer to what is asked today, YYYY-MM-DD. */
  answerBy: z.record(RightKind, z.iso.date()),
})
export type OwnRecord = z.infer<typeof OwnRecord>

const RequestId = { requestId: z.uuid() }
const Words = z.string().trim().min(1).max(1000)

export const AskRight = z.discriminatedUnion('kind', [
  /** What is wrong, and how it should be. */
  z.strictObject({ ...RequestId, kind: z.literal('correct'), words: Words }),
  z.strictObject({ ...RequestId, kind: z.literal('copy'), words: Words.nullable().default(null) }),
  z.strictObject({ ...RequestId, kind: z.literal('erase'), words: Words.nullable().default(null) }),
])
export type AskRight = z.infer<typeof AskRight>
export const AskedRight = z.object({ id: z.uuid(), dueOn: z.iso.date() })
export type AskedRight = z.infer<typeof AskedRight>

export const OwnConsent = z.strictObject(RequestId)

export const TakeBackRight = z.strictObject(RequestId)
export type TakeBackRight = z.infer<typeof TakeBackRight>
export const TakenBackRight = z.object({ id: z.uuid(), stage: z.literal('taken_back') })
export type TakenBackRight = z.infer<typeof TakenBackRight>

export const ListRights = z.object({
  stage: z.enum(['asked', 'answered']).default('asked'),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type ListRights = z.infer<typeof ListRights>

/** A request at the desk that answers it. Who asks is told by the entry in the register, opened as any other. */
export const RightRow = RightRequest.extend({
  personId: z.uuid().nullable(),
  place: z.array(AreaStep),
  /** Green, yellow from a third of the term before its end, red once the day is over; none when answered. */
  light: z.enum(['green', 'yellow', 'red']).nullable(),
  /** Whether the asker may answer it: the register's people are answered by the desks that see them. */
  can: z.boolean(),
  /** On which grounds the law lets it be refused; none once it is over. */
  grounds: z.array(RightGround),
})
export type RightRow = z.infer<typeof RightRow>
export const RightPage = z.object({ rows: z.array(RightRow), next: z.string().nullable() })
export type RightPage = z.infer<typeof RightPage>

/** How many requests wait that the asker may answer, up to the bound: there it may be more. */
export const WaitingRights = z.object({ waiting: z.number().int(), bound: z.number().int() })
export type WaitingRights = z.infer<typeof WaitingRights>

export const AnswerRight = z.discriminatedUnion('stage', [
  z.strictObject({ ...RequestId, stage: z.literal('granted'), answer: Words.nullable().default(null) }),
  z.strictObject({ ...RequestId, stage: z.literal('refused'), ground: RightGround, answer: Words }),
])
export type AnswerRight = z.infer<typeof AnswerRight>
export const AnsweredRight = z.object({ id: z.uuid(), stage: z.enum(['granted', 'refused']) })
export type AnsweredRight = z.infer<typeof AnsweredRight>
