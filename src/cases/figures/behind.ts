import { Refusal } from '../../kernel/refusal.ts'
import { iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'
import { casesByIds } from '../case.sql.ts'
import { rowsOf } from '../desk.ts'
import { areaAsked, named } from './area-asked.ts'
import { type Behind, behindKey, countBehind, selectBehind } from './behind.sql.ts'
import { type BehindPage, type BehindQuery, factDays } from './contract.ts'
import { factsSince } from './figures.projection.ts'
import { mustBeSpan } from './figures.ts'

/**
 * The cases behind a count of days, newest first; a case that counted twice stands there twice. As far as the asker may
 * see them still: what was moved out of their sight counts where it was accepted and opens to whoever looks after it now.
 * Refuses `not_permitted`, `area_unknown`, and days so long ago that only sums are kept (`figure_too_old`).
 */
export async function casesBehind(ctx: Ctx, query: BehindQuery): Promise<BehindPage> {
  const { area, seen } = await areaAsked(ctx, query.areaId)
  mustBeSpan(query)
  const { timeZone } = ctx.district
  const since = midnight(query.from, timeZone)
  if (Temporal.Instant.compare(since, factsSince(ctx.clock.now(), timeZone)) < 0)
    throw new Refusal('figure_too_old', { days: factDays })
  const ended = midnight(Temporal.PlainDate.from(query.to).add({ days: 1 }).toString(), timeZone)
  const until = earlier(ended, query.until === undefined ? ended : Temporal.Instant.from(query.until))
  const asked = { ...query, areaId: area.id, since, until }
  return ctx.read(async (tx) => {
    await tx.narrow(seen)
    const found = await selectBehind(tx, asked, query)
    const page = found.slice(0, query.limit)
    const last = found.length > query.limit ? page.at(-1) : undefined
    return {
      area: named(area),
      total: await countBehind(tx, asked),
      rows: await behindRows(ctx, tx, page),
      next: last ? behindKey(last) : null,
    }
  })
}

const midnight = (day: string, timeZone: string): Temporal.Instant =>
  Temporal.PlainDate.from(day).toZonedDateTime(timeZone).toInstant()

const earlier = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(one, other) <= 0 ? one : other

async function behindRows(ctx: Ctx, tx: Tx, page: readonly Behind[]): Promise<BehindPage['rows']> {
  const ids = [...new Set(page.map(({ caseId }) => caseId))]
  const rows = await rowsOf(ctx, tx, await casesByIds(tx, ids))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return page.flatMap(({ caseId, at }) => {
    const row = byId.get(caseId)
    return row ? [{ ...row, at: iso(at) }] : []
  })
}
