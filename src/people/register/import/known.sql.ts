import type { Tx } from '../../../platform/transaction.ts'
import { type Home, loadHomes } from '../home.sql.ts'
import { plainName } from '../name-keys.ts'
import { occupanciesOfPersons } from '../occupancy.sql.ts'
import { loadPersons } from '../person.sql.ts'
import type { KnownPerson } from './plan-person.rule.ts'
import { homeKey, type KnownOfBatch } from './plan-rows.rule.ts'

/** What a batch of rows speaks of. */
export interface Asked {
  readonly homes: readonly { readonly buildingId: string; readonly labelKey: string }[]
  /** Hashes of identity numbers, hex. */
  readonly hashes: readonly string[]
  readonly people: readonly {
    readonly name: string
    readonly birthDay: string | null
    readonly phone: string | null
  }[]
}

/**
 * What the register knows of these rows: homes, who belongs there (or did, and is still seen by the asker), who has these numbers, and who is called the same and
 * was born on the same day or has the same telephone. Numbers are looked up in the whole district, the rest where the asker sees.
 */
export async function knownOfBatch(tx: Tx, districtId: string, asked: Asked): Promise<KnownOfBatch> {
  const homes = await homesAt(tx, asked.homes)
  const inHomes = await tx.query<{ personId: string; homeId: string }>(
    'people_in_homes',
    `select distinct o.person_id as "personId", o.home_id as "homeId"
     from occupancies o left join persons p on p.id = o.person_id
     where o.home_id = any ($1::uuid[]) and (o.to_day is null or p.id is not null)`,
    [homes.map(({ id }) => id)],
  )
  const alike = await tx.query<{ personId: string }>(
    'people_alike',
    `select distinct k.person_id as "personId"
     from jsonb_to_recordset($1::jsonb) as a (name text, "birthDay" date, phone text)
     join person_keys k on k.name = a.name
     join persons p on p.id = k.person_id and (p.birth_day = a."birthDay" or p.phone = a.phone)`,
    [JSON.stringify(asked.people.map((one) => ({ ...one, name: plainName(one.name) })))],
  )
  await tx.widenRegister(districtId)
  const numbered = await tx.query<{ id: string }>(
    'people_by_hashes',
    `select id from persons where identity_hash in (select decode(h, 'hex') from unnest($1::text[]) as h)`,
    [asked.hashes],
  )
  const ids = [
    ...inHomes.map(({ personId }) => personId),
    ...alike.map(({ personId }) => personId),
    ...numbered.map(({ id }) => id),
  ]
  const known = await knownPersons(tx, ids)
  const byIds = (all: readonly { readonly personId: string }[]) =>
    all.flatMap(({ personId }) => known.get(personId) ?? [])
  const ofHomes = Map.groupBy(inHomes, ({ homeId }) => homeId)
  return {
    homes: new Map(homes.map((home) => [homeKey(home.buildingId, home.labelKey), home])),
    byHash: new Map(
      numbered.flatMap(({ id }) => {
        const one = known.get(id)
        return one?.person.identity ? [[one.person.identity.hash.toString('hex'), one] as const] : []
      }),
    ),
    occupants: new Map([...ofHomes].map(([homeId, all]) => [homeId, byIds(all)])),
    alike: Map.groupBy(byIds(alike), ({ person }) => plainName(person.name ?? '')),
  }
}

/** These persons with where they belong now, as far as the transaction sees. */
export async function knownPersons(tx: Tx, ids: readonly string[]): Promise<Map<string, KnownPerson>> {
  const persons = await loadPersons(tx, ids)
  const stays = Map.groupBy(
    (await occupanciesOfPersons(tx, [...persons.keys()])).filter(({ toDay }) => toDay === null),
    ({ personId }) => personId,
  )
  return new Map([...persons].map(([id, person]) => [id, { person, stays: stays.get(id) ?? [] }]))
}

/** Homes that stand at these addresses now. */
export async function homesAt(tx: Tx, at: Asked['homes']): Promise<Home[]> {
  if (at.length === 0) return []
  const rows = await tx.query<{ id: string }>(
    'homes_at',
    `select h.id from jsonb_to_recordset($1::jsonb) as a ("buildingId" uuid, "labelKey" text)
     join homes h on h.building_id = a."buildingId" and h.label_key = a."labelKey" and h.ended_on is null`,
    [JSON.stringify(at)],
  )
  const homes = await loadHomes(
    tx,
    rows.map(({ id }) => id),
  )
  return [...homes.values()]
}
