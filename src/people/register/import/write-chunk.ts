import { randomBytes } from 'node:crypto'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { registerLine } from '../events.ts'
import { type Home, insertHomes, saveHome } from '../home.sql.ts'
import { insertOccupancies, saveOccupancy } from '../occupancy.sql.ts'
import { insertPersons, type PersonFacts, savePerson } from '../person.sql.ts'
import { commitToFacts } from '../person-facts.ts'
import { placeFor } from '../place.ts'
import { settle } from '../settle.ts'
import { keepVersions } from '../version.sql.ts'
import type { PlannedFacts, RowPlan } from './plan.contract.ts'
import type { KnownPerson } from './plan-person.rule.ts'
import type { Made, RowMove, StandingRow } from './row.sql.ts'

/** What stands in the register of what a chunk touches. */
export interface Standing {
  readonly homes: ReadonlyMap<string, Home>
  /** By address: a home that somebody else added since is the same home. */
  readonly byKey: ReadonlyMap<string, Home>
  readonly people: ReadonlyMap<string, KnownPerson>
  readonly byHash: ReadonlyMap<string, KnownPerson>
}

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex')
const factsFrom = ({ identity, ...facts }: PlannedFacts): PersonFacts => ({
  ...facts,
  identity: identity && { sealed: bytes(identity.sealed), hash: bytes(identity.hash), end: identity.end },
})

export type Ready = { readonly row: StandingRow; readonly plan: RowPlan; readonly homeId: string }

/** Writes what the rows of a chunk say, and notes what undoing them will need. */
export async function writeChunk(
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
