import { z } from 'zod'
import { isCalendarDay } from '../kernel/entered-day.ts'
import { Unit, UnitKind } from './contract.ts'

const Day = z.iso.date().refine(isCalendarDay)

/** What a body is in its life: it acts, it pauses, it is no more. */
export const Phase = z.enum(['active', 'suspended', 'dissolved'])
export type Phase = z.infer<typeof Phase>

/** Why a body was suspended, resumed or dissolved. */
export const LifeReason = z.enum([
  'too_few_members',
  'term_over',
  'contract_over',
  'merged',
  'area_changed',
  'ordered',
  'resumed',
  'other',
])
export type LifeReason = z.infer<typeof LifeReason>

/** Suspends, resumes or dissolves a body from a day on: today or earlier, never before its last change. */
export const ChangeLife = z.strictObject({
  requestId: z.uuid(),
  to: Phase,
  reason: LifeReason,
  fromDay: Day.optional(),
})
export type ChangeLife = z.infer<typeof ChangeLife>

export const LifeChanged = z.object({
  unitId: z.uuid(),
  phase: Phase,
  fromDay: z.iso.date(),
  /** Terms of office, links and posts that ended with it. */
  ended: z.object({ terms: z.number().int(), links: z.number().int(), posts: z.number().int() }),
})
export type LifeChanged = z.infer<typeof LifeChanged>

/** What an office is for its body (职务). A part-time member comes from another body (兼职委员). */
export const OfficeKind = z.enum(['head', 'deputy', 'member', 'part_time', 'staff'])
export type OfficeKind = z.infer<typeof OfficeKind>

export const Office = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  /** A title of the catalogue of offices, or `own`. */
  title: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  kind: OfficeKind,
  seats: z.number().int(),
  /** Null: held until somebody ends it. */
  termMonths: z.number().int().nullable(),
})
export type Office = z.infer<typeof Office>

/** Opens an office of the catalogue by its title, or one that the body named itself. */
export const OpenOffice = z.strictObject({
  requestId: z.uuid(),
  unitId: z.uuid(),
  title: z.string().min(1).max(40).default('own'),
  nameZh: z.string().trim().min(1).max(40).optional(),
  nameEn: z.string().trim().max(80).optional(),
  kind: OfficeKind.optional(),
  seats: z.number().int().min(1).max(99).optional(),
  termMonths: z.number().int().min(1).max(120).nullable().optional(),
})
export type OpenOffice = z.input<typeof OpenOffice>
export const OpenedOffice = z.object({ officeId: z.uuid() })
export type OpenedOffice = z.infer<typeof OpenedOffice>

/** How many seats an office has, and how long a term is: as the body's own rules say. */
export const SetOffice = z.strictObject({
  requestId: z.uuid(),
  seats: z.number().int().min(1).max(99),
  termMonths: z.number().int().min(1).max(120).nullable(),
})
export type SetOffice = z.infer<typeof SetOffice>

/** Opens every office of the catalogue that the body lacks. */
export const OpenUsualOffices = z.strictObject({ requestId: z.uuid(), unitId: z.uuid() })
export type OpenUsualOffices = z.infer<typeof OpenUsualOffices>
export const OpenedOffices = z.object({ opened: z.number().int() })
export type OpenedOffices = z.infer<typeof OpenedOffices>

const Named = z.object({ id: z.uuid(), nameZh: z.string(), nameEn: z.string() })

/** A body as lists show it. */
export const BodyRow = Unit.extend({
  phase: Phase,
  foundedOn: z.iso.date(),
  /** Since when it is suspended or dissolved; null while it acts. */
  since: z.iso.date().nullable(),
  area: Named.extend({ kind: z.string() }),
  parent: Named.nullable(),
})
export type BodyRow = z.infer<typeof BodyRow>

/** Bodies in order of code; `next` is the code to ask on from, or null. `of` counts all that match. */
export const BodyPage = z.object({
  rows: z.array(BodyRow),
  next: z.string().nullable(),
  of: z.number().int(),
})
export type BodyPage = z.infer<typeof BodyPage>

export const ListBodies = z.object({
  kind: UnitKind.optional(),
  /** Bodies of this area and of all below it. */
  areaId: z.uuid().optional(),
  /** Bodies right below this one. */
  parentId: z.uuid().optional(),
  phase: Phase.optional(),
  /** Part of a name or code. */
  text: z.string().trim().min(1).max(60).optional(),
  after: z.string().max(40).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type ListBodies = z.infer<typeof ListBodies>

/** One step of a body's life. */
export const LifeStep = z.object({
  phase: Phase,
  fromDay: z.iso.date(),
  /** Null for its founding. */
  reason: LifeReason.nullable(),
})
export type LifeStep = z.infer<typeof LifeStep>

/** A title of the catalogue of offices as it holds, with what it rests on. */
export const UsualOffice = z.object({
  title: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  kind: OfficeKind,
  seats: z.number().int(),
  termMonths: z.number().int().nullable(),
  basis: z.object({ law: z.string(), article: z.string(), date: z.iso.date() }).nullable(),
})
export type UsualOffice = z.infer<typeof UsualOffice>
