import { type Atlas, atlasOf } from '../../areas/door.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'
import { birthdayAfter, childUntilAge } from './age.rule.ts'
import { recountHomes } from './home.sql.ts'
import { identityKeysOf } from './identity-keys.ts'
import { identityTailHash, openIdentity } from './identity-seal.rule.ts'
import { type PersonKeys, writeKeys } from './keys.sql.ts'
import { nameKeys } from './name-keys.ts'
import { type Occupancy, occupanciesOfPersons } from './occupancy.sql.ts'
import { holdPersons, moveSight, type Person } from './person.sql.ts'

/**
 * After persons moved or changed: they come under the sight of where they belong now, are found there, and homes count
 * who lives in them. Sees the whole district for the rest of the transaction: call it last, after every check.
 */
export async function settle(
  ctx: Pick<Ctx, 'district'>,
  tx: Tx,
  personIds: readonly string[],
  homeIds: readonly string[],
): Promise<void> {
  const atlas = await atlasOf(ctx)
  await tx.widenRegister(atlas.district.id)
  const persons = await holdPersons(tx, personIds)
  const all = await occupanciesOfPersons(tx, [...persons.keys()])
  const byPerson = Map.groupBy(
    all.filter(({ toDay }) => toDay === null),
    ({ personId }) => personId,
  )
  await moveSight(
    tx,
    [...byPerson].map(([personId, current]) => ({
      personId,
      reach: [...new Set(current.flatMap(({ reach }) => reach))],
      communityId: current[0]!.communityId,
    })),
  )
  const keys = await Promise.all(
    [...byPerson].map(([personId, current]) => keysOf(ctx, atlas, persons.get(personId)!, current)),
  )
  await writeKeys(tx, [...persons.keys()], keys.flat())
  await recountHomes(tx, homeIds)
}

/** How a person is found at each of their homes; an erased one is not. */
async function keysOf(
  { district }: Pick<Ctx, 'district'>,
  atlas: Atlas,
  { id, name, phone, birthDay, identity }: Person,
  current: readonly Occupancy[],
): Promise<PersonKeys[]> {
  if (name === null) return []
  const keys = identityKeysOf(district)
  const words = await nameKeys(name)
  const idOf = (reach: readonly string[], kind: string) =>
    reach.find((area) => atlas.get(area)?.kind === kind)
  return current.map(({ id: occupancyId, reach, communityId, gridId }) => ({
    occupancyId,
    personId: id,
    ...words,
    identityTail: identity && identityTailHash(keys, openIdentity(keys, id, identity.sealed)),
    phoneTail: phone?.slice(-4) ?? null,
    findableFrom: birthDay === null ? '1850-01-01' : birthdayAfter(birthDay, childUntilAge),
    districtId: reach[0]!,
    streetId: idOf(reach, 'street') ?? null,
    communityId,
    gridId,
  }))
}
