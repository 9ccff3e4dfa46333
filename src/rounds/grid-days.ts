import type { Area } from '../areas/contract.ts'
import { type Atlas, atlasOf } from '../areas/door.ts'
import { Refusal } from '../kernel/refusal.ts'
import { calendarOf } from '../matters/door.ts'
import { unitsServing } from '../organisations/door.ts'
import { selectGridStaff, selectLinksAt } from '../people/door.ts'
import { dayOf, iso } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import { selectFoundCases } from './errand-case.sql.ts'
import type { FieldGridDays, GridDay, GridDayPage, GridDayQuery, NextGridDay } from './grid-day.contract.ts'
import { dayIn, gridDayId, nextDay } from './grid-day.rule.ts'
import { selectCheckIns, selectDayRules } from './grid-day.sql.ts'
import { areasWith, askedAreas, placeOf } from './place.ts'
import { rosterOf } from './roster.rule.ts'

const todayOf = (ctx: Pick<Ctx, 'clock' | 'district'>): string =>
  dayOf(ctx.clock.now(), ctx.district.timeZone)

/** The units of the asker's posts. */
export const ownUnits = (ctx: Ctx): string[] => ctx.who.posts.flatMap(({ unitId }) => unitId ?? [])

/** The grids of these areas, in order of code. */
function gridsIn(atlas: Atlas, areas: readonly Area[]): Area[] {
  const all = areas.flatMap((area) => atlas.below(area)).filter(({ kind }) => kind === 'grid')
  const once = [...new Map(all.map((area) => [area.id, area])).values()]
  return once.sort((a, b) => (a.code < b.code ? -1 : 1))
}

const gridsBeside = (atlas: Atlas, grid: Area): number =>
  atlas.partsOf(grid.parentId ?? '').filter(({ kind }) => kind === 'grid').length

/** Whole days of these grids: rosters by the links and posts of that day, and what was heard. */
export async function daysOf(
  ctx: Ctx,
  tx: Tx,
  atlas: Atlas,
  grids: readonly Area[],
  day: string,
): Promise<GridDay[]> {
  const ids = grids.map(({ id }) => gridDayId(id, day))
  const places = [...new Set(grids.flatMap(({ path }) => path.slice(2)))]
  const held = await selectGridStaff(
    tx,
    grids.map(({ id }) => id),
    day,
  )
  const links = await selectLinksAt(tx, places, day)
  const units = (await unitsServing(tx, places)).filter(({ kind }) => kind === 'community')
  const came = Map.groupBy(await selectCheckIns(tx, ids), (one) => one.gridDayId)
  const heard = await selectFoundCases(
    tx,
    new Map(
      grids.map((grid, at) => [
        ids[at]!,
        [atlas.chainOf(grid), ...(came.get(ids[at]!) ?? []).map(({ chain }) => chain)],
      ]),
    ),
  )
  return grids.map((grid, at) => {
    const id = ids[at]!
    const communityId = atlas.communityOf(grid)?.id ?? null
    return {
      id,
      grid: placeOf(atlas, grid),
      day,
      roster: rosterOf(
        { id: grid.id, communityId, grids: gridsBeside(atlas, grid) },
        {
          held: held.filter(({ areaId }) => areaId === grid.id),
          linked: links
            .filter(({ areaId }) => areaId === grid.id || areaId === communityId)
            .map(({ kind: role, ...link }) => ({ ...link, role })),
          committees: units.filter(({ areaId }) => areaId === communityId),
          came: (came.get(id) ?? []).map(({ cameAt, enteredBy, chain: _chain, ...one }) => ({
            ...one,
            cameAt: iso(cameAt),
            own: enteredBy === ctx.who.accountId && day === todayOf(ctx),
          })),
          self: { accountId: ctx.who.accountId, units: ownUnits(ctx) },
        },
      ),
      heard: heard.get(id) ?? [],
    }
  })
}

