import { homeAt, homePlace, needsOfHome, noteVisitLooks } from '../people/door.ts'
import type { HomeNeeds } from '../people/register/home-needs.contract.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import type { HomeVisits } from './contract.ts'
import { planOf, stillBinds } from './due.rule.ts'
import { selectOfHome } from './home-visits.sql.ts'
import { selectLast } from './plan.sql.ts'
import { unvisited } from './plan.ts'
import { selectRules } from './rule.sql.ts'
import { daysOn } from './rules.rule.ts'
import { wishOfHome } from './wish.sql.ts'

/**
 * Why a home is visited, who came and what was heard. That it was read is on record at everybody who lives there. Refuses
 * `not_found` where the asker does not see the home.
 */
export async function homeVisits(ctx: Ctx, homeId: string): Promise<HomeVisits> {
  ctx.must('register.see')
  const today = dayOf(ctx.clock.now(), ctx.district.timeZone)
  return ctx.transaction(async (tx) => {
    const home = await homeAt(tx, homeId)
    ctx.must('register.see', { path: home.reach })
    await noteVisitLooks(ctx, tx, homeId)
    const needs = await needsOfHome(ctx, tx, homeId)
    const wish = await wishOfHome(tx, homeId)
    const visits = await selectOfHome(tx, homeId)
    return {
      homeId,
      place: await homePlace(ctx, { homeId, label: home.label, buildingId: home.buildingId }),
      plan: needs && (await planOfHome(tx, needs, today)),
      wish: wish && stillBinds(wish, needs) ? { id: wish.id, saidOn: wish.saidOn } : null,
      visits: visits.map(({ accountId, day, ...visit }) => ({
        ...visit,
        own: accountId === ctx.who.accountId,
        canTakeBack: accountId === ctx.who.accountId && day === today && visit.takenBackAt === null,
      })),
      can: { log: home.endedOn === null && ctx.who.acts.includes('register.update') },
    }
  })
}

async function planOfHome(tx: Tx, needs: HomeNeeds, today: string): Promise<HomeVisits['plan']> {
  const days = daysOn(today, await selectRules(tx))
  const last = (await selectLast(tx, [needs.homeId])).get(needs.homeId) ?? unvisited
  // What they need stands also where they want no visits; only the day is not theirs to be reminded of.
  const plan = planOf(needs, { ...last, declinedOn: null }, days, today)
  return plan && { needs: [...plan.needs], dueOn: plan.dueOn, lastOn: plan.lastOn }
}
