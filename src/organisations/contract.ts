import { z } from 'zod'
import { isCalendarDay } from '../kernel/entered-day.ts'

/** The kinds that cases are handed to: departments and street teams are lines (条), the others belong to a place (块). */
export const answeringKinds = [
  'centre',
  'department',
  'street_office',
  'street_team',
  // The residents' or villagers' committee (居委会、村委会): it answers for its community and governs it.
  'community',
  'service_centre',
  'property_firm',
] as const
export type AnsweringKind = (typeof answeringKinds)[number]

const answering: ReadonlySet<string> = new Set(answeringKinds)
/** Whether cases are handed to bodies of this kind. */
export const isAnswering = (kind: string): kind is AnsweringKind => answering.has(kind)

/** Every kind of body that acts (组织): one kind of thing, with a life, an area, a body above it and offices. */
export const UnitKind = z.enum([
  ...answeringKinds,
  'party_committee',
  'party_branch',
  'party_group',
  'sub_committee',
  'residents_group',
  'owners_committee',
  'social_organisation',
  'resident_institution',
])
export type UnitKind = z.infer<typeof UnitKind>

/** A line (条) such as `urban_management`; `general` for units that serve a place in everything. */
export const UnitLine = z
  .string()
  .regex(/^[a-z][a-z_]{1,39}$/)
  .refine((line) => line !== 'any')

export const AddUnit = z.strictObject({
  code: z
    .string()
    .trim()
    .regex(/^[\dA-Za-z-]{1,40}$/),
  kind: UnitKind,
  line: UnitLine.default('general'),
  nameZh: z.string().trim().min(1).max(80),
  nameEn: z.string().trim().max(120).default(''),
  /** The unit above it: a street team's department, a service centre's street office. */
  parentId: z.uuid().nullable().default(null),
  /** The area that it serves. */
  areaId: z.uuid(),
  phone: z
    .string()
    .trim()
    .regex(/^[+\d][\d -]{2,19}$/)
    .nullable()
    .default(null),
  /** First day of its life, today or earlier; today where left out. */
  foundedOn: z.iso.date().refine(isCalendarDay).optional(),
})
export type AddUnit = z.input<typeof AddUnit>

/** A body that is founded by hand: its code and the body above it may be left out where they can be known. */
export const FoundBody = AddUnit.extend({
  /** Left out, it is the area's code with a number. */
  code: AddUnit.shape.code.optional(),
  /** Left out, it is the one body that it can stand under, where its kind needs one. */
  parentId: z.uuid().nullable().optional(),
  /** Sent again with the same request id it is founded once. */
  requestId: z.uuid().optional(),
})
export type FoundBody = z.input<typeof FoundBody>

/** A unit of a list that names the unit above by its code. */
export type ListedUnit = Omit<AddUnit, 'parentId'> & { readonly parentCode: string | null }

export const Unit = z.object({
  id: z.uuid(),
  code: z.string(),
  kind: UnitKind,
  line: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  parentId: z.uuid().nullable(),
  areaId: z.uuid(),
  phone: z.string().nullable(),
})
export type Unit = z.infer<typeof Unit>

/** Units in order of code; `next` is the code to ask on from, or null. */
export const UnitPage = z.object({ units: z.array(Unit), next: z.string().nullable() })
export type UnitPage = z.infer<typeof UnitPage>

/** Units that cases can be handed to: those that stand and are not suspended. */
export const ListUnits = z.object({
  kind: z.enum(answeringKinds).optional(),
  /** Units that serve this area. */
  areaId: z.uuid().optional(),
  /** Part of a name or code. */
  text: z.string().trim().min(1).max(60).optional(),
  /** Code of the last unit already seen. */
  after: z.string().max(40).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(200),
})
export type ListUnits = z.infer<typeof ListUnits>
