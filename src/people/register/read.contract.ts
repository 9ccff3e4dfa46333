import { z } from 'zod'
import { AreaStep } from '../../areas/contract.ts'
import {
  CareKind,
  ConsentBy,
  ConsentHow,
  ConsentPurpose,
  HomeUse,
  OccupancyRole,
  RegisterKind,
  Relation,
  Sex,
} from './contract.ts'

/** Where a home is: the names on the way down, the district left out and the building last, then its own label. */
export const HomePlace = z.object({
  homeId: z.uuid(),
  label: z.string(),
  buildingId: z.uuid(),
  steps: z.array(AreaStep),
})
export type HomePlace = z.infer<typeof HomePlace>

export const HomeRow = z.object({
  id: z.uuid(),
  label: z.string(),
  use: HomeUse,
  /** How many live here, children too. */
  living: z.number().int(),
  renting: z.number().int(),
  confirmedOn: z.iso.date().nullable(),
  seq: z.number().int(),
})
export type HomeRow = z.infer<typeof HomeRow>
/** Homes of a building in the order of their labels; `next` is the label key to ask on from. */
export const HomePage = z.object({ rows: z.array(HomeRow), next: z.string().nullable() })
export type HomePage = z.infer<typeof HomePage>
export const ListHomes = z.object({
  buildingId: z.uuid(),
  after: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
})
export type ListHomes = z.infer<typeof ListHomes>

/** A person in a list: nothing that a passer-by at a shared desk must not read. */
export const PersonLine = z.object({
  personId: z.uuid(),
  name: z.string(),
  sex: Sex.nullable(),
  /** Whole years today. */
  age: z.number().int().nullable(),
  phoneMasked: z.string().nullable(),
})
export type PersonLine = z.infer<typeof PersonLine>

const Occupant = PersonLine.extend({
  occupancyId: z.uuid(),
  role: OccupancyRole,
  lives: z.boolean(),
  relation: Relation.nullable(),
  householdId: z.uuid().nullable(),
  fromDay: z.iso.date(),
})
export type Occupant = z.infer<typeof Occupant>

/** A home with who lives in it or owns it. Children under 14 are counted and not named. */
export const HomeCard = z.object({
  home: HomeRow,
  place: HomePlace,
  people: z.array(Occupant),
  children: z.number().int(),
  /** Since when it is no home any more. */
  endedOn: z.iso.date().nullable(),
  /** Who left within the last 30 days: what was noted by mistake can be taken back. */
  left: z.array(
    z.object({ occupancyId: z.uuid(), personId: z.uuid(), name: z.string().nullable(), toDay: z.iso.date() }),
  ),
  /** What the asker may do here. */
  can: z.object({ update: z.boolean() }),
})
export type HomeCard = z.infer<typeof HomeCard>

export const PersonCard = z.object({
  id: z.uuid(),
  seq: z.number().int(),
  name: z.string().nullable(),
  sex: Sex.nullable(),
  birthDay: z.iso.date().nullable(),
  age: z.number().int().nullable(),
  phone: z.string().nullable(),
  registerKind: RegisterKind,
  /** The last two characters, where a number is known. */
  identityEnd: z.string().nullable(),
  /** An invented person of the demonstration district. */
  demonstration: z.boolean(),
  guardian: z.object({ personId: z.uuid(), name: z.string().nullable() }).nullable(),
  /** Children under 14 whom this person acts for. */
  children: z.array(
    z.object({ personId: z.uuid(), name: z.string().nullable(), age: z.number().int().nullable() }),
  ),
  homes: z.array(
    z.object({
      occupancyId: z.uuid(),
      place: HomePlace.nullable(),
      role: OccupancyRole,
      lives: z.boolean(),
      relation: Relation.nullable(),
      fromDay: z.iso.date(),
      toDay: z.iso.date().nullable(),
    }),
  ),
  consents: z.array(
    z.object({
      id: z.uuid(),
      purpose: ConsentPurpose,
      givenBy: ConsentBy,
      how: ConsentHow,
      givenOn: z.iso.date(),
      withdrawnOn: z.iso.date().nullable(),
    }),
  ),
  care: z.array(
    z.object({
      id: z.uuid(),
      kind: CareKind,
      reason: z.string().nullable(),
      startsOn: z.iso.date(),
      endsOn: z.iso.date(),
      reviewedOn: z.iso.date().nullable(),
      /** Over: its day came, or it was ended before. */
      over: z.boolean(),
    }),
  ),
  can: z.object({ update: z.boolean(), seeIdentity: z.boolean() }),
})
export type PersonCard = z.infer<typeof PersonCard>

export const FindInRegister = z.object({
  text: z.string().trim().min(1).max(60),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})
export type FindInRegister = z.infer<typeof FindInRegister>
/** What was found within the asker's areas. Whether there is more elsewhere is not said. */
export const FoundInRegister = z.object({
  people: z.array(
    PersonLine.extend({ place: HomePlace.nullable(), role: OccupancyRole, lives: z.boolean() }),
  ),
  homes: z.array(HomePlace),
  /** There are more than were asked for: say more of the name. */
  more: z.boolean(),
})
export type FoundInRegister = z.infer<typeof FoundInRegister>

const Count = z.number().int().nullable()
/** How many homes and people there are, by part of an area. */
export const RegisterCounts = z.object({
  parts: z.array(
    z.object({
      area: AreaStep,
      homes: z.number().int(),
      /** Dwellings in which nobody lives. */
      empty: z.number().int(),
      living: z.number().int(),
      renting: z.number().int(),
    }),
  ),
  /** People with a care flag today, by kind; null: too few to say. Only where persons are seen. */
  care: z.array(z.object({ kind: CareKind, count: Count })).nullable(),
  careWhole: Count,
})
export type RegisterCounts = z.infer<typeof RegisterCounts>
export const CountRegister = z.object({ areaId: z.uuid() })
