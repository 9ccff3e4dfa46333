import { newId } from '../kernel/ids.ts'
import { Refusal } from '../kernel/refusal.ts'
import { emergencyFor } from '../matters/door.ts'
import { areasFor } from '../people/door.ts'
import type { Ctx } from '../platform/ctx.ts'
import { actOnce } from '../platform/once.ts'
import { commitsOf, insertTexts, seal } from '../platform/sealed-text.ts'
import { placeOf } from './accept-case.ts'
import { insertAlert, loadAlert, seeAlert, selectAlerts } from './alert.sql.ts'
import type { OpenAlert } from './alerts.contract.ts'
import type { AlertReceipt, RaiseAlert } from './contract.ts'
import { line } from './events.ts'
import { namesFor } from './names.ts'

/** Tells the grid worker of an emergency (Care 1): no case, no clock, no photograph to close. */
export async function raiseAlert(ctx: Ctx, input: RaiseAlert): Promise<AlertReceipt> {
  ctx.must('case.accept')
  if (ctx.who.actor === 'anonymous') throw new Refusal('client_secret_needed')
  const place = await placeOf(ctx, input)
  const lines = [...(emergencyFor(input.words)?.lines ?? ['110'])]
  return actOnce(ctx, input, async (tx) => {
    const raisedAt = ctx.clock.now()
    const id = newId(raisedAt.epochMilliseconds)
    const text = seal(ctx, { subject: id, kind: 'alert', body: input.words })
    await insertTexts(tx, [text], { reach: place.path, units: [], accountId: null, receiptHash: null })
    await insertAlert(tx, { id, areaId: place.area.id, reach: place.path, lines, textId: text.id, raisedAt })
    tx.record(
      line('emergency.alerted', {
        chain: place.chain,
        subject: id,
        data: { areaId: place.area.id, lines, commits: commitsOf([text]) },
      }),
    )
    return { alertId: id, lines }
  })
}

/** Alerts in the asker's area that nobody has seen yet, newest first. */
export async function openAlerts(ctx: Ctx): Promise<OpenAlert[]> {
  ctx.must('alert.see')
  return ctx.read(async (tx) => {
    await tx.narrow(areasFor(ctx.who, 'alert.see'))
    const names = await namesFor(ctx, tx, [])
    const found = await selectAlerts(tx)
    return found.map(({ areaId, ...alert }) => ({ ...alert, place: names.place(areaId) }))
  })
}

/** Says that somebody is on it: the first, and nobody after. Said again by the same person it changes nothing. */
export async function takeAlert(ctx: Ctx, alertId: string): Promise<void> {
  ctx.must('alert.see')
  const by = ctx.who.accountId!
  await ctx.transaction(async (tx) => {
    await tx.narrow(areasFor(ctx.who, 'alert.see'))
    const { areaId, reach, seenBy } = await loadAlert(tx, alertId)
    if (seenBy === by) return
    if (seenBy !== null) throw new Refusal('alert_taken')
    await seeAlert(tx, alertId, by, ctx.clock.now())
    // The community's chain, on which it was raised; else the nearest place's.
    const chain = reach[2] ?? reach.at(-1)!
    tx.record(line('emergency.taken', { chain, subject: alertId, data: { areaId } }))
  })
}
