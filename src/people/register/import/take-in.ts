import { randomBytes } from 'node:crypto'
import { atlasOf } from '../../../areas/door.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { mayAct } from '../../permission.rule.ts'
import { registerLine } from '../events.ts'
import { type Home, insertHomes, loadHomes, saveHome } from '../home.sql.ts'
import { insertOccupancies, saveOccupancy } from '../occupancy.sql.ts'
import { insertPersons, type PersonFacts, savePerson } from '../person.sql.ts'
import { commitToFacts } from '../person-facts.ts'
import { placeFor } from '../place.ts'
import { settle } from '../settle.ts'
import { keepVersions } from '../version.sql.ts'
import type { ImportOverview, TakeRows } from './contract.ts'
import { holdImport, moveImport } from './import.sql.ts'
import { knownOfBatch, knownPersons } from './known.sql.ts'
import type { PlannedFacts, RowPlan } from './plan.contract.ts'
import type { KnownPerson } from './plan-person.rule.ts'
import { homeKey } from './plan-rows.rule.ts'
import { readOverview } from './read-file.ts'
import { type Made, moveRows, type RowMove, type StandingRow, selectWaiting } from './row.sql.ts'

/** Rows in one transaction: enough that round trips do not count, few enough that nobody waits for the chain. */
const chunkSize = 250

export interface TakeOptions {
  readonly onProgress?: (done: number, of: number) => void
}

/**
 * Takes in the waiting rows that are chosen, all where nothing is said, in chunks: each is whole or not at all, and a
 * program that dies goes on with the next one when it is asked again. A row whose home or person changed since the file
 * was read is not taken in (`stale`). Refuses `not_found`, `import_not_ready`.
 */
export async function takeInRegister(
  ctx: Ctx,
  importId: string,
  chosen: TakeRows,
  { onProgress = () => undefined }: TakeOptions = {},
): Promise<ImportOverview> {
  ctx.must('register.import')
  ctx.must('register.update')
  const of = (await readOverview(ctx, importId)).states.waiting ?? 0
  const counts = { taken: 0, stale: 0 }
  for (let after = 0; ; ) {
    const last = await ctx.transaction(async (tx) => {
      const { state } = await holdImport(tx, importId)
      if (!['read', 'taking', 'taken'].includes(state)) throw new Refusal('import_not_ready')
      const rows = await selectWaiting(tx, importId, chosen, after, chunkSize)
      if (rows.length === 0) return null
      const moves = await takeChunk(ctx, tx, importId, rows)
      await moveRows(tx, importId, moves)
      if (state !== 'taking') await moveImport(tx, importId, { state: 'taking' })
      const taken = moves.filter(({ state: to }) => to === 'taken').length
      const stale = moves.length - taken
      const chain = (await atlasOf(ctx)).district.id
      const data = { firstRow: rows[0]!.n, lastRow: rows.at(-1)!.n, taken, stale }
      tx.record(registerLine('register.chunk_imported', { chain, subject: importId, data }))
      counts.taken += taken
      counts.stale += stale
      return rows.at(-1)!.n
    })
    if (last === null) break
    after = last
    onProgress(counts.taken + counts.stale, Math.max(of, counts.taken + counts.stale))
  }
  await closeTaking(ctx, importId, counts)
  return readOverview(ctx, importId)
}

async function closeTaking(
  ctx: Ctx,
  importId: string,
  counts: { taken: number; stale: number },
): Promise<void> {
  await ctx.transaction(async (tx) => {
    const { state, fileHash } = await holdImport(tx, importId)
    if (state !== 'taking') return
    await moveImport(tx, importId, { state: 'taken', takenAt: ctx.clock.now() })
    const chain = (await atlasOf(ctx)).district.id
    const data = { ...counts, fileHash: fileHash.toString('hex') }
    tx.record(registerLine('register.imported', { chain, subject: importId, data }))
  })
}

