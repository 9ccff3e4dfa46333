import type { AreaKind } from '../../areas/contract.ts'
import type { Office, UsualOffice } from '../../organisations/body.contract.ts'
import type { UnitKind } from '../../organisations/contract.ts'
import type { BodyColumn, BodyFault, BodyFileResult, BodySheet } from './body-file.contract.ts'
import type { BodyEntry, TermEntry } from './body-rows.rule.ts'

/** What a file of bodies is compared with. */
export interface Standing {
  readonly today: string
  readonly areas: ReadonlyMap<
    string,
    { readonly id: string; readonly kind: AreaKind; readonly path: readonly string[] }
  >
  readonly bodies: ReadonlyMap<string, StandingBody>
  /** Open offices by the body's code. */
  readonly offices: ReadonlyMap<
    string,
    readonly Pick<Office, 'id' | 'title' | 'nameZh' | 'nameEn' | 'seats' | 'termMonths'>[]
  >
  readonly people: ReadonlyMap<string, { readonly id: string; readonly name: string }>
  /** By office id, person's code and first day; see `termKey`. */
  readonly terms: ReadonlyMap<string, StandingTerm>
  /** Office id and person's code of terms that nobody ended. */
  readonly current: ReadonlySet<string>
  readonly mayRename: boolean
  readonly usual: (kind: UnitKind) => readonly UsualOffice[]
  /** Whether the asker may keep a body of this kind there. */
  readonly may: (kind: UnitKind, areaPath: readonly string[]) => boolean
}
export interface StandingBody {
  readonly id: string
  readonly kind: UnitKind
  readonly nameZh: string
  readonly nameEn: string
  readonly phone: string | null
  readonly areaId: string
  readonly parentCode: string | null
  readonly dissolved: boolean
}
export interface StandingTerm {
  readonly id: string
  readonly endsOn: string | null
  readonly endedOn: string | null
  readonly reason: string | null
}

/** An office of the file, whether it stands or is to be opened: by its body's code and its title. */
export interface OfficeRef {
  readonly bodyCode: string
  readonly title: string
  readonly nameZh: string
}

export interface BodyPlan {
  /** Those above come before those below. */
  readonly addBodies: readonly (BodyEntry & { readonly areaId: string })[]
  readonly changeBodies: readonly { readonly id: string; readonly entry: BodyEntry }[]
  readonly openOffices: readonly (OfficeRef & Pick<UsualOffice, 'nameEn' | 'kind' | 'seats' | 'termMonths'>)[]
  readonly setOffices: readonly (OfficeRef & { readonly seats: number; readonly termMonths: number | null })[]
  readonly addPeople: readonly { readonly code: string; readonly name: string }[]
  readonly renamePeople: readonly { readonly id: string; readonly code: string; readonly name: string }[]
  readonly beginTerms: readonly (OfficeRef & TermEntry & { readonly endsOn: string | null })[]
  readonly changeTerms: readonly (TermEntry & { readonly id: string; readonly endsOn: string | null })[]
  readonly result: BodyFileResult
}

export const termKey = (officeId: string, personCode: string, startsOn: string): string =>
  `${officeId} ${personCode} ${startsOn}`

/** A body as the rest of the file may name it. */
export interface Known {
  readonly kind: UnitKind
  readonly areaId: string
  readonly path: readonly string[]
  readonly isNew: boolean
}

/** Takes down a fault. */
export type Say = (
  sheet: BodySheet,
  row: number,
  column: BodyColumn,
  reason: BodyFault,
  value: string,
) => void
