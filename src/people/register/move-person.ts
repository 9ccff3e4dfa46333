import { atlasOf } from '../../areas/door.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnce } from '../../platform/once.ts'
import type { Tx } from '../../platform/transaction.ts'
import { mayAct } from '../permission.rule.ts'
import { about } from './about.ts'
import type { MoveIn, MoveOut, OccupancyRole, OnlyOnce, RegisterReceipt } from './contract.ts'
import { registerLine } from './events.ts'
import { type Home, loadHome } from './home.sql.ts'
import {
  insertOccupancies,
  loadOccupancy,
  type Occupancy,
  occupanciesOfHome,
  occupanciesOfPersons,
  saveOccupancy,
} from './occupancy.sql.ts'
import { loadKnownPerson, loadPersons } from './person.sql.ts'
import { todayOf } from './person-facts.ts'
import { settle } from './settle.ts'
import { keepVersions } from './version.sql.ts'

/** Somebody whom the asker sees comes to another home too, or moves there. Refuses `lives_there_already`, `home_ended`. */
export async function moveIn(ctx: Ctx, personId: string, input: MoveIn): Promise<RegisterReceipt> {
  ctx.must('register.update')
  return actOnce(ctx, about(input, { personId, act: 'move_in' }), async (tx) => {
    const home = await loadHome(tx, input.homeId)
    ctx.must('register.update', { path: home.reach })
    await loadKnownPerson(tx, personId)
    const id = await enterHome(ctx, tx, home, personId, input)
    return { id, seq: 1 }
  })
}

export interface Stay {
  readonly role: OccupancyRole
  readonly lives: boolean
  readonly fromDay?: string | undefined
}

/**
 * Puts a person into a home in the caller's transaction. A person lives in one home: where they lived before is over on
 * the same day; what they own stays theirs. Refuses `input_invalid`, `day_in_future`, `home_ended`,
 * `lives_there_already`, and `day_before_last_home` where they came to their last home later than that.
 */
export async function enterHome(
  ctx: Ctx,
  tx: Tx,
  home: Home,
  personId: string,
  { role, lives, fromDay = todayOf(ctx) }: Stay,
): Promise<string> {
  if (home.endedOn !== null) throw new Refusal('home_ended')
  if (!lives && role !== 'owner' && role !== 'other') throw new Refusal('input_invalid', { field: 'lives' })
  notInFuture(ctx, fromDay, 'fromDay')
  await tx.widenRegister((await atlasOf(ctx)).district.id)
  const current = (await occupanciesOfPersons(tx, [personId])).filter(({ toDay }) => toDay === null)
  const left = lives ? current.find((one) => one.lives && one.homeId !== home.id) : undefined
  if (left) {
    // Where the asker does not see that home, the day they came to it is not theirs to know either.
    const facts = mayAct(ctx.who, 'register.see', { path: left.reach }) ? { fromDay: left.fromDay } : {}
    if (fromDay < left.fromDay) throw new Refusal('day_before_last_home', facts)
    await leave(ctx, tx, left, fromDay, 'moving')
  }
  const id = newId(ctx.clock.now().epochMilliseconds)
  const { communityId, gridId, reach } = home
  await insertOccupancies(tx, [
    { id, personId, homeId: home.id, role, lives, fromDay, reach, communityId, gridId, importId: null },
  ])
  const data = { personId, homeId: home.id, role, lives, fromDay, importId: null }
  tx.record(registerLine('person.moved_in', { chain: communityId, subject: id, seq: 1, data }))
  await settle(ctx, tx, [personId], [home.id, ...(left ? [left.homeId] : [])])
  return id
}

function notInFuture(ctx: Ctx, day: string, field: string): void {
  if (day > todayOf(ctx)) throw new Refusal('day_in_future', { field })
}

/** Ends a stay; the caller settles. Of an owner who moves only living there is over, not owning. */
export async function leave(
  ctx: Ctx,
  tx: Tx,
  stay: Occupancy,
  toDay: string,
  why: 'moving' | 'leaving',
): Promise<number> {
  if (toDay < stay.fromDay) throw new Refusal('day_before_move_in', { fromDay: stay.fromDay })
  await keepVersions(tx, 'occupancy', [stay.id], { at: ctx.clock.now() })
  const { personId, homeId, communityId: chain } = stay
  const ids = { personId, homeId, importId: null }
  if (why === 'moving' && stay.role === 'owner') {
    const seq = await saveOccupancy(tx, stay, { lives: false, household: null })
    tx.record(registerLine('person.lives_elsewhere', { chain, subject: stay.id, seq, data: ids }))
    return seq
  }
  const seq = await saveOccupancy(tx, stay, { toDay, household: null })
  tx.record(registerLine('person.moved_out', { chain, subject: stay.id, seq, data: { ...ids, toDay } }))
  return seq
}

