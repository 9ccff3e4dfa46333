import { dayOf } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'
import { areaAsked } from './area-asked.ts'
import type { Trend, TrendQuery } from './contract.ts'
import { countDays, firstDay } from './figures.sql.ts'
import { ordinaryOf, ordinaryWeeks } from './ordinary.rule.ts'

/** A count day by day beside what is ordinary there. Refuses `not_permitted`, `area_unknown`. */
export async function trendOf(ctx: Ctx, query: TrendQuery): Promise<Trend> {
  const { area } = await areaAsked(ctx, query.areaId)
  const to = query.to ?? dayOf(ctx.clock.now(), ctx.district.timeZone)
  return ctx.read(async (tx) => ({ days: await trendDays(tx, area.id, { ...query, to }) }))
}

/** The days of a trend, each beside the same weekday of the weeks before it, as far as the area's figures go back. */
export async function trendDays(
  tx: Tx,
  areaId: string,
  { matter, count, to, days }: Pick<TrendQuery, 'matter' | 'count' | 'days'> & { readonly to: string },
): Promise<Trend['days']> {
  const last = Temporal.PlainDate.from(to)
  const first = last.subtract({ days: days - 1 })
  const known = await firstDay(tx, areaId)
  const from = first.subtract({ weeks: ordinaryWeeks }).toString()
  const counts = await countDays(tx, areaId, { matter, count, from, to })
  return Array.from({ length: days }, (_, index) => {
    const date = first.add({ days: index })
    const day = date.toString()
    const weeksBefore = Array.from({ length: ordinaryWeeks }, (_, week) =>
      date.subtract({ weeks: week + 1 }).toString(),
    ).filter((before) => known !== null && before >= known)
    return {
      day,
      count: counts.get(day) ?? 0,
      ordinary: ordinaryOf(weeksBefore.map((before) => counts.get(before) ?? 0)),
    }
  })
}
