import type { Area } from '../../areas/contract.ts'
import { type Atlas, atlasOf } from '../../areas/door.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'
import { mayAct } from '../permission.rule.ts'
import { isChild } from './age.rule.ts'
import { type FindQuery, readQuery } from './find-query.rule.ts'
import { loadHomes, selectHomesLike } from './home.sql.ts'
import { isBuilding, type TypedAddress } from './home-label.rule.ts'
import { identityKeysOf } from './identity-keys.ts'
import { identityHash, identityTailHash } from './identity-seal.rule.ts'
import { type FoundBy, findKeys, type Within } from './keys.sql.ts'
import { plainLetters, plainName } from './name-keys.ts'
import { type Occupancy, occupanciesOfPersons } from './occupancy.sql.ts'
import { loadPersons, personByIdentity, personsByPhone } from './person.sql.ts'
import { todayOf } from './person-facts.ts'
import { sayPlace } from './place.ts'
import type { FindInRegister, FoundInRegister, HomePlace } from './read.contract.ts'
import { personLine } from './read-home.ts'

/**
 * Finds people by name, pinyin, initials, the last four characters or all of an identity number or telephone, and homes
 * by address, within the asker's areas. Nothing is said of what lies outside, not even that it is there. Children under
 * 14 are not found.
 */
export async function findInRegister(ctx: Ctx, { text, limit }: FindInRegister): Promise<FoundInRegister> {
  ctx.must('register.see')
  const atlas = await atlasOf(ctx)
  const today = todayOf(ctx)
  const query = readQuery(text, { today, invented: ctx.district.demonstration })
  if (query.by === 'nothing') return { people: [], homes: [], more: false }
  return ctx.read(async (tx) => {
    const ids = await peopleFound(ctx, tx, atlas, query, limit + 1)
    const homes = query.by === 'words' ? await homesFound(ctx, tx, atlas, query.address, limit + 1) : []
    return {
      people: await peopleShown(ctx, tx, atlas, ids.slice(0, limit), today),
      homes: homes.slice(0, limit),
      more: ids.length > limit || homes.length > limit,
    }
  })
}

async function peopleFound(
  ctx: Ctx,
  tx: Tx,
  atlas: Atlas,
  query: Exclude<FindQuery, { by: 'nothing' }>,
  limit: number,
): Promise<string[]> {
  const keys = identityKeysOf(ctx.district)
  if (query.by === 'identity') {
    const person = await personByIdentity(tx, identityHash(keys, query.number.number))
    return person ? [person.id] : []
  }
  if (query.by === 'phone') return personsByPhone(tx, `+86${query.phone}`, limit)
  const within = withinOf(atlas, ctx.who.registerReach)
  // Who belongs to several homes has a row at each.
  const page = { today: todayOf(ctx), limit: limit * 3 }
  const found = await Promise.all(
    columnsOf(query, (tail) => identityTailHash(keys, tail)).map((by) => findKeys(tx, by, within, page)),
  )
  return [...new Set(found.flat().map(({ personId }) => personId))].slice(0, limit)
}

function columnsOf(
  query: Extract<FindQuery, { by: 'tail' | 'letters' | 'words' }>,
  tailHash: (tail: string) => Buffer,
): FoundBy[] {
  if (query.by === 'words') return [{ column: 'name', begins: plainName(query.words) }]
  if (query.by === 'letters') {
    const begins = plainLetters(query.letters)
    return [
      { column: 'initials', begins },
      { column: 'pinyin', begins },
    ]
  }
  const identity = { column: 'identity_tail', is: tailHash(query.tail) } as const
  return query.tail.endsWith('X') ? [identity] : [identity, { column: 'phone_tail', is: query.tail }]
}

/** Where all that the posts see lies in grids or communities, these. */
export function withinOf(atlas: Atlas, areaIds: readonly string[]): Within {
  const areas = areaIds.flatMap((id) => atlas.get(id) ?? [])
  const up = (kind: 'grid' | 'community') =>
    areas.map(({ path }) => path.find((id) => atlas.get(id)?.kind === kind)).filter((id) => id !== undefined)
  const [grids, communities] = [up('grid'), up('community')]
  if (grids.length === areas.length) return { column: 'grid_id', ids: grids }
  return communities.length === areas.length ? { column: 'community_id', ids: communities } : null
}

/**
 * Homes at an address, in the asker's areas: the map says which buildings it may be. Of a building without the place it
 * stands in, those of the asker's own grid or community.
 */
async function homesFound(
  ctx: Ctx,
  tx: Tx,
  atlas: Atlas,
  { place, building, labelKey }: TypedAddress,
  limit: number,
): Promise<HomePlace[]> {
  const reach = ctx.who.registerReach
  const named = place.length > 1 ? atlas.find(place, 20).filter(({ kind }) => kinds.has(kind)) : []
  const own = place === '' && withinOf(atlas, reach) ? reach.flatMap((id) => atlas.get(id) ?? []) : []
  const below = (area: Area): Area[] => [area, ...atlas.partsOf(area.id).flatMap(below)]
  const buildings = [...named, ...own]
    .flatMap(below)
    .filter(({ path }) => mayAct(ctx.who, 'register.see', { path }))
    .filter(({ kind, nameZh }) => building === null || (kind === 'building' && isBuilding(nameZh, building)))
  const ids = [...new Set(buildings.map(({ id }) => id))]
  return (await selectHomesLike(tx, ids, labelKey ?? '', limit)).map((home) => sayPlace(atlas, home))
}

const kinds: ReadonlySet<Area['kind']> = new Set(['estate', 'building'])

async function peopleShown(
  ctx: Ctx,
  tx: Tx,
  atlas: Atlas,
  ids: readonly string[],
  today: string,
): Promise<FoundInRegister['people']> {
  const persons = await loadPersons(tx, ids)
  const stays = (await occupanciesOfPersons(tx, ids)).filter(({ toDay }) => toDay === null)
  const homes = await loadHomes(
    tx,
    stays.map(({ homeId }) => homeId),
  )
  return ids.flatMap((id) => {
    const person = persons.get(id)
    // The first is where they live.
    const stay: Occupancy | undefined = stays.find(({ personId }) => personId === id)
    if (!person || person.name === null || !stay || isChild(person.birthDay, today)) return []
    if (!mayAct(ctx.who, 'register.see', { path: person.reach })) return []
    const home = homes.get(stay.homeId)
    const { role, lives } = stay
    return [{ ...personLine(person, today), place: home ? sayPlace(atlas, home) : null, role, lives }]
  })
}
