import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnce } from '../../platform/once.ts'
import { about } from './about.ts'
import type { AddHome, ChangeHome, OnlyOnce, RegisterReceipt } from './contract.ts'
import { registerLine } from './events.ts'
import { insertHomes, loadHome, saveHome } from './home.sql.ts'
import { homeLabelKey } from './home-label.rule.ts'
import { occupanciesOfHome } from './occupancy.sql.ts'
import { todayOf } from './person-facts.ts'
import { placeFor } from './place.ts'
import { keepVersions } from './version.sql.ts'

/** Enters a home of a building. Refuses `home_exists`, `home_place_wrong`, `input_invalid` for a label of signs alone. */
export async function addHome(ctx: Ctx, input: AddHome): Promise<RegisterReceipt> {
  ctx.must('register.update')
  const place = await placeFor(ctx, input.buildingId)
  ctx.must('register.update', { path: place.path })
  const { label, use, buildingId } = input
  return actOnce(ctx, input, async (tx) => {
    const id = newId(ctx.clock.now().epochMilliseconds)
    await insertHomes(tx, [{ id, label, labelKey: keyOf(label), use, place, importId: null }])
    const data = { buildingId, importId: null }
    tx.record(registerLine('home.added', { chain: place.communityId, subject: id, seq: 1, data }))
    return { id, seq: 1 }
  })
}

function keyOf(label: string): string {
  const key = homeLabelKey(label)
  if (key === '') throw new Refusal('input_invalid', { field: 'label' })
  return key
}

/** Corrects a home, or ends it: Refusal `home_lived_in` while somebody belongs to it. `version_conflict` on a stale one. */
export async function changeHome(ctx: Ctx, id: string, input: ChangeHome): Promise<RegisterReceipt> {
  ctx.must('register.update')
  return actOnce(ctx, about(input, { id }), async (tx) => {
    const before = await loadHome(tx, id)
    ctx.must('register.update', { path: before.reach })
    if (before.seq !== input.seq) throw new Refusal('version_conflict')
    if (before.endedOn !== null) throw new Refusal('home_ended')
    const today = todayOf(ctx)
    await keepVersions(tx, 'home', [id], { at: ctx.clock.now() })
    const { label, use } = input
    const seq = await saveHome(tx, before, {
      label,
      labelKey: label === undefined ? undefined : keyOf(label),
      use,
      endedOn: input.ended ? today : undefined,
    })
    // Asked once the row is held: whoever moves in at this moment either was counted before, or finds the home ended.
    if (input.ended && (await occupanciesOfHome(tx, id, '9999-12-31')).length > 0)
      throw new Refusal('home_lived_in')
    const chain = before.communityId
    tx.record(
      input.ended
        ? registerLine('home.ended', { chain, subject: id, seq, data: { onDay: today, importId: null } })
        : registerLine('home.changed', { chain, subject: id, seq, data: { importId: null } }),
    )
    return { id, seq }
  })
}

/** At the door all was found as the register has it. Said twice on one day it is noted once. */
export async function confirmHome(ctx: Ctx, id: string, input: OnlyOnce): Promise<RegisterReceipt> {
  ctx.must('register.update')
  return actOnce(ctx, about(input, { id, act: 'confirm' }), async (tx) => {
    const before = await loadHome(tx, id)
    ctx.must('register.update', { path: before.reach })
    const today = todayOf(ctx)
    if (before.confirmedOn === today) return { id, seq: before.seq }
    await keepVersions(tx, 'home', [id], { at: ctx.clock.now() })
    const seq = await saveHome(tx, before, { confirmedOn: today })
    const data = { onDay: today }
    tx.record(registerLine('home.confirmed', { chain: before.communityId, subject: id, seq, data }))
    return { id, seq }
  })
}
