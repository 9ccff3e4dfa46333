import { z } from 'zod'
import { isCalendarDay, isRecentEnough } from '../../kernel/entered-day.ts'
import { ClockAccount, Point } from '../contract.ts'
import { Rung, WhistleClock, WhistleStep } from '../ladder/ladder.contract.ts'
import { type WhistleBound, whistleBounds } from './bounds.contract.ts'

/** 综合执法、重点工作、应急处置: the three situations in which a whistle may be blown. */
export const Situation = z.enum(['joint_enforcement', 'key_work', 'emergency'])
export type Situation = z.infer<typeof Situation>

export const WhistleStage = z.enum(['waiting', 'sounding', 'declined', 'ended'])
export type WhistleStage = z.infer<typeof WhistleStage>

export const CallStage = z.enum([
  'named',
  'called',
  'signed',
  'contacted',
  'arrived_elsewhere',
  'arrived',
  'acted',
  'refused',
  'declined',
  'absent',
  'released',
])
export type CallStage = z.infer<typeof CallStage>

/** Departments are whistled; property firms are invited. */
export const HowCalled = z.enum(['whistled', 'invited'])
export type HowCalled = z.infer<typeof HowCalled>

const BlowerKind = z.enum(['street_desk', 'community_desk'])
const words = z.string().trim().min(1).max(500)
const requestId = z.uuid()

export const BlowWhistle = z.strictObject({
  requestId,
  situation: Situation,
  /** For this case, at its place; or standing alone, in this area. Of both the case says where. */
  caseId: z.uuid().optional(),
  areaId: z.uuid().optional(),
  point: Point.strict().optional(),
  words,
  unitIds: z.array(z.uuid()).min(1).max(20),
  /** The Party organisation of the desk's own area in whose name it is blown; else its own unit. */
  inNameOf: z.uuid().optional(),
  /** Within how many minutes from the call they report to the spot; the rules in force bound it. */
  reportMinutes: z.int().min(5).max(43_200),
})
export type BlowWhistle = z.input<typeof BlowWhistle>
export const BlownWhistle = z.object({
  whistleId: z.uuid(),
  stage: WhistleStage,
  /** Numbers to ring before anything else, by what the words say. */
  lines: z.array(z.string()),
})
export type BlownWhistle = z.infer<typeof BlownWhistle>

export const ReviewWhistle = z.strictObject({ requestId, warranted: z.boolean(), reason: words.optional() })
export type ReviewWhistle = z.infer<typeof ReviewWhistle>
/** More units are called to a whistle that sounds. */
export const CallMore = z.strictObject({ requestId, unitIds: z.array(z.uuid()).min(1).max(20) })
export type CallMore = z.infer<typeof CallMore>
export const EndWhistle = z.strictObject({ requestId, result: words })
export type EndWhistle = z.infer<typeof EndWhistle>
export const EraseWhistleTexts = z.strictObject({
  requestId,
  textIds: z.array(z.uuid()).min(1).max(50),
  reason: words,
})
export type EraseWhistleTexts = z.infer<typeof EraseWhistleTexts>

/** 已阅. */
export const AcknowledgeClimb = z.strictObject({ requestId })
export type AcknowledgeClimb = z.infer<typeof AcknowledgeClimb>

/** When it was done on the spot, where there was no signal to say so then. */
const occurredAt = z.iso.datetime().refine(isRecentEnough).optional()

/** An act on a call that needs no words, but may have some. */
export const CallAct = z.strictObject({ requestId, note: words.optional(), occurredAt })
export type CallAct = z.infer<typeof CallAct>
export const ArriveAtSpot = z.strictObject({ requestId, point: Point.strict().optional(), occurredAt })
export type ArriveAtSpot = z.infer<typeof ArriveAtSpot>
/** Refusing and pressing (催办) say why. */
export const CallWords = z.strictObject({ requestId, words })
export type CallWords = z.infer<typeof CallWords>

/** From 1 to 5. */
export const Promptness = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])
export type Promptness = z.infer<typeof Promptness>
export const RateCall = z.strictObject({
  requestId,
  /** As the clocks say where left out. */
  promptness: Promptness.optional(),
  result: Promptness,
  attitude: Promptness,
  note: words.optional(),
})
export type RateCall = z.infer<typeof RateCall>
export const WhistleReceipt = z.object({
  whistleId: z.uuid(),
  stage: WhistleStage,
  /** The call that was acted on, as it stands now; null where the act was on the whistle. */
  call: z.object({ id: z.uuid(), stage: CallStage }).nullable(),
})
export type WhistleReceipt = z.infer<typeof WhistleReceipt>

