import { isChild } from '../age.rule.ts'
import { plainName } from '../plain-name.rule.ts'
import type { RegisterColumn } from './columns.rule.ts'
import type { FaultAt, RegisterFault } from './contract.ts'
import type { KnownPerson } from './plan-person.rule.ts'
import type { PlacedRow } from './plan-rows.rule.ts'
import type { FilePerson } from './row.rule.ts'

/** Where a row of the file stood, said in faults. */
export interface Stood {
  readonly sheet: string
  readonly row: number
}
export interface InFile extends Stood {
  readonly personId: string
  readonly name: string
  readonly birthDay: string | null
  readonly phone: string | null
  readonly hash: string | null
  readonly isAdult: boolean
  readonly isHead: boolean
}

/** What the whole file said so far: two rows must not say the same, and a new home is added once. */
export interface FileMemory {
  readonly homes: Map<string, { id: string; added: boolean; use: string | null }>
  readonly people: Map<string, InFile[]>
  readonly idByHash: Map<string, string>
  /** Stays that an earlier row ends. */
  readonly left: Set<string>
  readonly seen: Map<string, Stood & { name: string; homes: Set<string>; livesAt: string | null }>
}

/** A fault that only shows beside other rows or the register. */
export class RowRefused {
  readonly key: RegisterColumn
  readonly fault: RegisterFault
  readonly facts: FaultAt['facts']
  constructor(key: RegisterColumn, fault: RegisterFault, facts: FaultAt['facts'] = {}) {
    this.key = key
    this.fault = fault
    this.facts = facts
  }
}

export const stoodAt = ({ sheet, row }: Stood): FaultAt['facts'] => ({ firstSheet: sheet, firstRow: row })

/** Whether an earlier row of the file said this already, or says otherwise under the same number. */
export function saidBefore(
  { name, birthDay, phone }: FilePerson,
  hash: string | null,
  key: string,
  { people, idByHash, seen }: FileMemory,
): RowRefused | null {
  const id = hash === null ? undefined : idByHash.get(hash)
  const same = id === undefined ? undefined : seen.get(id)
  if (same && plainName(same.name) !== plainName(name))
    return new RowRefused('identity', 'identity_two_names', stoodAt(same))
  const twin = (people.get(key) ?? []).find(
    (one) =>
      plainName(one.name) === plainName(name) &&
      (hash === null || one.hash === null || one.hash === hash) &&
      (one.birthDay === null || birthDay === null || one.birthDay === birthDay) &&
      (one.birthDay !== null || one.phone === null || phone === null || one.phone === phone),
  )
  return twin ? new RowRefused('name', 'repeated_in_file', stoodAt(twin)) : null
}

export function remember(
  { sheet, source }: Pick<PlacedRow, 'sheet' | 'source'>,
  { name, birthDay, phone, relation }: FilePerson,
  { personId, hash, key, lives }: { personId: string; hash: string | null; key: string; lives: boolean },
  { people, idByHash, seen }: FileMemory,
  today: string,
): void {
  const stood = { sheet, row: source.rowNumber }
  if (hash !== null) idByHash.set(hash, personId)
  const before = seen.get(personId)
  const homes = before?.homes ?? new Set<string>()
  homes.add(key)
  seen.set(personId, {
    ...(before ?? { ...stood, name }),
    homes,
    livesAt: lives ? key : (before?.livesAt ?? null),
  })
  const isAdult = !isChild(birthDay, today)
  const one = { ...stood, personId, name, birthDay, phone, hash, isAdult, isHead: relation === 'head' }
  people.set(key, [...(people.get(key) ?? []), one])
}

/**
 * Who acts for a child: the one whom the file names, else the head of the household where the child is of their family.
 * Anybody else would be a guess.
 */
export function guardianOf(
  { birthDay, guardian, relation }: FilePerson,
  meant: KnownPerson | null,
  occupants: readonly KnownPerson[],
  inFile: readonly InFile[],
  { today }: { readonly today: string },
): string | null | RowRefused {
  if (!isChild(birthDay, today)) return null
  if (meant?.person.guardianId) return meant.person.guardianId
  const adults = [
    ...inFile.filter(({ isAdult }) => isAdult),
    ...occupants
      .filter(({ person }) => !isChild(person.birthDay, today) && person.name !== null)
      .map(({ person }) => ({ personId: person.id, name: person.name!, isHead: false })),
  ]
  if (guardian !== null) {
    const named = adults.filter((one) => plainName(one.name) === plainName(guardian))
    const ids = new Set(named.map(({ personId }) => personId))
    return ids.size === 1 ? [...ids][0]! : new RowRefused('guardian', 'guardian_unknown')
  }
  const head = adults.find(({ isHead }) => isHead)
  const isFamily = relation === 'child' || relation === 'grandchild'
  return isFamily && head ? head.personId : new RowRefused('guardian', 'guardian_needed')
}
