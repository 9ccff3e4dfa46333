import type { SheetRow } from '../../../kernel/sheet/row.ts'
import { isChild } from '../age.rule.ts'
import type { Home } from '../home.sql.ts'
import { homeLabelKey } from '../home-label.rule.ts'
import type { RegisterPlace } from '../place.ts'
import { plainName } from '../plain-name.rule.ts'
import { columnAt, type RegisterHeader } from './columns.rule.ts'
import type { FaultAt, RowChange, RowState } from './contract.ts'
import { type FileMemory, guardianOf, RowRefused, remember, saidBefore, stoodAt } from './file-memory.rule.ts'
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