/** What stands in the register of what a chunk touches. */
interface Standing {
  readonly homes: ReadonlyMap<string, Home>
  /** By address: a home that somebody else added since is the same home. */
  readonly byKey: ReadonlyMap<string, Home>
  readonly people: ReadonlyMap<string, KnownPerson>
  readonly byHash: ReadonlyMap<string, KnownPerson>
}

async function standingOf(ctx: Ctx, tx: Tx, rows: readonly StandingRow[]): Promise<Standing> {
  const plans = rows.flatMap(({ plan }) => plan ?? [])
  const homes = await loadHomes(
    tx,
    plans.map(({ home }) => home.id),
  )
  const known = await knownOfBatch(tx, (await atlasOf(ctx)).district.id, {
    homes: plans.map(({ home }) => home),
    hashes: plans.flatMap(({ person }) => person?.facts?.identity?.hash ?? []),
    people: [],
  })
  const people = await knownPersons(
    tx,
    plans.flatMap(({ person }) => [person?.id ?? [], person?.facts?.guardianId ?? []].flat()),
  )
  return { homes, byKey: known.homes, people, byHash: known.byHash }
}

/** Writes the rows of one chunk. Sees the whole district from here on: what may be done was decided when it was read. */
async function takeChunk(
  ctx: Ctx,
  tx: Tx,
  importId: string,
  rows: readonly StandingRow[],
): Promise<RowMove[]> {
  const standing = await standingOf(ctx, tx, rows)
  const chunk = {
    homes: new Map<string, string>(),
    people: new Set<string>(),
    left: new Set<string>(),
    moves: [] as RowMove[],
  }
  const ready: { row: StandingRow; plan: RowPlan; homeId: string }[] = []
  for (const row of inDependence(rows)) {
    const plan = row.plan
    const homeId = plan && homeIdFor(plan, standing, chunk.homes)
    const path = plan ? (await placeFor(ctx, plan.home.buildingId)).path : []
    const may = mayAct(ctx.who, 'register.import', { path })
    if (!plan || !may || homeId === null || isStale(plan, standing, chunk)) {
      chunk.moves.push({ n: row.n, state: 'stale', made: null })
      continue
    }
    chunk.homes.set(homeKey(plan.home.buildingId, plan.home.labelKey), homeId)
    if (plan.person) chunk.people.add(plan.person.id)
    for (const { occupancyId } of plan.leaves) chunk.left.add(occupancyId)
    ready.push({ row, plan, homeId })
  }
  await writeChunk(ctx, tx, importId, ready, standing, chunk.moves)
  return chunk.moves
}

/** Children behind the grown-ups: one of them acts for the child. */
const inDependence = (rows: readonly StandingRow[]): StandingRow[] => {
  const hasGuardian = ({ plan }: StandingRow) => typeof plan?.person?.facts?.guardianId === 'string'
  return [...rows.filter((row) => !hasGuardian(row)), ...rows.filter(hasGuardian)]
}

function homeIdFor(
  { home }: RowPlan,
  { homes, byKey }: Standing,
  inChunk: ReadonlyMap<string, string>,
): string | null {
  const key = homeKey(home.buildingId, home.labelKey)
  const there = homes.get(home.id) ?? byKey.get(key)
  if (there) return there.endedOn === null ? there.id : null
  return home.isNew ? (inChunk.get(key) ?? home.id) : null
}