const at = z.iso.datetime()
const Name = z.object({ zh: z.string(), en: z.string() })
const Place = z.object({ areaId: z.uuid(), names: z.array(Name) })
const UnitName = Name.extend({ id: z.uuid() })
const Timeliness = z.enum(['open', 'in_time', 'late', 'missed', 'not_owed'])
const Duties = z.object({ sign: Timeliness, contact: Timeliness, report: Timeliness })

export const WhistleCall = z.object({
  id: z.uuid(),
  unit: UnitName,
  how: HowCalled,
  stage: CallStage,
  /** From the sound to the report at the spot, in clock time; null before the whistle sounds. */
  account: ClockAccount.nullable(),
  signDueAt: at.nullable(),
  contactDueAt: at.nullable(),
  reportDueAt: at.nullable(),
  signedAt: at.nullable(),
  contactedAt: at.nullable(),
  elsewhereAt: at.nullable(),
  /** How far from the spot the last report was, in steps of ten metres. */
  metres: z.int().nullable(),
  arrivedAt: at.nullable(),
  confirmedAt: at.nullable(),
  actedAt: at.nullable(),
  refusedAt: at.nullable(),
  absentAt: at.nullable(),
  releasedAt: at.nullable(),
  timeliness: Duties,
  /** Seen by the street, the centre, whoever blew and the unit itself; null for the other units called. */
  rating: z
    .object({ promptness: Promptness, result: Promptness, attitude: Promptness, ratedAt: at })
    .nullable(),
  /** What the clocks say of its promptness, for whoever may rate it now; else null. */
  promptnessOffered: Promptness.nullable(),
  can: z.array(z.enum(['sign', 'contact', 'arrive', 'act', 'refuse', 'confirm', 'press', 'release', 'rate'])),
})
export type WhistleCall = z.infer<typeof WhistleCall>

/** What stands in the story: when, what, of which unit, and the words that the asker may read; null where erased. */
const WhistleLine = z.object({
  kind: z.string(),
  at,
  unit: UnitName.nullable(),
  /** Of a step of the ladder, or of its having been seen: on which rung; of the step also of which clock. */
  rung: Rung.nullable(),
  clock: WhistleClock.nullable(),
  /** From where a unit reported to the spot; null in every other line. */
  from: z.enum(['spot', 'elsewhere', 'unknown']).nullable(),
  texts: z.array(z.object({ id: z.uuid(), kind: z.string(), body: z.string().nullable() })),
})

/** How often a desk has blown of late. */
export const WhistleRate = z.object({
  blower: z.object({ kind: BlowerKind, place: Place }),
  days: z.int(),
  blown: z.int(),
  declined: z.int(),
  unwarranted: z.int(),
})
export type WhistleRate = z.infer<typeof WhistleRate>

const Row = z.object({
  id: z.uuid(),
  situation: Situation,
  stage: WhistleStage,
  place: Place,
  words: z.string().nullable(),
  blownAt: at,
  soundedAt: at.nullable(),
  endedAt: at.nullable(),
  /** Blown for a practice case, in a drill of an emergency: it counts nowhere. */
  practice: z.boolean(),
})
export const WhistleRow = Row.extend({
  calls: z.array(
    z.object({ id: z.uuid(), unit: UnitName, how: HowCalled, stage: CallStage, timeliness: Duties }),
  ),
})
export type WhistleRow = z.infer<typeof WhistleRow>
export const WhistlePage = z.object({ rows: z.array(WhistleRow), next: z.string().nullable() })
export type WhistlePage = z.infer<typeof WhistlePage>
export const WhistleQuery = z.strictObject({
  stage: WhistleStage.optional(),
  situation: Situation.optional(),
  /** `mine` waits for the asker: to answer, to review, to confirm, to release or to end. */
  list: z.enum(['mine', 'open', 'over', 'all']).default('all'),
  caseId: z.uuid().optional(),
  /** Whistles that call this unit. */
  unitId: z.uuid().optional(),
  /** Part of what it was blown about. */
  text: z.string().trim().min(1).max(60).optional(),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})
