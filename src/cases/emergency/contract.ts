import { z } from 'zod'
import { isCalendarDay } from '../../kernel/entered-day.ts'
import { PostKind } from '../../people/contract.ts'
import { PlaceName, UnitName } from '../story.contract.ts'

const at = z.iso.datetime()
const requestId = z.uuid()
const words = z.string().trim().min(1).max(300)
const Name = z.object({ zh: z.string(), en: z.string() })
const KindCode = z.string().regex(/^[a-z][a-z_]{1,29}$/)
const MatterCode = z.string().regex(/^[A-Z]{2}\d{2,3}$/)

/** I to IV, one the gravest. */
export const Level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
export type Level = z.infer<typeof Level>

/** A name and a number to ring; 119, 120 and 110 are none of these, they stand before them. */
const Line = z.strictObject({
  zh: z.string().trim().min(1).max(40),
  en: z.string().trim().min(1).max(60),
  phone: z.string().regex(/^[0-9][0-9-]{2,19}$/),
})

/** A kind of emergency as it holds from a day on; a null day is from the beginning. */
export const EmergencyKind = z.object({
  code: KindCode,
  validFrom: z.iso.date().nullable(),
  nameZh: z.string().trim().min(1).max(20),
  nameEn: z.string().trim().min(1).max(40),
  /** Codes of the matters that go first. */
  matters: z.array(MatterCode).min(1).max(60),
  /** Posts that are told, in the area and below it. */
  told: z.array(PostKind).min(1).max(9),
  /** How much of its usual time a unit gets, in per cent; 100 changes nothing. */
  limitPercent: z.int().min(10).max(100),
  /** What residents are told to do. */
  adviceZh: z.string().trim().min(1).max(400),
  adviceEn: z.string().trim().min(1).max(800),
  lines: z.array(Line).max(8),
})
export type EmergencyKind = z.infer<typeof EmergencyKind>
export const AnnounceEmergencyKind = z.strictObject({
  ...EmergencyKind.shape,
  requestId,
  validFrom: z.iso.date().refine(isCalendarDay),
})
export type AnnounceEmergencyKind = z.infer<typeof AnnounceEmergencyKind>
export const EmergencyKindList = z.object({
  inForce: z.array(EmergencyKind),
  announced: z.array(EmergencyKind),
})
export type EmergencyKindList = z.infer<typeof EmergencyKindList>

export const DeclareEmergency = z.strictObject({
  requestId,
  kind: KindCode,
  /** A district or a street. */
  areaId: z.uuid(),
  level: Level,
  drill: z.boolean(),
  /** When it ends by itself; a drill has an end. */
  untilAt: at.optional(),
  /** The plan and the response that it rests on. */
  basis: words,
  /** For residents, besides what the kind says; in a drill for those who take part. */
  words: words.optional(),
  /** Departments that are told too, besides the posts of the area. */
  unitIds: z.array(z.uuid()).max(50).default([]),
})
export type DeclareEmergency = z.input<typeof DeclareEmergency>
export const ChangeEmergency = z.strictObject({
  requestId,
  level: Level,
  /** Null: until it is ended by hand. */
  untilAt: at.nullable(),
  /** Needed but for more time or better words alone. */
  basis: words.optional(),
  /** What residents are told, put right: the words before stay on the record. */
  words: words.optional(),
})
export type ChangeEmergency = z.infer<typeof ChangeEmergency>
export const EndEmergency = z.strictObject({ requestId, reason: words })
export type EndEmergency = z.infer<typeof EndEmergency>
export const AcknowledgeEmergency = z.strictObject({ requestId })
export type AcknowledgeEmergency = z.infer<typeof AcknowledgeEmergency>
export const EmergencyReceipt = z.object({ modeId: z.uuid(), level: Level, endedAt: at.nullable() })
export type EmergencyReceipt = z.infer<typeof EmergencyReceipt>
export const Acknowledged = z.object({ modeId: z.uuid(), acknowledgedAt: at })
export type Acknowledged = z.infer<typeof Acknowledged>

