import { z } from 'zod'
import { lineWriter } from '../platform/events.ts'
import { closingEvents } from './closing/events.ts'
import { Occasion, Source } from './contract.ts'
import { CaseClock, LadderClock, Rung, StepKind, StepMoment } from './ladder/ladder.contract.ts'
import { Giver } from './ladder/press.contract.ts'

const id = z.uuid()
const at = z.iso.datetime()
/** Commitments by the id of the text (or photograph) that each covers. */
const commits = z.record(z.uuid(), z.string().regex(/^[0-9a-f]{64}$/)).default({})
const Units = z.array(
  z.strictObject({
    unitId: id,
    role: z.enum(['lead', 'assist']),
    dueAt: at,
    provisional: z.boolean(),
    /** Of its usual time it has so many per cent: less where an emergency was on. */
    share: z.int().min(10).max(100).default(100),
  }),
)

/** Every kind of line that a case's story is made of. Ids, codes, numbers, moments; texts by commitment. */
export const caseEvents = {
  ...closingEvents,
  'case.accepted': z.strictObject({
    number: z.string(),
    kind: z.enum(['appeal', 'incident']),
    source: Source,
    areaId: id,
    communityId: id.nullable(),
    responseDueAt: at,
    photos: z.number().int(),
    /** The drill that it was made for: practice, left out of figures. */
    drillId: id.nullable().default(null),
    /** Seen by the district's centre alone from the start (Care 3); what a screening says later holds. */
    confidential: z.boolean().default(false),
    /** From whose workers it is kept, since it complains of them (Care 2). */
    keptFrom: z.enum(['community', 'street']).nullable().default(null),
    /** The visit, round or day in the grid on which a worker found it. */
    occasion: Occasion.nullable().default(null),
    commits,
  }),
  'case.added_to': z.strictObject({ photos: z.number().int(), commits }),
  'case.withdrawn': z.strictObject({ commits }),
  'case.screened': z.strictObject({
    matter: z.string(),
    public: z.boolean(),
    confidential: z.boolean(),
    responseDueAt: at,
    commits,
  }),
  'case.published': z.strictObject({ commits }),
  'case.joined': z.strictObject({ into: id }),
  'case.took_in': z.strictObject({ caseId: id }),
  'case.declined': z.strictObject({ commits }),
  'case.referred': z.strictObject({ door: z.string(), commits }),
  'case.dispatched': z.strictObject({
    matter: z.string(),
    matterId: id,
    overridden: z.boolean(),
    /** The word of the centre that named the lead, where it did. */
    precedentId: id.nullable().default(null),
    units: Units,
    commits,
  }),
  'case.signed': z.strictObject({ unitId: id }),
  /** Somebody stands on the spot: a unit's, or the grid worker where no unit is named. */
  'case.arrived': z.strictObject({ unitId: id.nullable(), commits }),
  'case.handled': z.strictObject({
    unitId: id.nullable(),
    arrived: z.boolean(),
    photos: z.number().int(),
    commits,
  }),
  'case.requested': z.strictObject({
    requestId: id,
    unitId: id,
    kind: z.enum(['extension', 'pause', 'listing', 'return']),
    days: z.number().int().nullable(),
    reviewOn: z.string().nullable(),
    /** A return that only the centre may decide (争议裁定). */
    arbitration: z.boolean().default(false),
    commits,
  }),
  'case.request_decided': z.strictObject({
    requestId: id,
    unitId: id,
    kind: z.enum(['extension', 'pause', 'listing', 'return']),
    granted: z.boolean(),
    /** Counted minutes that an extension adds. */
    minutes: z.number().int().nullable(),
    /** When a pause ends by itself. */
    until: at.nullable(),
    /** The unit's deadline from now on; null where nothing was granted, or the pause has no end. */
    dueAt: at.nullable(),
    commits,
  }),
  /** 争议裁定: `fromUnitId` wanted to give it back, `unitId` answers. What it does to clocks, the next lines say. */
  'case.arbitrated': z.strictObject({
    requestId: id,
    fromUnitId: id,
    unitId: id,
    matter: z.string(),
    /** None where it was practised: a drill binds nobody. */
    precedentId: id.nullable(),
    commits,
  }),
  /** 挂账复查: listed on, to be looked at again on that day. */
  'case.listing_reviewed': z.strictObject({ unitId: id, reviewOn: z.iso.date(), commits }),
  'case.resumed': z.strictObject({ unitId: id }),
  'case.resolved': z.strictObject({
    unitId: id.nullable(),
    onTheSpot: z.boolean(),
    /** Whether the whole case is resolved, not only one unit's part. */
    whole: z.boolean(),
    matter: z.string(),
    /** The deadline that counted for this unit, or where nobody's act ends it for the lead; null where no unit had it. */
    dueAt: at.nullable(),
    photos: z.number().int(),
    commits,
  }),
  'case.replied': z.strictObject({ matter: z.string(), commits }),
  /** `caseId` is the case that it was joined into, `answerId` that case's answer. */
  'case.answered_with': z.strictObject({ caseId: id, answerId: id, commits }),
  'case.checked': z.strictObject({ passed: z.boolean(), commits }),
  'case.rated': z.strictObject({
    solved: z.boolean(),
    rating: z.number().int(),
    matter: z.string(),
    /** 回访: written down by who asked. */
    onBehalf: z.boolean().default(false),
    commits,
  }),
  'case.reopened': z.strictObject({
    /** The reporter's word, or that of who looked at a closing. */
    because: z.enum(['not_solved', 'not_satisfied', 'found_hollow']),
    matter: z.string(),
    units: Units,
  }),
  'case.closed': z.strictObject({ matter: z.string() }),
  /** `areaId` is the case's own area; `reach` holds it and the areas above it as they are now. */
  'case.reach_moved': z.strictObject({ areaId: id, reach: z.array(id) }),
  /** A year's calendar came in: the deadlines as they are counted by it. Null while no unit's clock has an end. */
  'case.recounted': z.strictObject({ dueAt: at.nullable(), responseDueAt: at, provisional: z.boolean() }),
  /** The program said a step of the ladder (督办) of a clock's `round`; `unitId` is null for the response clock. */
  'case.climbed': z.strictObject({
    clock: CaseClock,
    unitId: id.nullable(),
    step: id,
    round: z.number().int().positive(),
    kind: StepKind,
    audience: Rung,
    /** The deadline that it speaks of. */
    dueAt: at.nullable(),
  }),
  /** Whoever stood on that step has seen it. */
  'case.acknowledged': z.strictObject({ rung: Rung, unitId: id.nullable() }),
  /** Steps of one ladder that begin and end from a day on. */
  'ladder.announced': z.strictObject({
    clock: LadderClock,
    matter: z.string().nullable(),
    fromDay: z.iso.date(),
    began: z.array(z.strictObject({ id, moment: StepMoment, audience: Rung })),
    ended: z.array(z.strictObject({ id, untilDay: z.iso.date() })),
  }),
  'case.instructed': z.strictObject({ instructionId: id, unitId: id, giver: Giver, dueAt: at, commits }),
  'case.instruction_answered': z.strictObject({ instructionId: id, unitId: id, giver: Giver, commits }),
  'case.instruction_withdrawn': z.strictObject({ instructionId: id, unitId: id }),
  /** The unit's part has ended, or the case: it has no object any more. */
  'case.instruction_lapsed': z.strictObject({ instructionId: id, unitId: id }),
  'case.instruction_overdue': z.strictObject({
    instructionId: id,
    unitId: id,
    giver: Giver,
    audience: Rung,
    dueAt: at,
  }),
  'case.reporter_seen': z.strictObject({ commits }),
  'case.reporter_erased': z.strictObject({ texts: z.array(id), commits }),
  /** History of another system, brought in by a file. */
  'case.history': z.strictObject({
    repliedAt: at.nullable(),
    targetAt: at.nullable(),
    closedAt: at.nullable(),
    onTime: z.boolean().nullable(),
    commits,
  }),
  /** The centre's word holds no more for that matter in that place. */
  'precedent.ended': z.strictObject({ matter: z.string(), areaId: id, unitId: id, commits }),
  /** Its place has a new parent: who sees it now. */
  'precedent.reach_moved': z.strictObject({ reach: z.array(id) }),
  'emergency.alerted': z.strictObject({ areaId: id, lines: z.array(z.string()), commits }),
  /** Somebody is on it: the actor of the line. */
  'emergency.taken': z.strictObject({ areaId: id }),
  /** A list of a desk was written to a sheet: which, narrowed how, how many rows, and whether the limit cut it. */
  'desk.exported': z.strictObject({
    queue: z.string(),
    narrowedBy: z.record(z.string(), z.string()),
    rows: z.number().int(),
    cut: z.boolean(),
  }),
  'import.done': z.strictObject({
    kind: z.string(),
    total: z.number().int(),
    added: z.number().int(),
    known: z.number().int(),
    refused: z.number().int(),
    fileHash: z.string(),
  }),
} as const

export const line = lineWriter(caseEvents)