/** Whether the register changed since the file was read, so that the row would say something else now. */
function isStale(
  plan: RowPlan,
  standing: Standing,
  inChunk: { readonly people: ReadonlySet<string>; readonly left: ReadonlySet<string> },
): boolean {
  const { home, person, leaves } = plan
  if (home.newUse !== null && standing.homes.get(home.id)?.seq !== home.seq) return true
  if (!person) return false
  const known = standing.people.get(person.id)
  const { guardianId = null, identity = null } = person.facts ?? {}
  if (guardianId !== null && !standing.people.has(guardianId) && !inChunk.people.has(guardianId)) return true
  const holder = identity && standing.byHash.get(identity.hash)
  if (holder && holder.person.id !== person.id) return true
  if (!person.isNew && (!known || (person.facts !== null && known.person.seq !== person.seq))) return true
  const stays = known?.stays ?? []
  if (leaves.some((leave) => stays.every(({ id, seq }) => id !== leave.occupancyId || seq !== leave.seq)))
    return true
  const left = new Set([...inChunk.left, ...leaves.map(({ occupancyId }) => occupancyId)])
  const { stay } = plan
  return stays.some(
    (one) => !left.has(one.id) && stay !== null && (one.homeId === home.id || (one.lives && stay.lives)),
  )
}

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex')
export const factsFrom = ({ identity, ...facts }: PlannedFacts): PersonFacts => ({
  ...facts,
  identity: identity && { sealed: bytes(identity.sealed), hash: bytes(identity.hash), end: identity.end },
})

type Ready = { readonly row: StandingRow; readonly plan: RowPlan; readonly homeId: string }

async function writeChunk(
  ctx: Ctx,
  tx: Tx,
  importId: string,
  ready: readonly Ready[],
  standing: Standing,
  moves: RowMove[],
): Promise<void> {
  const added = await addHomes(ctx, tx, importId, ready, standing)
  const entered = await enterPersons(ctx, tx, importId, ready, standing)
  await keepBefore(ctx, tx, importId, ready, standing)
  const stays = []
  for (const { row, plan, homeId } of ready) {
    const changed = await changeOne(tx, importId, plan, homeId, standing)
    const place = await placeFor(ctx, plan.home.buildingId)
    const { path: reach, communityId, gridId } = place
    if (plan.stay && plan.person)
      stays.push({ ...plan.stay, personId: plan.person.id, homeId, reach, communityId, gridId, importId })
    const before = plan.person ? standing.people.get(plan.person.id)?.person : undefined
    const made: Made = {
      homeId: added.get(row.n) ?? null,
      personId: entered.has(row.n) ? plan.person!.id : null,
      stayId: plan.stay?.id ?? null,
      changed,
      before: before ? { personId: before.id, reach: before.reach, communityId: before.communityId } : null,
      homeIds: [...new Set([homeId, ...plan.leaves.map((leave) => leave.homeId)])],
    }
    moves.push({ n: row.n, state: 'taken', made })
  }
  await insertOccupancies(tx, stays)
  for (const { id, personId, homeId, role, lives, fromDay, communityId: chain } of stays) {
    const data = { personId, homeId, role, lives, fromDay, importId }
    tx.record(registerLine('person.moved_in', { chain, subject: id, seq: 1, data }))
  }
  const personIds = ready.flatMap(({ plan }) => plan.person?.id ?? [])
  const homeIds = ready.flatMap(({ plan, homeId }) => [homeId, ...plan.leaves.map((leave) => leave.homeId)])
  await settle(ctx, tx, [...new Set(personIds)], [...new Set(homeIds)])
}

/** Adds the homes that are not there yet; by the row that adds each. */
async function addHomes(ctx: Ctx, tx: Tx, importId: string, ready: readonly Ready[], { homes }: Standing) {
  const added = new Map<number, string>()
  const seen = new Set<string>()
  const rows = []
  for (const { row, plan, homeId } of ready) {
    const { home } = plan
    if (!home.isNew || homeId !== home.id || homes.has(homeId) || seen.has(homeId)) continue
    seen.add(homeId)
    const place = await placeFor(ctx, home.buildingId)
    const { label, labelKey, use } = home
    rows.push({ id: homeId, label, labelKey, use, place, importId })
    added.set(row.n, homeId)
    const data = { buildingId: home.buildingId, importId }
    tx.record(registerLine('home.added', { chain: place.communityId, subject: homeId, seq: 1, data }))
  }
  await insertHomes(tx, rows)
  return added
}

