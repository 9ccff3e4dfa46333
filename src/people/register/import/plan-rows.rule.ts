import type { SheetRow } from '../../../kernel/sheet/row.ts'
import { isChild } from '../age.rule.ts'
import type { Home } from '../home.sql.ts'
import { homeLabelKey } from '../home-label.rule.ts'
import { plainName } from '../name-keys.ts'
import type { RegisterPlace } from '../place.ts'
import { columnAt, type RegisterColumn, type RegisterHeader } from './columns.rule.ts'
import type { FaultAt, RegisterFault, RowChange, RowState } from './contract.ts'
import { meantPerson } from './meant-person.rule.ts'
import type { PlannedHome, RowPlan } from './plan.contract.ts'
import { type KnownPerson, planKnown, planNew, type SealFor } from './plan-person.rule.ts'
import type { FilePerson, FileRow } from './row.rule.ts'

/** A row with the place that was found for it. */
export interface PlacedRow {
  readonly n: number
  readonly sheet: string
  readonly header: RegisterHeader
  readonly source: SheetRow
  readonly row: FileRow
  readonly faults: readonly FaultAt[]
  readonly place: RegisterPlace | null
}

/** What the register holds of what a batch of rows speaks of. */
export interface KnownOfBatch {
  /** By `homeKey`. */
  readonly homes: ReadonlyMap<string, Home>
  readonly byHash: ReadonlyMap<string, KnownPerson>
  /** Who belongs to a home or did, by its id. */
  readonly occupants: ReadonlyMap<string, readonly KnownPerson[]>
  /** Whom the asker sees elsewhere with the same name, and the same birthday or telephone; by plain name. */
  readonly alike: ReadonlyMap<string, readonly KnownPerson[]>
}

export interface PlannedRow {
  readonly n: number
  readonly sheet: string
  readonly rowNumber: number
  readonly state: RowState
  readonly changes: readonly RowChange[]
  readonly homeId: string | null
  readonly personId: string | null
  readonly plan: RowPlan | null
  readonly faults: readonly FaultAt[]
  readonly candidates: readonly string[]
}

export interface PlanAll {
  readonly today: string
  readonly newId: () => string
  readonly hashOf: (number: string) => string
  readonly seal: SealFor
  /** Whether the asker sees somebody with these areas above them. */
  readonly isOwn: (reach: readonly string[]) => boolean
}

export const homeKey = (buildingId: string, labelKey: string): string => `${buildingId}|${labelKey}`

/** Where a row of the file stood, said in faults. */
interface Stood {
  readonly sheet: string
  readonly row: number
}
interface InFile extends Stood {
  readonly personId: string
  readonly name: string
  readonly birthDay: string | null
  readonly phone: string | null
  readonly hash: string | null
  readonly isAdult: boolean
  readonly isHead: boolean
}

/** What the whole file said so far: two rows must not say the same, and a new home is added once. */
interface FileMemory {
  readonly homes: Map<string, { id: string; added: boolean; use: string | null }>
  readonly people: Map<string, InFile[]>
  readonly idByHash: Map<string, string>
  /** Stays that an earlier row ends. */
  readonly left: Set<string>
  readonly seen: Map<string, Stood & { name: string; homes: Set<string>; livesAt: string | null }>
}

/** A fault that only shows beside other rows or the register. */
class RowRefused {
  readonly key: RegisterColumn
  readonly fault: RegisterFault
  readonly facts: FaultAt['facts']
  constructor(key: RegisterColumn, fault: RegisterFault, facts: FaultAt['facts'] = {}) {
    this.key = key
    this.fault = fault
    this.facts = facts
  }
}

/**
 * Plans rows, home by home: grown-ups first, since children need one of them. Remembers the file as it goes, so it must
 * be given all of it, in order.
 */
export function rowPlanner(
  options: PlanAll,
): (rows: readonly PlacedRow[], known: KnownOfBatch) => PlannedRow[] {
  const memory: FileMemory = {
    homes: new Map(),
    people: new Map(),
    idByHash: new Map(),
    left: new Set(),
    seen: new Map(),
  }
  return (rows, known) => {
    const isYoung = ({ row }: PlacedRow) => isChild(row.person?.birthDay ?? null, options.today)
    const inOrder = [...rows.filter((row) => !isYoung(row)), ...rows.filter(isYoung)]
    return inOrder.map((row) => planRow(row, known, memory, options)).sort((a, b) => a.n - b.n)
  }
}

function planRow(placed: PlacedRow, known: KnownOfBatch, memory: FileMemory, options: PlanAll): PlannedRow {
  const { n, sheet, source, faults, place, header } = placed
  const at = { n, sheet, rowNumber: source.rowNumber }
  const nothing = { changes: [], homeId: null, personId: null, plan: null, candidates: [] }
  if (faults.length > 0 || !place) return { ...at, ...nothing, state: 'refused', faults }
  const home = homeOf(placed, place, known, memory, options)
  const planned = placed.row.person
    ? planPerson(placed, placed.row.person, home, known, memory, options)
    : noPerson(home)
  if (planned instanceof RowRefused) {
    const { key, fault, facts } = planned
    const column = columnAt(header, key)
    return { ...at, ...nothing, state: 'refused', faults: [{ column, reason: fault, facts }] }
  }
  const inFile = memory.homes.get(homeKey(home.buildingId, home.labelKey))!
  const addsHome = home.isNew && !inFile.added
  const corrects = home.newUse !== null && inFile.use !== home.newUse
  inFile.added ||= addsHome
  if (corrects) inFile.use = home.newUse
  const { changes, plan, personId, candidates } = planned
  const all = new Set<RowChange>([
    ...(addsHome ? (['home_added'] as const) : []),
    ...changes,
    ...(corrects ? (['corrected'] as const) : []),
  ])
  const use = corrects
    ? [
        {
          field: 'use' as const,
          before: known.homes.get(homeKey(home.buildingId, home.labelKey))?.use ?? null,
          after: home.newUse,
        },
      ]
    : []
  const kept = {
    ...plan,
    home: corrects ? home : { ...home, newUse: null },
    fields: [...plan.fields, ...use],
  }
  const state = candidates.length > 0 ? 'asked' : all.size > 0 ? 'waiting' : 'same'
  return {
    ...at,
    state,
    changes: [...all],
    homeId: home.id,
    personId,
    plan: state === 'same' ? null : kept,
    faults: [],
    candidates,
  }
}

