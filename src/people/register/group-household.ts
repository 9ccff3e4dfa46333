import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnce } from '../../platform/once.ts'
import { about } from './about.ts'
import type { GroupHousehold, RegisterReceipt } from './contract.ts'
import { registerLine } from './events.ts'
import { loadHome } from './home.sql.ts'
import { endHouseholds, insertHousehold } from './household.sql.ts'
import { occupanciesOfHome, saveOccupancy } from './occupancy.sql.ts'
import { todayOf } from './person-facts.ts'
import { keepVersions } from './version.sql.ts'

/**
 * Who of a home keeps house together, with its head (户主). Groups that lose a member to it are over. Refuses
 * `household_mixed` where somebody named does not live here.
 */
export async function groupHousehold(
  ctx: Ctx,
  homeId: string,
  input: GroupHousehold,
): Promise<RegisterReceipt> {
  ctx.must('register.update')
  return actOnce(ctx, about(input, { homeId }), async (tx) => {
    const home = await loadHome(tx, homeId)
    ctx.must('register.update', { path: home.reach })
    const at = ctx.clock.now()
    const chain = home.communityId
    const here = (await occupanciesOfHome(tx, homeId, '9999-12-31')).filter(({ lives }) => lives)
    const members = input.members.map(({ personId, relation }) => {
      const stay = here.find((one) => one.personId === personId)
      if (!stay) throw new Refusal('household_mixed')
      return { stay, relation }
    })
    const parted = new Set(members.flatMap(({ stay }) => stay.householdId ?? []))
    const others = here.filter(
      ({ id, householdId }) =>
        householdId !== null && parted.has(householdId) && !members.some(({ stay }) => stay.id === id),
    )
    await keepVersions(tx, 'household', [...parted], { at })
    for (const { id, seq } of await endHouseholds(tx, [...parted], todayOf(ctx)))
      tx.record(registerLine('household.parted', { chain, subject: id, seq, data: { homeId } }))
    const id = newId(at.epochMilliseconds)
    const headId = members.find(({ relation }) => relation === 'head')!.stay.personId
    await insertHousehold(tx, { id, homeId, headId, reach: home.reach, communityId: chain })
    await keepVersions(
      tx,
      'occupancy',
      [...members.map(({ stay }) => stay.id), ...others.map((one) => one.id)],
      {
        at,
      },
    )
    for (const { stay, relation } of members) await saveOccupancy(tx, stay, { household: { id, relation } })
    for (const stay of others) await saveOccupancy(tx, stay, { household: null })
    const data = { homeId, personIds: members.map(({ stay }) => stay.personId) }
    tx.record(registerLine('household.grouped', { chain, subject: id, seq: 1, data }))
    return { id, seq: 1 }
  })
}
