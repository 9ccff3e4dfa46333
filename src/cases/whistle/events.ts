import { z } from 'zod'
import { lineWriter } from '../../platform/events.ts'
import { Rung, StepKind, WhistleClock } from '../ladder/ladder.contract.ts'
import { HowCalled, Promptness, Situation, WhistleRules } from './contract.ts'

const id = z.uuid()
const at = z.iso.datetime()
/** Commitments by the id of the text that each covers. */
const commits = z.record(z.uuid(), z.string().regex(/^[0-9a-f]{64}$/)).default({})
const ofCall = { callId: id, unitId: id }
const plain = z.strictObject(ofCall)
const withWords = z.strictObject({ ...ofCall, commits })

const whistleEvents = {
  'whistle.blown': z.strictObject({
    situation: Situation,
    areaId: id,
    caseId: id.nullable(),
    blowerKind: z.enum(['street_desk', 'community_desk']),
    blowerAreaId: id,
    blowerUnitId: id.nullable(),
    /** The drill whose practice it is, where it is. */
    drillId: id.nullable().default(null),
    review: z.enum(['none', 'before', 'after']),
    signMinutes: z.int(),
    contactMinutes: z.int(),
    reportMinutes: z.int(),
    spotMetres: z.int(),
    calls: z.array(z.strictObject({ ...ofCall, how: HowCalled })),
    commits,
  }),
  'whistle.reviewed': z.strictObject({ warranted: z.boolean(), commits }),
  /** From now on the units are called: by when each duty is due, the same for all. */
  'whistle.sounded': z.strictObject({
    signDueAt: at,
    contactDueAt: at,
    reportDueAt: at,
    unitIds: z.array(id),
  }),
  /** As the last, for units that are called to a whistle that sounds already. */
  'whistle.units_called': z.strictObject({
    signDueAt: at,
    contactDueAt: at,
    reportDueAt: at,
    calls: z.array(z.strictObject({ ...ofCall, how: HowCalled })).min(1),
  }),
  /** The deadline passed unsigned: recorded by the program itself, as of the deadline. */
  'whistle.call_absent': plain,
  'whistle.call_signed': withWords,
  'whistle.call_contacted': withWords,
  'whistle.call_arrived': z.strictObject({
    ...ofCall,
    from: z.enum(['spot', 'elsewhere', 'unknown']),
    metres: z.int().nullable(),
    commits,
  }),
  /** By the street: the unit is there. */
  'whistle.call_confirmed': withWords,
  'whistle.call_acted': withWords,
  'whistle.call_refused': withWords,
  /** By whoever was invited, which is no refusal. */
  'whistle.call_declined': withWords,
  'whistle.call_pressed': withWords,
  'whistle.call_released': withWords,
  'whistle.call_rated': z.strictObject({
    ...ofCall,
    promptness: Promptness,
    result: Promptness,
    attitude: Promptness,
    commits,
  }),
  /** The program said a step of the ladder (督办) of these units' clock, in one line for all of whom it was due at once. */
  'whistle.climbed': z.strictObject({
    clock: WhistleClock,
    step: id,
    kind: StepKind,
    audience: Rung,
    /** The deadline that it speaks of; a refusal may come before it. */
    dueAt: at,
    /** These units say that they are there: the street is asked whether they are. */
    toConfirm: z.boolean().default(false),
    calls: z.array(plain).min(1),
  }),
  /** Whoever stood on that step has seen it. */
  'whistle.acknowledged': z.strictObject({ rung: Rung, unitId: id.nullable() }),
  'whistle.ended': z.strictObject({ commits }),
  /** Its case turned out to be confidential: it is the centre's alone, and at an end. Units that were released so. */
  'whistle.hidden': z.strictObject({ reach: z.array(id), unitIds: z.array(id) }),
  'whistle.reach_moved': z.strictObject({ areaId: id, reach: z.array(id) }),
  'whistle.texts_erased': z.strictObject({ texts: z.array(id), commits }),
  'whistle.rules_announced': WhistleRules.strict(),
  /** On the street's chain. About whom and what, the sealed text knows: a chain is shown to whoever checks it. */
  'whistle.advised': z.strictObject({ commits }),
  'whistle.advice_moved': z.strictObject({ reach: z.array(id) }),
} as const

/** Lines go on the chain of the whistle's area; those of one whistle are numbered by `seq`. */
export const whistleLine = lineWriter(whistleEvents)
