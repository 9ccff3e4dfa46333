import { mattersEver } from '../matters/door.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import type { Formula } from './formula.rule.ts'
import { readAssessed } from './may.ts'
import { countedIn, headOf } from './month.ts'
import { noMatter } from './no-matter.contract.ts'
import { selectPostTallies } from './part.sql.ts'
import { matterParts } from './parted.rule.ts'
import type { PartPage, PartQuery, PartRow } from './parts.contract.ts'
import { shownMeasures } from './scores.rule.ts'
import { seenUnit } from './see-assessment.ts'
import { selectMatterTallies } from './tally.sql.ts'

/** A unit's month taken apart by matter, by category of matters or by post, in order of code, from after a key on. */
export async function readParts(ctx: Ctx, unitId: string, query: PartQuery): Promise<PartPage> {
  const { rows, ...whole } = await readAllParts(ctx, unitId, query)
  const { after, limit } = query
  const from = rows.filter(({ key }) => after === undefined || key > after)
  const shown = from.slice(0, limit)
  return { ...whole, rows: shown, next: from.length > limit ? shown.at(-1)!.key : null }
}

/** All the parts of a unit's month. */
export async function readAllParts(
  ctx: Ctx,
  unitId: string,
  query: Omit<PartQuery, 'after' | 'limit'>,
): Promise<Omit<PartPage, 'next'>> {
  ctx.must('assessment.see')
  const matters = await mattersEver(ctx)
  return readAssessed(ctx, async (tx) => {
    const unit = await seenUnit(ctx, tx, unitId)
    const { head, formula } = await headOf(ctx, tx, query.month)
    const asked = { ...query, unitId, month: head.month }
    const rows =
      query.by === 'post'
        ? await postRows(tx, formula, asked)
        : await matterRows(ctx, tx, { formula, matters, asked })
    const categories = new Map(
      [...matters.values()].map(({ category: code, categoryZh: zh, categoryEn: en }) => [
        code,
        { code, zh, en },
      ]),
    )
    return {
      head,
      unit: { id: unit.id, zh: unit.zh, en: unit.en },
      leastWorkers: formula.leastWorkers,
      categories: [...categories.values()].sort((one, other) => (one.code < other.code ? -1 : 1)),
      rows: rows.filter(({ measures }) => measures.some(({ any }) => any)).sort(byKey),
    }
  })
}

const byKey = (one: PartRow, other: PartRow): number => (one.key < other.key ? -1 : 1)

type Asked = Omit<PartQuery, 'after' | 'limit'> & { readonly unitId: string; readonly month: string }

async function postRows(tx: Tx, formula: Formula, asked: Asked): Promise<PartRow[]> {
  const found = await selectPostTallies(tx, asked)
  return [...Map.groupBy(found, ({ post }) => post)].map(([key, its]) => {
    const tallies = its.map(({ measure, tally }) => tally ?? { measure, facts: 0, points: 0, outOf: 0 })
    return { key, name: null, measures: shownMeasures(tallies, formula, asked.direction) }
  })
}

async function matterRows(
  ctx: Ctx,
  tx: Tx,
  {
    formula,
    matters,
    asked,
  }: {
    readonly formula: Formula
    readonly matters: Awaited<ReturnType<typeof mattersEver>>
    readonly asked: Asked
  },
): Promise<PartRow[]> {
  const { month, unitId, by, category, direction } = asked
  const counted = { ...countedIn(ctx, month, formula), unitId }
  const tallies = (await selectMatterTallies(tx, counted)).map((tally) => ({
    ...tally,
    category: matters.get(tally.matter)?.category ?? noMatter,
  }))
  const leastOf = new Map(formula.weights.map(({ measure, least }) => [measure, least]))
  const parts = matterParts(tallies, (measure) => leastOf.get(measure)!)
  const nameOf = (key: string) => {
    const named = [...matters.values()].find((one) => one[by === 'category' ? 'category' : 'code'] === key)
    if (!named) return null
    return by === 'category'
      ? { zh: named.categoryZh, en: named.categoryEn }
      : { zh: named.nameZh, en: named.nameEn }
  }
  const shown = by === 'category' ? parts.categories : parts.matters
  return [...shown].flatMap(([key, { tallies: its, category: of }]) =>
    category !== undefined && of !== category
      ? []
      : [{ key, name: nameOf(key), measures: shownMeasures(its, formula, direction) }],
  )
}
