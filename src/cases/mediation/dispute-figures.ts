import { atlasOf } from '../../areas/door.ts'
import { smallest } from '../../kernel/small-numbers.ts'
import { areasFor } from '../../people/door.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { Cause } from './contract.ts'
import type { DisputeFigures, DisputeQuery } from './figures.contract.ts'
import { type Figure, selectFigures } from './figures.sql.ts'
import { heldTable } from './held-table.rule.ts'
import { endedQuarters, monthsIn, mustBeOver, quarterOf } from './quarter.rule.ts'
import { shareOf } from './share.rule.ts'

/** So many quarters back are offered. */
const quartersShown = 8

/**
 * 矛盾研判: where disputes gather and why, in the asker's own areas, of a quarter that has ended; fewer than five are held
 * back (Care 8). Refuses `dispute_quarter_running`.
 */
export async function disputeFigures(ctx: Ctx, query: DisputeQuery): Promise<DisputeFigures> {
  ctx.must('mediation.count')
  const today = dayOf(ctx.clock.now(), ctx.district.timeZone)
  const quarters = endedQuarters(today, quartersShown)
  const quarter = query.quarter ?? quarters[0]!
  mustBeOver(quarter, today)
  const oldest = quarters.at(-1)!
  const { from } = monthsIn([quarter, oldest].toSorted()[0]!)
  const figures = await ctx.read((tx) => selectFigures(tx, from, monthsIn(quarters[0]!).to))
  const atlas = await atlasOf(ctx)
  const seen = areasFor(ctx.who, 'mediation.count').map((id) => atlas.known(id))
  const inSight = figures.filter(({ areaId }) => seen.some(({ id }) => atlas.known(areaId).path.includes(id)))
  const byQuarter = Map.groupBy(inSight, ({ month }) => quarterOf(month))
  const rows = byQuarter.get(quarter) ?? []
  const { causes, areaIds, held } = tableOf(rows)
  const areas = areaIds.map((areaId, index) => {
    const { id, nameZh, nameEn, code } = atlas.known(areaId)
    const counts = [...held.rows[index]!]
    const shares = sharesOf(rows.filter((row) => row.areaId === areaId))
    return {
      code,
      row: { area: { id, zh: nameZh, en: nameEn }, counts, ended: held.wholes[index]!, ...shares },
    }
  })
  return {
    quarter,
    causes,
    areas: areas.sort((one, other) => one.code.localeCompare(other.code)).map(({ row }) => row),
    byCause: [...held.columns],
    ended: held.all,
    ...sharesOf(rows),
    quarters: quarters.map((one) => ({ quarter: one, ...sumsOf(byQuarter.get(one) ?? []) })),
  }
}

const sumOf = (rows: readonly Figure[], ...measures: readonly string[]): number =>
  rows.filter(({ measure }) => measures.includes(measure)).reduce((sum, { value }) => sum + value, 0)

/** Disputes that came to an end, with an agreement or without, by area and cause. */
function tableOf(rows: readonly Figure[]) {
  const causes = Cause.options.filter((cause) => rows.some((row) => row.cause === cause))
  const byArea = [...Map.groupBy(rows, ({ areaId }) => areaId)]
  const settled = (some: readonly Figure[], cause: Cause) =>
    sumOf(
      some.filter((row) => row.cause === cause),
      'agreed',
      'not_agreed',
    )
  const held = heldTable(byArea.map(([, some]) => causes.map((cause) => settled(some, cause))))
  return { causes, areaIds: byArea.map(([areaId]) => areaId), held }
}

/** What a quarter says beside others: the same whole that its own table says. */
const sumsOf = (rows: readonly Figure[]) => {
  const opened = sumOf(rows, 'opened')
  return { opened: opened > 0 && opened < smallest ? null : opened, ended: tableOf(rows).held.all }
}

/** Of those that ended how many agreed, and of agreements watched to the end how many were kept. */
const sharesOf = (rows: readonly Figure[]) => ({
  agreedShare: shareOf(sumOf(rows, 'agreed'), sumOf(rows, 'agreed', 'not_agreed', 'left')),
  keptShare: shareOf(sumOf(rows, 'kept'), sumOf(rows, 'kept', 'partly', 'not_kept')),
})
