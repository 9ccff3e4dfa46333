import type { IdentityNumber } from '../identity-number.rule.ts'
import type { Occupancy } from '../occupancy.sql.ts'
import type { Person } from '../person.sql.ts'
import type { RegisterColumn } from './columns.rule.ts'
import type { FieldChange, RegisterFault, RowChange } from './contract.ts'
import type { PlannedFacts, PlannedHome, PlannedLeave, PlannedStay, SaidOfStay } from './plan.contract.ts'
import type { FilePerson } from './row.rule.ts'

/** Somebody of the register with where they belong now. */
export interface KnownPerson {
  readonly person: Person
  readonly stays: readonly Occupancy[]
}

export interface PersonPlan {
  readonly facts: PlannedFacts | null
  readonly stay: Omit<PlannedStay, 'id'> | null
  readonly leaves: readonly PlannedLeave[]
  readonly fields: readonly FieldChange[]
  readonly changes: readonly RowChange[]
}
export interface PlanFault {
  readonly key: RegisterColumn
  readonly fault: RegisterFault
}
export type PersonOutcome = { readonly plan: PersonPlan } | PlanFault

/** An identity number as it is kept of a person: hex. */
export type SealFor = (personId: string, number: IdentityNumber) => NonNullable<PlannedFacts['identity']>

export interface PlanWith {
  readonly today: string
  readonly guardianId: string | null
  readonly seal: SealFor
}

type Said = Pick<FilePerson, 'name' | 'identity' | 'sex' | 'birthDay' | 'phone'> & SaidOfStay

/** Somebody new at a home. */
export function planNew(personId: string, said: Said, { today, guardianId, seal }: PlanWith): PersonOutcome {
  if (said.toDay !== null) return { key: 'toDay', fault: 'not_there' }
  const facts: PlannedFacts = {
    name: said.name,
    sex: said.sex,
    birthDay: said.birthDay,
    phone: said.phone,
    registerKind: said.registerKind ?? 'unknown',
    guardianId,
    identity: said.identity && seal(personId, said.identity),
  }
  const stay = stayOf(said, today)
  return { plan: { facts, stay, leaves: [], fields: [], changes: ['person_added', 'moved_in'] } }
}

const stayOf = (said: SaidOfStay, today: string): Omit<PlannedStay, 'id'> => ({
  role: said.role ?? 'resident',
  lives: said.lives ?? true,
  fromDay: said.fromDay ?? today,
})

/**
 * Somebody whom the register knows: what the file says otherwise is corrected, a blank says nothing. `isOwn`: whether the
 * asker sees them; of somebody whom they do not see nothing is compared, so that the answer does not tell of them.
 */
export function planKnown(
  { person, stays }: KnownPerson,
  home: Pick<PlannedHome, 'id'>,
  said: Said,
  isOwn: boolean,
  plan: PlanWith,
): PersonOutcome {
  const differs = isOwn && person.identity !== null && said.identity === null
  if (differs && said.birthDay !== null && said.birthDay !== person.birthDay)
    return { key: 'birthDay', fault: 'birth_day_differs' }
  if (differs && said.sex !== null && said.sex !== person.sex) return { key: 'sex', fault: 'sex_differs' }
  const moves = movesOf(stays, home, said, plan.today)
  if ('fault' in moves) return moves
  const fields = isOwn ? fieldsOf(person, said) : []
  const changes: RowChange[] = [
    ...(moves.stay ? [isOwn ? ('moved_in' as const) : (['person_added', 'moved_in'] as const)].flat() : []),
    ...(moves.hasLeft ? ['moved_out' as const] : []),
    ...(fields.length > 0 ? ['corrected' as const] : []),
  ]
  const facts = fields.length > 0 ? correctedFacts(person, said, plan) : null
  return { plan: { facts, stay: moves.stay, leaves: moves.leaves, fields, changes } }
}

function fieldsOf(person: Person, said: Said): FieldChange[] {
  const fields = (['sex', 'birthDay', 'phone', 'registerKind'] as const).flatMap((field): FieldChange[] =>
    said[field] !== null && said[field] !== person[field]
      ? [{ field, before: person[field], after: said[field] }]
      : [],
  )
  if (said.identity !== null && person.identity === null)
    fields.push({ field: 'identity', before: null, after: said.identity.number.slice(-2) })
  return fields
}

function correctedFacts(person: Person, said: Said, { guardianId, seal }: PlanWith): PlannedFacts {
  const { identity } = person
  const kept = identity && {
    sealed: identity.sealed.toString('hex'),
    hash: identity.hash.toString('hex'),
    end: identity.end,
  }
  return {
    name: person.name ?? said.name,
    sex: said.sex ?? person.sex,
    birthDay: said.birthDay ?? person.birthDay,
    phone: said.phone ?? person.phone,
    registerKind: said.registerKind ?? person.registerKind,
    guardianId: person.guardianId ?? guardianId,
    identity: kept ?? (said.identity && seal(person.id, said.identity)),
  }
}

interface Moves {
  readonly stay: Omit<PlannedStay, 'id'> | null
  readonly leaves: readonly PlannedLeave[]
  /** Whether they left this home: leaving one for another is part of moving in. */
  readonly hasLeft: boolean
}

function movesOf(
  stays: readonly Occupancy[],
  home: Pick<PlannedHome, 'id'>,
  said: SaidOfStay,
  today: string,
): Moves | PlanFault {
  const here = stays.find(({ homeId }) => homeId === home.id)
  if (said.toDay !== null) {
    // Gone already: the file tells nothing new.
    if (!here) return { stay: null, leaves: [], hasLeft: false }
    if (said.toDay < here.fromDay) return { key: 'toDay', fault: 'moved_in_later' }
    return { stay: null, leaves: [leaveOf(here, said.toDay, false)], hasLeft: true }
  }
  const isAsBefore =
    here &&
    (said.role === null || said.role === here.role) &&
    (said.lives === null || said.lives === here.lives)
  if (isAsBefore) return { stay: null, leaves: [], hasLeft: false }
  const stay = here
    ? { role: said.role ?? here.role, lives: said.lives ?? here.lives, fromDay: today }
    : stayOf(said, today)
  const elsewhere = stay.lives ? stays.find((one) => one.lives && one.homeId !== home.id) : undefined
  if (elsewhere && stay.fromDay < elsewhere.fromDay) return { key: 'fromDay', fault: 'moved_in_later' }
  const leaves = [
    ...(here ? [leaveOf(here, today, false)] : []),
    ...(elsewhere ? [leaveOf(elsewhere, stay.fromDay, elsewhere.role === 'owner')] : []),
  ]
  return { stay, leaves, hasLeft: false }
}

const leaveOf = (stay: Occupancy, toDay: string, keepsOwning: boolean): PlannedLeave => ({
  occupancyId: stay.id,
  homeId: stay.homeId,
  seq: stay.seq,
  toDay,
  keepsOwning,
})
