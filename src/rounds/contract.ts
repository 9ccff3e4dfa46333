import { z } from 'zod'
import { EstateKind } from '../areas/contract.ts'
import { AreaSpot } from '../areas/map.contract.ts'
import { isCalendarDay, isRecentEnough } from '../kernel/entered-day.ts'

const Day = z.iso.date().refine(isCalendarDay)
const Named = z.object({ id: z.uuid(), zh: z.string(), en: z.string() })
/** A place with the names on the way to it from the street down. */
export const RoundPlace = Named.extend({ kind: z.string(), way: z.array(Named) })
export type RoundPlace = z.infer<typeof RoundPlace>

/** What can hurt somebody, or what the estate has for everybody. */
export const ItemKind = z.enum(['hazard', 'facility'])
export type ItemKind = z.infer<typeof ItemKind>
/** As it was found: in order, something is wrong, or the estate has no such thing. */
export const ItemState = z.enum(['fine', 'found', 'absent'])
export type ItemState = z.infer<typeof ItemState>

const ItemCode = z.string().regex(/^[a-z][a-z0-9_]{1,39}$/)
/** One thing to look at. */
export const ChecklistItem = z.strictObject({
  code: ItemCode,
  kind: ItemKind,
  zh: z.string().trim().min(2).max(60),
  en: z.string().trim().min(2).max(120),
  /** The matter of the catalogue that a finding most often is. */
  matter: z
    .string()
    .regex(/^[A-Z]{2}\d{2}$/)
    .nullable(),
  /** The rule it rests on, with article and date; null where it is the district's own. */
  basis: z.string().trim().max(200).nullable(),
})
export type ChecklistItem = z.infer<typeof ChecklistItem>

/** What is looked at in an estate of one kind, from a day on. */
export const Checklist = z.object({
  /** Null for the one that Linli comes with. */
  id: z.uuid().nullable(),
  /** Whose it is: the district's, or a street's, which goes before the district's there. */
  area: Named.nullable(),
  estateKind: EstateKind,
  validFrom: z.iso.date().nullable(),
  /** After so many days an estate is due for a round again. */
  periodDays: z.number().int(),
  items: z.array(ChecklistItem),
})
export type Checklist = z.infer<typeof Checklist>

export const AnnounceChecklist = z.strictObject({
  requestId: z.uuid(),
  areaId: z.uuid(),
  estateKind: EstateKind,
  validFrom: Day,
  periodDays: z.number().int().min(1).max(366),
  items: z
    .array(ChecklistItem)
    .min(1)
    .max(60)
    .refine((items) => new Set(items.map(({ code }) => code)).size === items.length),
})
export type AnnounceChecklist = z.infer<typeof AnnounceChecklist>
export const Announced = z.object({ id: z.uuid() })
export type Announced = z.infer<typeof Announced>

export const ChecklistQuery = z.strictObject({ estateKind: EstateKind, areaId: z.uuid().optional() })
export type ChecklistQuery = z.infer<typeof ChecklistQuery>
/** What counts there today, and all that was announced for it, the latest first. */
export const Checklists = z.object({
  area: Named,
  inForce: Checklist,
  announced: z.array(Checklist),
  canAnnounce: z.boolean(),
})
export type Checklists = z.infer<typeof Checklists>

const Result = z.strictObject({
  item: ItemCode,
  state: ItemState,
  /** What cases of it name as their occasion; made by the phone, or that of the finding which still stands. */
  findingId: z.uuid().nullable().default(null),
})
/** A round as it was walked, sent when it has ended. */
export const EndRound = z.strictObject({
  requestId: z.uuid(),
  /** Made by the phone. */
  roundId: z.uuid(),
  areaId: z.uuid(),
  startedAt: z.iso.datetime({ offset: true }).refine(isRecentEnough),
  /** The list that was on the phone. */
  checklistId: z.uuid().nullable(),
  results: z
    .array(Result)
    .min(1)
    .max(60)
    .refine((all) => new Set(all.map(({ item }) => item)).size === all.length)
    .refine((all) => all.every(({ state, findingId }) => (state === 'found') === (findingId !== null))),
  /** When it ended, where it is sent later. */
  occurredAt: z.iso.datetime({ offset: true }).refine(isRecentEnough).optional(),
})
export type EndRound = z.infer<typeof EndRound>
export const RoundEnded = z.object({
  roundId: z.uuid(),
  fine: z.number().int(),
  found: z.number().int(),
  absent: z.number().int(),
})
export type RoundEnded = z.infer<typeof RoundEnded>

/** A case that came of a finding, as far as it goes. */
export const FoundCase = z.object({
  id: z.uuid(),
  number: z.string(),
  /** `reopened`: it was closed, and is open again. */
  state: z.enum(['open', 'reopened', 'closed', 'dropped']),
  acceptedAt: z.iso.datetime(),
})
export type FoundCase = z.infer<typeof FoundCase>

/** How a thing of an estate stands. */
export const EstateItem = z.object({
  item: z.string(),
  kind: ItemKind,
  zh: z.string(),
  en: z.string(),
  state: ItemState,
  findingId: z.uuid().nullable(),
  checkedAt: z.iso.datetime(),
  cases: z.array(FoundCase),
})
export type EstateItem = z.infer<typeof EstateItem>

/** An estate with when it was walked last and when it is due. */
export const EstateRow = z.object({
  place: RoundPlace,
  estateKind: EstateKind,
  lastRoundAt: z.iso.datetime().nullable(),
  /** The day by which it is walked again; null where it never was: then it is due. */
  dueOn: z.iso.date().nullable(),
  isDue: z.boolean(),
  /** How many findings of it stand open. */
  open: z.number().int(),
})
export type EstateRow = z.infer<typeof EstateRow>
export const EstateQuery = z.strictObject({
  areaId: z.uuid().optional(),
  due: z.enum(['true', 'false']).optional(),
  kind: EstateKind.optional(),
  after: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})
export type EstateQuery = z.infer<typeof EstateQuery>
/** Those due first, then by the day on which they are. */
export const EstatePage = z.object({
  rows: z.array(EstateRow),
  next: z.string().nullable(),
  of: z.number().int(),
  due: z.number().int(),
})
export type EstatePage = z.infer<typeof EstatePage>

export const RoundRow = RoundEnded.extend({
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
})
export type RoundRow = z.infer<typeof RoundRow>
/** One estate: how its things stand, and its rounds, the latest first. */
export const EstatePageOne = z.object({
  estate: EstateRow,
  items: z.array(EstateItem),
  rounds: z.array(RoundRow),
  canBlow: z.boolean(),
})
export type EstatePageOne = z.infer<typeof EstatePageOne>

export const ItemQuery = z.strictObject({
  areaId: z.uuid().optional(),
  kind: ItemKind.optional(),
  state: ItemState.optional(),
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})
export type ItemQuery = z.infer<typeof ItemQuery>
export const ItemPage = z.object({
  rows: z.array(EstateItem.extend({ place: RoundPlace })),
  next: z.string().nullable(),
})
export type ItemPage = z.infer<typeof ItemPage>

/** All that a phone needs for the rounds of its worker's grids, also without signal. */
export const FieldRounds = z.object({
  estates: z.array(
    EstateRow.extend({
      items: z.array(EstateItem),
      buildings: z.array(Named),
      /** Which of the lists counts there. */
      checklistId: z.uuid().nullable(),
      /** Where it is drawn on the day's route; null where no map has it. */
      spot: AreaSpot.nullable(),
    }),
  ),
  /** The list for each kind of estate that is among them. */
  checklists: z.array(Checklist),
})
export type FieldRounds = z.infer<typeof FieldRounds>