function homeOf(
  { row }: PlacedRow,
  place: RegisterPlace,
  known: KnownOfBatch,
  memory: FileMemory,
  { newId }: PlanAll,
): PlannedHome {
  const { label } = row.place
  const labelKey = homeLabelKey(label)
  const key = homeKey(place.areaId, labelKey)
  const home = known.homes.get(key)
  const inFile = memory.homes.get(key) ?? { id: home?.id ?? newId(), added: false, use: null }
  memory.homes.set(key, inFile)
  const newUse = home && row.use !== null && row.use !== home.use ? row.use : null
  return {
    id: inFile.id,
    buildingId: place.areaId,
    label: home?.label ?? label,
    labelKey,
    use: home?.use ?? row.use ?? 'dwelling',
    isNew: !home,
    seq: home?.seq ?? null,
    newUse,
  }
}

interface PersonRow {
  readonly plan: RowPlan
  readonly changes: readonly RowChange[]
  readonly personId: string | null
  readonly candidates: readonly string[]
}

const noPerson = (home: PlannedHome): PersonRow => ({
  plan: { home, person: null, stay: null, leaves: [], fields: [], said: null },
  changes: [],
  personId: null,
  candidates: [],
})

function planPerson(
  placed: PlacedRow,
  person: FilePerson,
  home: PlannedHome,
  known: KnownOfBatch,
  memory: FileMemory,
  options: PlanAll,
): PersonRow | RowRefused {
  const hash = person.identity && options.hashOf(person.identity.number)
  const key = homeKey(home.buildingId, home.labelKey)
  const twice = saidBefore(person, hash, key, memory)
  if (twice) return twice
  const occupants = known.occupants.get(home.id) ?? []
  const now = occupants.filter(({ stays }) => stays.some(({ homeId }) => homeId === home.id))
  const meant = meantPerson(person, (hash && known.byHash.get(hash)) || null, {
    occupants,
    alike: known.alike.get(plainName(person.name)) ?? [],
  })
  if (meant === 'other_name') return new RowRefused('identity', 'identity_in_use')
  const guardianId = guardianOf(person, meant.known, now, memory.people.get(key) ?? [], options)
  if (guardianId instanceof RowRefused) return guardianId
  const personId = meant.known?.person.id ?? (hash && memory.idByHash.get(hash)) ?? options.newId()
  const before = memory.seen.get(personId)
  const lives = person.lives ?? true
  if (before?.homes.has(key)) return new RowRefused('name', 'repeated_in_file', stoodAt(before))
  if (before && before.livesAt !== null && lives && person.toDay === null)
    return new RowRefused('identity', 'lives_twice_in_file', stoodAt(before))
  const plan = { today: options.today, guardianId, seal: options.seal }
  const outcome = meant.known
    ? planKnown(meant.known, home, person, options.isOwn(meant.known.person.reach), plan)
    : planNew(personId, person, plan)
  if ('fault' in outcome) return new RowRefused(outcome.key, outcome.fault)
  remember(placed, person, { personId, hash, key, lives }, memory, options.today)
  const isNew = meant.known === null
  // The row before has told already what is new of a known person, and where they left.
  const { stay, changes: does } = outcome.plan
  const facts = before && !isNew ? null : outcome.plan.facts
  const fields = before ? [] : outcome.plan.fields
  const leaves = outcome.plan.leaves.filter(({ occupancyId }) => !memory.left.has(occupancyId))
  for (const { occupancyId } of leaves) memory.left.add(occupancyId)
  const isOver = outcome.plan.leaves.length > 0 && leaves.length === 0 && stay === null
  const changes = does.filter(
    (change) => !(before && change === 'corrected') && !(isOver && change === 'moved_out'),
  )
  const { role, lives: livesSaid, fromDay, toDay, registerKind } = person
  return {
    personId,
    candidates: meant.candidates,
    changes: isNew && before ? ['moved_in'] : changes,
    plan: {
      home,
      person: { id: personId, isNew, seq: meant.known?.person.seq ?? null, facts },
      stay: stay && { id: options.newId(), ...stay },
      leaves,
      fields,
      said: meant.candidates.length > 0 ? { role, lives: livesSaid, fromDay, toDay, registerKind } : null,
    },
  }
}

const stoodAt = ({ sheet, row }: Stood): FaultAt['facts'] => ({ firstSheet: sheet, firstRow: row })

/** Whether an earlier row of the file said this already, or says otherwise under the same number. */
function saidBefore(
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

function remember(
  { sheet, source }: PlacedRow,
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
function guardianOf(
  { name, birthDay, guardian, relation }: FilePerson,
  meant: KnownPerson | null,
  occupants: readonly KnownPerson[],
  inFile: readonly InFile[],
  { today }: PlanAll,
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
    return ids.size === 1 ? [...ids][0]! : new RowRefused('guardian', 'guardian_unknown', { name })
  }
  const head = adults.find(({ isHead }) => isHead)
  const isFamily = relation === 'child' || relation === 'grandchild'
  return isFamily && head ? head.personId : new RowRefused('guardian', 'guardian_needed')
}
