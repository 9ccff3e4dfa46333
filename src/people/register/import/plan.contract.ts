import type { HomeUse, OccupancyRole, RegisterKind, Sex } from '../contract.ts'
import type { FieldChange } from './contract.ts'

/** What is written of a person, as a plan keeps it: bytes in hex. */
export interface PlannedFacts {
  readonly name: string
  readonly sex: Sex | null
  readonly birthDay: string | null
  readonly phone: string | null
  readonly registerKind: RegisterKind
  readonly guardianId: string | null
  readonly identity: { readonly sealed: string; readonly hash: string; readonly end: string } | null
}

/** A home that a row speaks of: one that is there, or one to be added. */
export interface PlannedHome {
  readonly id: string
  readonly buildingId: string
  readonly label: string
  readonly labelKey: string
  readonly use: HomeUse
  readonly isNew: boolean
  /** The version that the reading saw, and what its use is corrected to. */
  readonly seq: number | null
  readonly newUse: HomeUse | null
}

export interface PlannedPerson {
  readonly id: string
  readonly isNew: boolean
  readonly seq: number | null
  /** What will be written of a new person, or of one who is corrected; null where nothing changes. */
  readonly facts: PlannedFacts | null
}

export interface PlannedStay {
  readonly id: string
  readonly role: OccupancyRole
  readonly lives: boolean
  readonly fromDay: string
}

/** A stay that ends, or of which only living there ends. */
export interface PlannedLeave {
  readonly occupancyId: string
  readonly homeId: string
  readonly seq: number
  readonly toDay: string
  readonly keepsOwning: boolean
}

/** What a row writes, all of it or nothing. */
export interface RowPlan {
  readonly home: PlannedHome
  readonly person: PlannedPerson | null
  readonly stay: PlannedStay | null
  readonly leaves: readonly PlannedLeave[]
  readonly fields: readonly FieldChange[]
  /** What the file said, for a row about which somebody is asked. */
  readonly said: SaidOfStay | null
}

export interface SaidOfStay {
  readonly role: OccupancyRole | null
  readonly lives: boolean | null
  readonly fromDay: string | null
  readonly toDay: string | null
  readonly registerKind: RegisterKind | null
}
