import { newId } from '../kernel/ids.ts'
import { boundedMoment } from '../kernel/late-moment.ts'
import { Refusal } from '../kernel/refusal.ts'
import { homeAt, needsOfHome } from '../people/door.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { actOnce } from '../platform/once.ts'
import type { Tx } from '../platform/transaction.ts'
import type { LogVisit, VisitDone } from './contract.ts'
import { stillBinds } from './due.rule.ts'
import { visitLine } from './events.ts'
import { endIt } from './take-back-visit.ts'
import { insertVisit, insertWords, type NewVisit } from './visit.sql.ts'
import { insertWish, wishOfHome } from './wish.sql.ts'

/**
 * Logs that somebody came to a home, rang or wrote. What was heard and the point are committed to in the line and read
 * by whoever sees the register there. Refuses `not_found`, `home_ended`, `request_id_reused`.
 */
export async function logVisit(ctx: Ctx, input: LogVisit): Promise<VisitDone> {
  ctx.must('register.update')
  const { accountId } = ctx.who
  if (accountId === null) throw new Refusal('sign_in_needed')
  return actOnce(ctx, input, async (tx) => {
    const home = await homeAt(tx, input.homeId)
    ctx.must('register.update', { path: home.reach })
    if (home.endedOn !== null) throw new Refusal('home_ended')
    const visitedAt = boundedMoment(input.occurredAt, ctx.clock.now())
    const { id, how, outcome } = input
    const { buildingId, reach, communityId, gridId } = home
    await insertAll(ctx, tx, input, {
      ...{ id, homeId: home.id, buildingId, reach, communityId, gridId, how, outcome, accountId, visitedAt },
      postKind: ctx.who.posts.find((post) => reach.includes(post.areaId))?.kind ?? null,
      day: dayOf(visitedAt, ctx.district.timeZone),
    })
    return { id, seq: 1 }
  })
}

async function insertAll(ctx: Ctx, tx: Tx, input: LogVisit, visit: NewVisit): Promise<void> {
  const { id, homeId, buildingId, communityId: chain, gridId, how, outcome, postKind, day } = visit
  await insertVisit(tx, visit)
  const { heard, point } = input
  // Where a phone was when it rang somebody is nobody's business.
  const at = how === 'door' && point ? JSON.stringify([point.lon, point.lat]) : null
  const data = {
    ...{ homeId, buildingId, gridId, how, outcome, postKind, day },
    heard: heard === undefined ? null : await insertWords(tx, visit, 'heard', heard),
    point: at === null ? null : await insertWords(tx, visit, 'point', at),
  }
  const occurredAt = visit.visitedAt
  tx.record(visitLine('visit.logged', { chain, subject: id, seq: 1, occurredAt, data }))
  if (input.declines) await noteWish(ctx, tx, visit)
}

/** They want no visits. What people said who have left since is over with it. */
async function noteWish(ctx: Ctx, tx: Tx, visit: NewVisit): Promise<void> {
  const { id, homeId, communityId: chain, day, visitedAt: occurredAt } = visit
  const standing = await wishOfHome(tx, homeId)
  if (standing && !stillBinds(standing, await needsOfHome(ctx, tx, homeId))) await endIt(ctx, tx, standing)
  const wishId = newId(ctx.clock.now().epochMilliseconds)
  if (!(await insertWish(tx, wishId, visit))) return
  const data = { homeId, visitId: id, onDay: day }
  tx.record(visitLine('visit_wish.said', { chain, subject: wishId, seq: 1, occurredAt, data }))
}