/** Enters those who are new; two rows of a file may speak of the same person at two homes. */
async function enterPersons(
  ctx: Ctx,
  tx: Tx,
  importId: string,
  ready: readonly Ready[],
  { people }: Standing,
) {
  const entered = new Set<number>()
  const seen = new Set<string>()
  const rows = []
  for (const { row, plan } of ready) {
    const { person, home } = plan
    if (!person?.isNew || !person.facts || people.has(person.id) || seen.has(person.id)) continue
    seen.add(person.id)
    entered.add(row.n)
    const { path: reach, communityId } = await placeFor(ctx, home.buildingId)
    const facts = factsFrom(person.facts)
    const salt = randomBytes(16)
    const { demonstration } = ctx.district
    rows.push({ id: person.id, ...facts, salt, reach, communityId, demonstration, importId })
    const data = { commit: commitToFacts(salt, facts), importId }
    tx.record(registerLine('person.entered', { chain: communityId, subject: person.id, seq: 1, data }))
  }
  await insertPersons(tx, rows)
  return entered
}

/** Keeps every row as it was that the chunk changes. */
async function keepBefore(ctx: Ctx, tx: Tx, importId: string, ready: readonly Ready[], { people }: Standing) {
  const change = { at: ctx.clock.now(), importId }
  const homes = ready.flatMap(({ plan }) => (plan.home.newUse === null ? [] : [plan.home.id]))
  const persons = ready.flatMap(({ plan: { person } }) =>
    person?.facts && !person.isNew && people.has(person.id) ? [person.id] : [],
  )
  const stays = ready.flatMap(({ plan }) => plan.leaves.map(({ occupancyId }) => occupancyId))
  await keepVersions(tx, 'home', [...new Set(homes)], change)
  await keepVersions(tx, 'person', [...new Set(persons)], change)
  await keepVersions(tx, 'occupancy', [...new Set(stays)], change)
}

async function changeOne(
  tx: Tx,
  importId: string,
  { home, person, leaves }: RowPlan,
  homeId: string,
  { homes, people }: Standing,
): Promise<Made['changed']> {
  const changed: Made['changed'][number][] = []
  const standing = homes.get(homeId)
  if (home.newUse !== null && standing) {
    const seq = await saveHome(tx, standing, { use: home.newUse })
    tx.record(
      registerLine('home.changed', { chain: standing.communityId, subject: homeId, seq, data: { importId } }),
    )
    changed.push({ kind: 'home', id: homeId, seq })
  }
  const known = person && people.get(person.id)
  if (known && person.facts && !person.isNew) {
    const facts = factsFrom(person.facts)
    const salt = randomBytes(16)
    const seq = await savePerson(tx, known.person, facts, salt)
    const data = { commit: commitToFacts(salt, facts), importId }
    const chain = known.person.communityId
    tx.record(registerLine('person.changed', { chain, subject: person.id, seq, data }))
    changed.push({ kind: 'person', id: person.id, seq })
  }
  for (const leave of leaves) {
    const stay = known?.stays.find(({ id }) => id === leave.occupancyId)
    if (!stay) throw new Refusal('version_conflict')
    const { personId, communityId: chain } = stay
    const ids = { personId, homeId: stay.homeId, importId }
    const { toDay } = leave
    const change = leave.keepsOwning ? { lives: false, household: null } : { toDay, household: null }
    const seq = await saveOccupancy(tx, stay, change)
    tx.record(
      leave.keepsOwning
        ? registerLine('person.lives_elsewhere', { chain, subject: stay.id, seq, data: ids })
        : registerLine('person.moved_out', { chain, subject: stay.id, seq, data: { ...ids, toDay } }),
    )
    changed.push({ kind: 'occupancy', id: stay.id, seq })
  }
  return changed
}