export type WhistleQuery = z.infer<typeof WhistleQuery>

/** How many whistles wait for the asker, up to the bound: there it may be more. */
export const WaitingWhistles = z.object({ waiting: z.number().int(), bound: z.number().int() })
export type WaitingWhistles = z.infer<typeof WaitingWhistles>

export const Whistle = Row.extend({
  point: Point.nullable(),
  /** The case that it was blown for, for those who see that case. */
  case: z.object({ id: z.uuid(), number: z.string() }).nullable(),
  blower: WhistleRate.shape.blower.extend({ unit: UnitName.nullable() }),
  rate: WhistleRate.nullable(),
  review: z.object({
    when: z.enum(['none', 'before', 'after']),
    reviewedAt: at.nullable(),
    warranted: z.boolean().nullable(),
  }),
  reportMinutes: z.int(),
  spotMetres: z.int(),
  result: z.string().nullable(),
  calls: z.array(WhistleCall),
  timeline: z.array(WhistleLine),
  /** What the ladder says next of each unit's clock, as far as the asker sees that unit's. */
  next: z.array(WhistleStep.extend({ unit: UnitName, at })),
  can: z.array(z.enum(['review', 'end', 'erase', 'acknowledge', 'call'])),
})
export type Whistle = z.infer<typeof Whistle>
export const WhistleRates = z.object({ rates: z.array(WhistleRate) })
export type WhistleRates = z.infer<typeof WhistleRates>

const within = (bound: WhistleBound) => {
  const [least, most] = whistleBounds[bound]
  return z.int().min(least).max(most)
}
/** The limits and deadlines from a day on; a null day is from the beginning. */
export const WhistleRules = z.object({
  validFrom: z.iso.date().nullable(),
  blowers: z.array(BlowerKind).min(1).max(2),
  firstReviewed: z.boolean(),
  signMinutes: within('signMinutes'),
  emergencySignMinutes: within('emergencySignMinutes'),
  contactMinutes: within('contactMinutes'),
  emergencyContactMinutes: within('emergencyContactMinutes'),
  reportLeastMinutes: within('reportLeastMinutes'),
  reportMostMinutes: within('reportMostMinutes'),
  spotMetres: within('spotMetres'),
  rateDays: within('rateDays'),
})
export type WhistleRules = z.infer<typeof WhistleRules>
export const AnnounceWhistleRules = z.strictObject({
  ...WhistleRules.shape,
  requestId,
  validFrom: z.iso.date().refine(isCalendarDay),
})
export type AnnounceWhistleRules = z.infer<typeof AnnounceWhistleRules>
export const WhistleRuleList = z.object({ inForce: WhistleRules, announced: z.array(WhistleRules) })
export type WhistleRuleList = z.infer<typeof WhistleRuleList>

/** 任免、调整、奖励、惩处: what a street advises on. */
export const AdviceAbout = z.enum(['appointment', 'transfer', 'reward', 'sanction'])
export const FileAdvice = z.strictObject({
  requestId,
  unitId: z.uuid(),
  about: AdviceAbout,
  words,
  /** The unit's answers to whistles that the advice rests on. */
  callIds: z.array(z.uuid()).min(1).max(50),
})
export type FileAdvice = z.infer<typeof FileAdvice>
export const FiledAdvice = z.object({ id: z.uuid() })
export type FiledAdvice = z.infer<typeof FiledAdvice>
export const EraseAdvice = z.strictObject({ requestId, reason: words })
export type EraseAdvice = z.infer<typeof EraseAdvice>
export const AdviceQuery = z.strictObject({
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})
export type AdviceQuery = z.infer<typeof AdviceQuery>
export const AdvicePage = z.object({
  rows: z.array(
    z.object({
      id: z.uuid(),
      street: Place,
      unit: UnitName,
      about: AdviceAbout,
      /** Null where they were erased. */
      words: z.string().nullable(),
      filedAt: at,
      evidence: z.array(z.object({ callId: z.uuid(), whistleId: z.uuid(), stage: CallStage })),
    }),
  ),
  next: z.string().nullable(),
})
export type AdvicePage = z.infer<typeof AdvicePage>