/**
 * Somebody left a home: `toDay` is the first day without them. An owner who lived there owns it still; once they live
 * elsewhere, this ends their owning too. Refuses `occupancy_ended`, `day_in_future`.
 */
export async function moveOut(ctx: Ctx, occupancyId: string, input: MoveOut): Promise<RegisterReceipt> {
  ctx.must('register.update')
  return actOnce(ctx, about(input, { occupancyId, act: 'move_out' }), async (tx) => {
    const stay = await loadOccupancy(tx, occupancyId)
    ctx.must('register.update', { path: stay.reach })
    if (stay.toDay !== null) throw new Refusal('occupancy_ended')
    const toDay = input.toDay ?? todayOf(ctx)
    notInFuture(ctx, toDay, 'toDay')
    const why = stay.role === 'owner' && stay.lives ? 'moving' : 'leaving'
    const seq = await leave(ctx, tx, stay, toDay, why)
    await settle(ctx, tx, [stay.personId], [stay.homeId])
    return { id: occupancyId, seq }
  })
}

/** All who live in a home left it, children too; owners own it still. */
export async function emptyHome(ctx: Ctx, homeId: string, input: MoveOut): Promise<RegisterReceipt> {
  ctx.must('register.update')
  return actOnce(ctx, about(input, { homeId, act: 'empty' }), async (tx) => {
    const home = await loadHome(tx, homeId)
    ctx.must('register.update', { path: home.reach })
    const toDay = input.toDay ?? todayOf(ctx)
    notInFuture(ctx, toDay, 'toDay')
    const stays = (await occupanciesOfHome(tx, homeId, '9999-12-31')).filter(({ lives }) => lives)
    for (const stay of stays) await leave(ctx, tx, stay, toDay, 'moving')
    await settle(
      ctx,
      tx,
      stays.map(({ personId }) => personId),
      [homeId],
    )
    return { id: homeId, seq: home.seq }
  })
}

/** How long a move that was noted by mistake can be taken back at the door, in days. */
export const takeBackDays = 30

/**
 * They are still there; an owner who lived elsewhere lives there again. Refuses `not_found` after 30 days and of the erased, `home_ended`,
 * `lives_there_already` where they live elsewhere by now.
 */
export async function stayAfterAll(ctx: Ctx, occupancyId: string, input: OnlyOnce): Promise<RegisterReceipt> {
  ctx.must('register.update')
  return actOnce(ctx, about(input, { occupancyId, act: 'stay' }), async (tx) => {
    const stay = await loadOccupancy(tx, occupancyId)
    ctx.must('register.update', { path: stay.reach })
    if (stay.toDay === null && (stay.lives || stay.role !== 'owner'))
      return { id: occupancyId, seq: stay.seq }
    if (stay.toDay !== null && stay.toDay < takeBackSince(ctx))
      throw new Refusal('not_found', { kind: 'occupancy' })
    if ((await loadHome(tx, stay.homeId)).endedOn !== null) throw new Refusal('home_ended')
    const { personId, homeId, communityId: chain } = stay
    // Who moved on may be out of the asker's sight; who was erased stays where they were last.
    if ((await loadPersons(tx, [personId])).get(personId)?.name === null)
      throw new Refusal('not_found', { kind: 'person' })
    await keepVersions(tx, 'occupancy', [occupancyId], { at: ctx.clock.now() })
    const seq = await saveOccupancy(tx, stay, stay.toDay === null ? { lives: true } : { toDay: null })
    const data = { personId, homeId, importId: null }
    tx.record(registerLine('person.stayed', { chain, subject: occupancyId, seq, data }))
    await settle(ctx, tx, [personId], [homeId])
    return { id: occupancyId, seq }
  })
}

/** The first day from which on moves can be taken back. */
export const takeBackSince = (ctx: Pick<Ctx, 'clock' | 'district'>): string =>
  Temporal.PlainDate.from(todayOf(ctx)).subtract({ days: takeBackDays }).toString()