/** Where working days are asked for. */
export async function workdays(ctx: Pick<Ctx, 'district'>): Promise<(day: string) => boolean> {
  const calendar = await calendarOf(ctx)
  return (day) => calendar.isWorkday(day)
}

/** The next day in the asker's own grids, and of those that their unit is linked to; kept on the phone. */
export async function fieldGridDays(ctx: Ctx): Promise<FieldGridDays> {
  ctx.must('grid_day.check_in')
  const atlas = await atlasOf(ctx)
  const isWorkday = await workdays(ctx)
  return ctx.read(async (tx) => {
    const day = nextDay(todayOf(ctx), await selectDayRules(tx), isWorkday)
    const own = gridsIn(atlas, areasWith(ctx, atlas, 'grid_day.check_in'))
    const all = gridsIn(atlas, [atlas.district])
    // A department's own: where a link names its unit.
    const linked = own.length > 0 ? [] : await linkedGrids(tx, all, ownUnits(ctx), day)
    const grids = [...own, ...linked].slice(0, mostGrids)
    return { days: await daysOf(ctx, tx, atlas, grids, day) }
  })
}

/** A worker has one or two grids; a desk sees the first of its own. */
const mostGrids = 12

async function linkedGrids(
  tx: Tx,
  grids: readonly Area[],
  unitIds: readonly string[],
  day: string,
): Promise<Area[]> {
  if (unitIds.length === 0) return []
  const places = [...new Set(grids.flatMap(({ path }) => path.slice(2)))]
  const links = await selectLinksAt(tx, places, day)
  const at = new Set(
    links.filter(({ unit }) => unit && unitIds.includes(unit.id)).map(({ areaId }) => areaId),
  )
  return grids.filter(({ path }) => path.some((id) => at.has(id)))
}

/** The days in the grid of a month: how many were expected and came, and how many cases were heard. */
export async function listGridDays(ctx: Ctx, query: GridDayQuery): Promise<GridDayPage> {
  const { atlas, areas } = await askedAreas(ctx, query.areaId)
  const month = query.month ?? todayOf(ctx).slice(0, 7)
  const isWorkday = await workdays(ctx)
  return ctx.read(async (tx) => {
    const day = dayIn(month, await selectDayRules(tx), isWorkday)
    const grids = gridsIn(atlas, areas)
    const from = grids.filter(({ code }) => query.after === undefined || code > query.after)
    const shown = from.slice(0, query.limit)
    const days = await daysOf(ctx, tx, atlas, shown, day)
    return {
      month,
      day,
      rows: days.map(({ grid, roster, heard }) => ({
        grid,
        day,
        expected: roster.filter(({ expected }) => expected).length,
        came: roster.filter(({ expected, checkIn }) => expected && checkIn !== null).length,
        besides: roster.filter(({ expected, checkIn }) => !expected && checkIn !== null).length,
        heard: heard.length,
      })),
      next: from.length > shown.length ? shown.at(-1)!.code : null,
      of: grids.length,
    }
  })
}

/** One day in one grid (day: YYYY-MM-DD). Refuses `area_unknown` for a place that is no grid. */
export async function readGridDay(ctx: Ctx, gridId: string, day: string): Promise<GridDay> {
  ctx.must('round.see')
  const atlas = await atlasOf(ctx)
  const grid = knownGrid(atlas, gridId)
  ctx.must('round.see', { path: grid.path })
  return ctx.read(async (tx) => (await daysOf(ctx, tx, atlas, [grid], day))[0]!)
}

export function knownGrid(atlas: Atlas, id: string): Area {
  const grid = atlas.known(id)
  if (grid.kind !== 'grid') throw new Refusal('area_unknown', { area: grid.nameZh })
  return grid
}

/** When people are next in the grids, for everybody. */
export async function nextGridDay(ctx: Ctx): Promise<NextGridDay> {
  ctx.must('community.read')
  const isWorkday = await workdays(ctx)
  const announced = await ctx.read(selectDayRules)
  return { day: nextDay(todayOf(ctx), announced, isWorkday) }
}
