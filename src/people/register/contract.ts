import { z } from 'zod'
import { isCalendarDay } from '../../kernel/entered-day.ts'

/** A day that somebody enters; of a birthday any day of the calendar will do. */
const Day = z.iso.date().refine(isCalendarDay)
const Phone = z
  .string()
  .trim()
  .regex(/^[+\d][\d -]{5,19}$/)
const requestId = z.uuid()
const seq = z.number().int().positive()

/** What a home is used for (房屋用途). Whether anybody lives there is counted, not entered. */
export const HomeUse = z.enum(['dwelling', 'shop', 'office', 'storage', 'other'])
export type HomeUse = z.infer<typeof HomeUse>
/** Why somebody belongs to a home: owns it, is of the owner's family, rents, or another reason. */
export const OccupancyRole = z.enum(['owner', 'resident', 'tenant', 'other'])
export type OccupancyRole = z.infer<typeof OccupancyRole>
/** To the head of a household (与户主关系). */
export const Relation = z.enum(['head', 'spouse', 'child', 'parent', 'grandchild', 'relative', 'other'])
export type Relation = z.infer<typeof Relation>
/** Where the household register is kept (户籍): in this district, elsewhere, abroad. */
export const RegisterKind = z.enum(['local', 'elsewhere', 'abroad', 'unknown'])
export type RegisterKind = z.infer<typeof RegisterKind>
export const Sex = z.enum(['female', 'male'])
export type Sex = z.infer<typeof Sex>

export const ConsentPurpose = z.enum(['care', 'visits', 'contact', 'services', 'sharing'])
export type ConsentPurpose = z.infer<typeof ConsentPurpose>
export const ConsentBy = z.enum(['self', 'guardian', 'relative'])
export const ConsentHow = z.enum(['spoken', 'written', 'online'])
export const CareKind = z.enum([
  'living_alone',
  'disability',
  'illness',
  'hardship',
  'child_alone',
  'bereaved',
  'pregnancy',
  'other',
])
export type CareKind = z.infer<typeof CareKind>
/** Why an identity number is looked at in full. */
export const LookPurpose = z.enum(['service', 'check', 'emergency', 'correction', 'law'])
export type LookPurpose = z.infer<typeof LookPurpose>

// What is entered

/** A home in a building; where buildings are not on the map, in the narrowest area that is. */
export const AddHome = z.strictObject({
  requestId,
  buildingId: z.uuid(),
  label: z.string().trim().min(1).max(40),
  use: HomeUse.default('dwelling'),
})
export type AddHome = z.infer<typeof AddHome>

export const ChangeHome = z.strictObject({
  requestId,
  seq,
  label: z.string().trim().min(1).max(40).optional(),
  use: HomeUse.optional(),
  /** It is no home any more: nobody may live there then. */
  ended: z.literal(true).optional(),
})
export type ChangeHome = z.infer<typeof ChangeHome>

const personFields = {
  name: z.string().trim().min(1).max(60),
  sex: Sex.nullable().default(null),
  birthDay: z.iso.date().nullable().default(null),
  phone: Phone.nullable().default(null),
  registerKind: RegisterKind.default('unknown'),
  /** As it is written down; birthday and sex are read from it. */
  identity: z.string().trim().max(40).nullable().default(null),
  /** Who acts for a child under 14. */
  guardianId: z.uuid().nullable().default(null),
}
const stay = {
  role: OccupancyRole,
  /** Whether they live here; an owner may live elsewhere. */
  lives: z.boolean().default(true),
  /** First day; today where left out. */
  fromDay: Day.optional(),
}

/** Somebody new at a home. Whose identity number is known in the district is the same person, who moved. */
export const AddPerson = z.strictObject({ requestId, ...personFields, ...stay })
export type AddPerson = z.infer<typeof AddPerson>

export const ChangePerson = z.strictObject({
  requestId,
  seq,
  name: personFields.name.optional(),
  sex: Sex.nullable().optional(),
  birthDay: z.iso.date().nullable().optional(),
  phone: Phone.nullable().optional(),
  registerKind: RegisterKind.optional(),
  identity: z.string().trim().max(40).nullable().optional(),
  guardianId: z.uuid().nullable().optional(),
})
export type ChangePerson = z.infer<typeof ChangePerson>

export const MoveIn = z.strictObject({ requestId, homeId: z.uuid(), ...stay })
export type MoveIn = z.infer<typeof MoveIn>
/** `toDay`: first day on which it is over; today where left out. */
export const MoveOut = z.strictObject({ requestId, toDay: Day.optional() })
export type MoveOut = z.infer<typeof MoveOut>
export const OnlyOnce = z.strictObject({ requestId })
export type OnlyOnce = z.infer<typeof OnlyOnce>

/** People of one home who keep house together; whoever is named in none of its groups stands alone. */
export const GroupHousehold = z.strictObject({
  requestId,
  members: z
    .array(z.strictObject({ personId: z.uuid(), relation: Relation }))
    .min(1)
    .max(30)
    .refine((all) => all.filter(({ relation }) => relation === 'head').length === 1)
    .refine((all) => new Set(all.map(({ personId }) => personId)).size === all.length),
})
export type GroupHousehold = z.infer<typeof GroupHousehold>

export const GiveConsent = z.strictObject({
  requestId,
  purpose: ConsentPurpose,
  givenBy: ConsentBy,
  byPersonId: z.uuid().nullable().default(null),
  how: ConsentHow,
  givenOn: Day.optional(),
})
export type GiveConsent = z.infer<typeof GiveConsent>

export const FlagCare = z.strictObject({
  requestId,
  kind: CareKind,
  reason: z.string().trim().min(1).max(300),
  /** The consent that it rests on: one for care, of this person, not withdrawn. */
  consentId: z.uuid(),
  startsOn: Day.optional(),
  /** First day without it, within a year. */
  endsOn: Day,
})
export type FlagCare = z.infer<typeof FlagCare>
/** It was looked at again and still holds, until another day within a year. */
export const ReviewCare = z.strictObject({ requestId, endsOn: Day })
export type ReviewCare = z.infer<typeof ReviewCare>

export const SeeIdentity = z.strictObject({
  requestId,
  purpose: LookPurpose,
  words: z.string().trim().min(2).max(200),
})
export type SeeIdentity = z.infer<typeof SeeIdentity>
export const SeenIdentity = z.object({ number: z.string(), seenAt: z.iso.datetime() })
export type SeenIdentity = z.infer<typeof SeenIdentity>

/** What an act made or changed, with the version that stands now. */
export const RegisterReceipt = z.object({ id: z.uuid(), seq: z.number().int() })
export type RegisterReceipt = z.infer<typeof RegisterReceipt>
export const AddedPerson = z.object({ personId: z.uuid(), occupancyId: z.uuid() })
export type AddedPerson = z.infer<typeof AddedPerson>