/** A practice case: made in a drill, for a drill. */
export const PractiseCase = z.strictObject({
  requestId,
  areaId: z.uuid(),
  matter: MatterCode,
  words,
})
export type PractiseCase = z.infer<typeof PractiseCase>
export const PracticeReceipt = z.object({ caseId: z.uuid(), number: z.string() })
export type PracticeReceipt = z.infer<typeof PracticeReceipt>

/** What everybody may know of an emergency that is on. */
export const PublicEmergency = z.object({
  id: z.uuid(),
  name: Name,
  area: Name,
  fromAt: at,
  advice: Name,
  words: z.string().nullable(),
  lines: z.array(Line),
})
export type PublicEmergency = z.infer<typeof PublicEmergency>
export const PublicEmergencies = z.object({ rows: z.array(PublicEmergency) })
export type PublicEmergencies = z.infer<typeof PublicEmergencies>

const Head = PublicEmergency.omit({ advice: true, lines: true }).extend({
  kind: z.string(),
  drill: z.boolean(),
  level: Level,
  untilAt: at.nullable(),
})

/** An emergency that is on where the reader works. */
export const OwnEmergency = Head.extend({
  /** The street that it is on in; null where it is the whole district. */
  streetId: z.uuid().nullable(),
  advice: Name,
  /** What the reader was told of it and has not yet, or already, said so; null where they were not called. */
  mine: z.object({ toldAt: at, acknowledgedAt: at.nullable() }).nullable(),
})
export type OwnEmergency = z.infer<typeof OwnEmergency>
export const OwnEmergencies = z.object({ rows: z.array(OwnEmergency) })
export type OwnEmergencies = z.infer<typeof OwnEmergencies>

export const EmergencyRow = Head.extend({
  endedAt: at.nullable(),
  endedWhy: z.enum(['by_hand', 'time', 'real']).nullable(),
  told: z.int(),
  acknowledged: z.int(),
})
export type EmergencyRow = z.infer<typeof EmergencyRow>
export const EmergencyQuery = z.strictObject({
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})
export type EmergencyQuery = z.infer<typeof EmergencyQuery>
export const EmergencyPage = z.object({ rows: z.array(EmergencyRow), next: z.uuid().nullable() })
export type EmergencyPage = z.infer<typeof EmergencyPage>

/** Somebody who was called and has not said so, by post and place. */
const Silent = z.object({ post: PostKind, place: PlaceName, unit: UnitName.nullable() })
/** Of at least five people of a post and unit, or of what is left of a post: within how many minutes half of them had said so. */
const AnswerTimes = z.object({
  post: PostKind,
  unit: UnitName.nullable(),
  told: z.int(),
  acknowledged: z.int(),
  /** Null where fewer than five said so. */
  minutes: z.int().nullable(),
})
/** A case of it: what came in since, or waited already. */
const ItsCase = z.object({
  id: z.uuid(),
  number: z.string(),
  matter: z.object({ code: z.string(), zh: z.string(), en: z.string() }).nullable(),
  place: PlaceName,
  unit: UnitName.nullable(),
  stage: z.string(),
  acceptedAt: at,
})
export const Emergency = EmergencyRow.extend({
  basis: z.string().nullable(),
  limitPercent: z.int(),
  matters: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })),
  /** Who has not said so, while it is on: the first of them; `told` less `acknowledged` is how many there are. */
  silent: z.array(Silent),
  /** How soon people answered, once it is over: in groups, nobody's own (Care 6). */
  times: z.array(AnswerTimes),
  /** Units with somebody called, of whom nobody has said so. */
  silentUnits: z.array(UnitName),
  cases: z.object({
    cameIn: z.int(),
    done: z.int(),
    open: z.int(),
    rows: z.array(ItsCase),
    /** Up to here it was counted; more are told as this many. */
    bound: z.int(),
  }),
  timeline: z.array(
    z.object({
      kind: z.string(),
      at,
      level: Level.nullable(),
      /** When it was to end, as that line says. */
      untilAt: at.nullable(),
      texts: z.array(z.object({ kind: z.string(), body: z.string().nullable() })),
    }),
  ),
  can: z.array(z.enum(['change', 'end', 'practise'])),
})
export type Emergency = z.infer<typeof Emergency>
