import type { Area } from '../areas/contract.ts'
import { areaSpotsOf, atlasOf } from '../areas/door.ts'
import { homeNeeds, homePlace } from '../people/door.ts'
import type { HomeNeeds } from '../people/register/home-needs.contract.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import type { DueHome, FieldVisits, GridPlan, PlanState } from './contract.ts'
import { type HomePlan, inOrder, planOf } from './due.rule.ts'
import { type LastContacts, selectLast } from './plan.sql.ts'
import { selectRules } from './rule.sql.ts'
import { daysOn } from './rules.rule.ts'

/** So many homes of a grid are shown: more than a day's round. */
const mostHomes = 40

export const unvisited: LastContacts = { metOn: null, missedOn: null, declinedOn: null, spokenOn: null }

type Planned = HomePlan & Pick<HomeNeeds, 'homeId' | 'label' | 'buildingId' | 'gridId'>

/** Homes of a grid or community with what the plan says of each, and how it stands. */
export interface Plan {
  readonly planned: readonly Planned[]
  readonly declined: readonly HomeNeeds[]
  /** Homes where somebody was spoken to at the door on this month's days. */
  readonly visited: ReadonlySet<string>
  readonly homes: readonly HomeNeeds[]
}

/** Computes the plan of an area as of today. Whether the asker may know is the caller's to have asked. */
export async function computePlan(
  ctx: Ctx,
  tx: Tx,
  of: { readonly kind: 'grid' | 'community'; readonly id: string },
): Promise<Plan> {
  const today = dayOf(ctx.clock.now(), ctx.district.timeZone)
  const days = daysOn(today, await selectRules(tx))
  const homes = await homeNeeds(ctx, tx, of)
  const last = await selectLast(
    tx,
    homes.map(({ homeId }) => homeId),
  )
  const lastOf = (home: HomeNeeds): LastContacts => last.get(home.homeId) ?? unvisited
  const plans = homes.map((home) => ({ home, plan: planOf(home, lastOf(home), days, today) }))
  const month = today.slice(0, 7)
  return {
    homes,
    planned: inOrder(plans.flatMap(({ home, plan }) => (plan ? [{ ...home, ...plan }] : []))),
    declined: plans.flatMap(({ home, plan }) => (plan ? [] : [home])),
    visited: new Set(
      homes.filter((home) => lastOf(home).spokenOn?.startsWith(month)).map(({ homeId }) => homeId),
    ),
  }
}

/** How the plan of these homes stands. */
export function stateOf(plan: Plan, today: string, isIn: (home: HomeNeeds | Planned) => boolean): PlanState {
  const planned = plan.planned.filter(isIn)
  const homes = plan.homes.filter(isIn)
  return {
    homes: homes.length,
    due: planned.filter(({ dueOn }) => dueOn <= today).length,
    overdue: planned.filter(({ dueOn }) => dueOn < today).length,
    visited: homes.filter(({ homeId }) => plan.visited.has(homeId)).length,
    declined: plan.declined.filter(isIn).length,
  }
}

/** The grids that the asker's posts look after. */
export async function ownGrids(ctx: Ctx): Promise<Area[]> {
  const atlas = await atlasOf(ctx)
  const areaIds = new Set(ctx.who.posts.map(({ areaId }) => areaId))
  return [...areaIds].flatMap((id) => {
    const area = atlas.get(id)
    return area?.kind === 'grid' && !area.ended ? [area] : []
  })
}

/** Today's homes of the asker's own grids; of a desk's, of each grid that it asks for. */
export async function fieldVisits(ctx: Ctx): Promise<FieldVisits> {
  ctx.must('grid.see')
  ctx.must('register.see')
  const today = dayOf(ctx.clock.now(), ctx.district.timeZone)
  const grids = await ownGrids(ctx)
  return ctx.read(async (tx) => ({
    today,
    grids: await inTurn(grids, (grid) => gridPlan(ctx, tx, grid, today)),
  }))
}

async function gridPlan(ctx: Ctx, tx: Tx, grid: Area, today: string): Promise<GridPlan> {
  ctx.must('register.see', { path: grid.path })
  const plan = await computePlan(ctx, tx, { kind: 'grid', id: grid.id })
  const due = plan.planned.filter(({ dueOn }) => dueOn <= today).slice(0, mostHomes)
  const buildings = due.map(({ buildingId }) => buildingId)
  const spots = await areaSpotsOf(ctx, tx, buildings)
  const { id, kind, nameZh, nameEn } = grid
  return {
    grid: { id, kind, nameZh, nameEn },
    state: stateOf(plan, today, () => true),
    rows: await inTurn(due, async (home) => ({
      ...(await toDueHome(ctx, home)),
      spot: spots.get(home.buildingId) ?? null,
    })),
  }
}

const toDueHome = async (ctx: Ctx, home: Planned): Promise<Omit<DueHome, 'spot'>> => ({
  homeId: home.homeId,
  place: await homePlace(ctx, home),
  why: home.why,
  everyDays: home.everyDays,
  dueOn: home.dueOn,
  lastOn: home.lastOn,
  missedOn: home.missedOn,
})

/** One after the other: they share one transaction. */
export async function inTurn<In, Out>(all: readonly In[], work: (one: In) => Promise<Out>): Promise<Out[]> {
  const done: Out[] = []
  for (const one of all) done.push(await work(one))
  return done
}
