import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { actOnce } from '../platform/once.ts'
import type { Tx } from '../platform/transaction.ts'
import type { TakeBackVisit, VisitDone } from './contract.ts'
import { visitLine } from './events.ts'
import { eraseWords, kindsOfWords, loadVisit, takeBackRow } from './visit.sql.ts'
import { endWishRow, loadWish, type Wish, wishOfVisit } from './wish.sql.ts'

/** A request's body with what its address says, so that the same request id elsewhere is another request. */
const about = (body: TakeBackVisit, at: Readonly<Record<string, string>>) => ({ ...body, ...at })

const todayOf = (ctx: Pick<Ctx, 'clock' | 'district'>): string =>
  dayOf(ctx.clock.now(), ctx.district.timeZone)

/**
 * A visit was logged by mistake: whoever logged it takes it back on the day of the visit, and with it a wish that it
 * noted. What was heard is gone with it. Refuses `not_permitted` to anybody else, `visit_day_over`, `withdrawn_already`.
 */
export async function takeBackVisit(ctx: Ctx, id: string, input: TakeBackVisit): Promise<VisitDone> {
  ctx.must('register.update')
  return actOnce(ctx, about(input, { id, act: 'take_back' }), async (tx) => {
    const visit = await loadVisit(tx, id)
    ctx.must('register.update', { path: visit.reach })
    if (visit.accountId !== ctx.who.accountId) throw new Refusal('not_permitted', { act: 'register.update' })
    if (visit.day !== todayOf(ctx)) throw new Refusal('visit_day_over')
    const occurredAt = ctx.clock.now()
    const seq = await takeBackRow(tx, visit, occurredAt)
    const { communityId: chain } = visit
    tx.record(visitLine('visit.taken_back', { chain, subject: id, seq, occurredAt, data: {} }))
    const words = await kindsOfWords(tx, id)
    if (words.length > 0) {
      const erased = await eraseWords(tx, { id, seq }, occurredAt)
      tx.record(visitLine('visit.forgotten', { chain, subject: id, seq: erased, data: { words } }))
    }
    const wish = await wishOfVisit(tx, id)
    if (wish) await endIt(ctx, tx, wish)
    return { id, seq }
  })
}

/** Whoever lives there has nothing against visits any more. Refuses `not_found` where the wish has ended. */
export async function endWish(ctx: Ctx, id: string, input: TakeBackVisit): Promise<VisitDone> {
  ctx.must('register.update')
  return actOnce(ctx, about(input, { id, act: 'end_wish' }), async (tx) => {
    const wish = await loadWish(tx, id)
    ctx.must('register.update', { path: wish.reach })
    return { id, seq: await endIt(ctx, tx, wish) }
  })
}

/** Ends a wish today and says so. */
export async function endIt(ctx: Ctx, tx: Tx, wish: Wish): Promise<number> {
  const onDay = todayOf(ctx)
  const seq = await endWishRow(tx, wish, onDay)
  const { id: subject, communityId: chain } = wish
  tx.record(visitLine('visit_wish.ended', { chain, subject, seq, data: { onDay } }))
  return seq
}
