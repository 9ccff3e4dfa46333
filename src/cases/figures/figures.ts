import type { Area } from '../../areas/contract.ts'
import { partsEver } from '../../areas/door.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { mattersEver } from '../../matters/door.ts'
import { iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'
import { namesFor } from '../names.ts'
import { type AreaAsked, areaAsked, named } from './area-asked.ts'
import type { Figures, FiguresQuery } from './contract.ts'
import { hasCountedParts, isCounted } from './counted.rule.ts'
import { countingWaits } from './counting-waits.ts'
import { figuresOf } from './figure.rule.ts'
import { type Counts, countAreas, countMatters } from './figures.sql.ts'
import { type Days, spanBefore, spanOfLastYear, stretchesOf } from './stretches.rule.ts'

/** The longest span that a table is made of. */
const longestYears = 5

/**
 * The figures of an area in a span of days, of its parts as they lay in it then, and of its matters, each beside the span
 * before and the same days of last year. Refuses `not_permitted`, `area_unknown`, `area_too_near`, and a span that ends
 * before it begins.
 */
export async function figuresFor(ctx: Ctx, query: FiguresQuery): Promise<Figures> {
  const asked = await areaAsked(ctx, query.areaId)
  mustBeSpan(query)
  return ctx.read((tx) => figuresIn(ctx, tx, asked, query))
}

/** Refuses days in the wrong order, and more of them than anybody looks at. */
export function mustBeSpan({ from, to }: Days): void {
  if (from > to) throw new Refusal('input_invalid', { field: 'to', rule: 'order' })
  const last = Temporal.PlainDate.from(from).add({ years: longestYears }).toString()
  if (to > last) throw new Refusal('input_invalid', { field: 'to', rule: 'too_big' })
}

/** Refuses `area_too_near`: of a grid or a building no figures are kept, and none at all must not be read as zero. */
export function mustBeCounted({ path }: Pick<Area, 'path'>): void {
  if (!isCounted(path)) throw new Refusal('area_too_near', { field: 'areaId' })
}

/** As `figuresFor`, of an area that was asked for with permission. */
export async function figuresIn(
  ctx: Ctx,
  tx: Tx,
  { atlas, area, steps }: AreaAsked,
  { matter, from, to }: Pick<FiguresQuery, 'matter' | 'from' | 'to'>,
): Promise<Figures> {
  mustBeCounted(area)
  const spans = [{ from, to }, spanBefore({ from, to }), spanOfLastYear({ from, to })] as const
  const inEach = <Found>(read: (days: ReturnType<typeof stretchesOf>) => Promise<Found>) =>
    one(spans, (span) => read(stretchesOf(span.from, span.to)))
  const whole = await inEach((days) => countAreas(tx, [area.id], days, { matter }))
  const partIds = hasCountedParts(area.path) ? await partsEver(tx, area.id) : []
  const parts = await inEach((days) => countAreas(tx, partIds, days, { matter, under: area.id }))
  const waiting = await countingWaits(ctx)
  const codes = matter === undefined ? [...(await mattersEver(ctx)).keys(), ''] : []
  const matters = await inEach((days) => countMatters(tx, area.id, codes, days))
  const names = await namesFor(ctx, tx, [])
  const rowOf = (counts: readonly ReadonlyMap<string, Counts>[], key: string) => ({
    figures: figuresOf(...counts.map((each) => each.get(key))),
  })
  const reported = (code: string) => matters[0]!.get(code)?.accepted ?? 0
  return {
    area: named(area),
    steps: [...steps],
    from,
    to,
    waitingSince: waiting && iso(waiting),
    whole: rowOf(whole, area.id),
    parts: partIds
      .filter((id) => !atlas.known(id).ended || parts.some((counts) => counts.has(id)))
      .map((id) => ({ area: named(atlas.known(id)), ...rowOf(parts, id) })),
    matters: codes
      .filter((code) => matters.some((counts) => counts.has(code)))
      .sort((one, other) => reported(other) - reported(one) || (one < other ? -1 : 1))
      .map((code) => ({ matter: names.matter(code || null), ...rowOf(matters, code) })),
  }
}

/** One after the other, since they share a connection. */
async function one<Item, Found>(
  items: readonly Item[],
  read: (item: Item) => Promise<Found>,
): Promise<Found[]> {
  const found: Found[] = []
  for (const item of items) found.push(await read(item))
  return found
}
