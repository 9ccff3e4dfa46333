import { z } from 'zod'
import { isCalendarDay } from '../../kernel/entered-day.ts'
import { BodyRow, LifeStep, Office, Phase, UsualOffice } from '../../organisations/body.contract.ts'

const Day = z.iso.date().refine(isCalendarDay)
const Named = z.object({ id: z.uuid(), nameZh: z.string(), nameEn: z.string() })

/** A person as an office makes them public: a name and nothing else (Care 5). */
export const Holder = z.object({ id: z.uuid(), code: z.string(), name: z.string() })
export type Holder = z.infer<typeof Holder>

export const HolderCode = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,39}$/u)
export const HolderName = z.string().trim().min(1).max(40)

/** Somebody who is not known yet. */
export const NewHolder = z.strictObject({
  name: HolderName,
  /** What sheets know them by; one is made where left out. */
  code: HolderCode.optional(),
})
export type NewHolder = z.infer<typeof NewHolder>

/** Why a term of office ended. */
export const TermReason = z.enum([
  'term_over',
  'resigned',
  'removed',
  'moved',
  'body_ended',
  'entered_wrongly',
  'other',
])
export type TermReason = z.infer<typeof TermReason>

const Whom = { holderId: z.uuid().optional(), newHolder: NewHolder.optional() }

/** Somebody takes an office: a person who is known, or a new one. */
export const BeginTerm = z.strictObject({
  requestId: z.uuid(),
  officeId: z.uuid(),
  ...Whom,
  /** First day; today where left out. */
  startsOn: Day.optional(),
  /** First day after the term; as the office's rule has it where left out, null for one without an end. */
  endsOn: Day.nullable().optional(),
})
export type BeginTerm = z.infer<typeof BeginTerm>
export const TermBegun = z.object({ termId: z.uuid(), holderId: z.uuid() })
export type TermBegun = z.infer<typeof TermBegun>

export const EndTerm = z.strictObject({
  requestId: z.uuid(),
  reason: TermReason.exclude(['body_ended']),
  /** First day on which it is held no more; today where left out, never later. */
  endedOn: Day.optional(),
})
export type EndTerm = z.infer<typeof EndTerm>
export const TermEnded = z.object({ termId: z.uuid(), endedOn: z.iso.date() })
export type TermEnded = z.infer<typeof TermEnded>

export const FindHolders = z.object({
  text: z.string().trim().min(1).max(40),
  limit: z.coerce.number().int().min(1).max(50).default(10),
})
export type FindHolders = z.infer<typeof FindHolders>
/** People who hold an office or are linked to a place, with where they hold one today. */
export const FoundHolders = z.object({
  holders: z.array(Holder.extend({ offices: z.array(z.object({ body: Named, office: Named })) })),
})
export type FoundHolders = z.infer<typeof FoundHolders>

/** A term of office with what is seen of it. */
export const Term = z.object({
  id: z.uuid(),
  holder: Holder,
  startsOn: z.iso.date(),
  endsOn: z.iso.date().nullable(),
  endedOn: z.iso.date().nullable(),
  reason: TermReason.nullable(),
  /** It is over and nobody ended it. */
  overdue: z.boolean(),
  /** What else the person holds today (交叉任职). */
  also: z.array(z.object({ body: Named, office: Named })),
})
export type Term = z.infer<typeof Term>

export const OfficeHeld = Office.extend({
  /** Terms that nobody ended, the longest first. */
  terms: z.array(Term),
  basis: UsualOffice.shape.basis,
})
export type OfficeHeld = z.infer<typeof OfficeHeld>

/** Everything that is known of a body. */
export const BodyView = z.object({
  body: BodyRow,
  /** Names on the way down to its area, the street first and the area itself last; empty for the district. */
  way: z.array(Named),
  life: z.array(LifeStep),
  offices: z.array(OfficeHeld),
  /** Terms that ended, the latest first. */
  past: z.array(Term.extend({ office: Named })),
  /** Bodies right below it that stand. */
  below: z.array(BodyRow),
  /** Usual offices that it lacks. */
  lacks: z.number().int(),
  can: z.object({ offices: z.boolean(), life: z.boolean() }),
})
export type BodyView = z.infer<typeof BodyView>

/** The four parties of an estate (四方): its Party branch, owners' committee, residents' committee and property firm. */
export const Party = z.enum(['party_branch', 'owners_committee', 'residents_committee', 'property_firm'])
export type Party = z.infer<typeof Party>
export const EstateParties = z.object({
  estate: Named.extend({ estateKind: z.enum(['new', 'old', 'unmanaged']).nullable() }),
  parties: z.array(
    z.object({
      party: Party,
      /** None: it is missing. */
      bodies: z.array(
        Named.extend({ phase: Phase, area: Named.extend({ kind: z.string() }), heads: z.array(z.string()) }),
      ),
    }),
  ),
})
export type EstateParties = z.infer<typeof EstateParties>

/** What somebody should look at. Each is computed when it is asked for, never stored. */
export const Attention = z.enum(['term_over', 'ends_soon', 'no_head', 'too_many', 'conflict'])
export type Attention = z.infer<typeof Attention>

export const AskAttention = z.object({
  /** This area and all below; the whole district where left out. */
  areaId: z.uuid().optional(),
  what: Attention.optional(),
  /** How many were already seen. */
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type AskAttention = z.infer<typeof AskAttention>

export const AttentionPage = z.object({
  counts: z.record(Attention, z.number().int()),
  rows: z.array(
    z.object({
      what: Attention,
      body: Named,
      /** Names on the way down to its area, the street first and the area itself last; empty for the district. */
      way: z.array(Named),
      office: Named.nullable(),
      holders: z.array(Holder),
      /** When the term ends or ended; null where no term is the matter. */
      day: z.iso.date().nullable(),
      /** Seats of the office, where their number is the matter. */
      seats: z.number().int().nullable(),
    }),
  ),
  next: z.string().nullable(),
})
export type AttentionPage = z.infer<typeof AttentionPage>

/** People who hold offices in several bodies, and how far committees and their neighbours are interwoven (D3). */
export const CrossOffices = z.object({
  /** Community Party committees that act, and those with a part-time member of another body. */
  committees: z.number().int(),
  committeesWithPartTime: z.number().int(),
  members: z.number().int(),
  partTimeMembers: z.number().int(),
  /** Property firms that act, and those one of whose people sits on a Party or residents' committee, or the other way. */
  firms: z.number().int(),
  firmsCrossed: z.number().int(),
  people: z.array(
    z.object({
      holder: Holder,
      offices: z.array(z.object({ body: Named.extend({ kind: z.string() }), office: Named })),
    }),
  ),
  /** People beyond those listed. */
  more: z.number().int(),
})
export type CrossOffices = z.infer<typeof CrossOffices>
