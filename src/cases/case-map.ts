import { areasFor } from '../people/door.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import { countBoardByCommunity } from './board-counts.sql.ts'
import type { Case } from './case.sql.ts'
import { spotsOf } from './case-spots.ts'
import type { Light } from './contract.ts'
import { selectQueue } from './desk.sql.ts'
import type { BoardMap, BoardMapQuery, CaseMap, CaseMapQuery } from './map.contract.ts'
import { namesFor } from './names.ts'
import { selectDoneLeads } from './part.sql.ts'
import { type CaseText, selectTextsOf } from './text.sql.ts'
import { lightNow } from './wall/light-now.rule.ts'

/** More would neither be drawn on a desk's machine nor be looked at. */
export const mostOnMap = 1000
/** A clock that rests presses nobody, whatever its deadline was. */
const urgency: readonly Light[] = ['red', 'yellow', 'green', 'none']

/**
 * The open cases that the asker may see, each where it is: at the point that the reporter gave, as far as the policies
 * show it to this post, or in the middle of the narrowest area that has an outline. Confidential cases are left out
 * (Care 3), and so are a reporter's own words: a map on a wall is read by whoever passes. Refuses `not_permitted`.
 */
export async function caseMap(ctx: Ctx, query: CaseMapQuery): Promise<CaseMap> {
  ctx.must('case.see')
  return ctx.read(async (tx) => {
    await tx.narrow(areasFor(ctx.who, 'case.see'))
    const asked = { ...query, queue: 'open', limit: mostOnMap } as const
    const rows = await selectQueue(tx, ctx.who, asked, ctx.clock.now())
    const found = rows.slice(0, mostOnMap).filter((row) => !row.confidential)
    const lightOf = await lightsOf(ctx, tx, found)
    const texts = Map.groupBy(
      await selectTextsOf(
        tx,
        found.map((row) => row.id),
        ['summary'],
      ),
      (text) => text.subject,
    )
    const spots = await spotsOf(ctx, tx, found)
    const names = await namesFor(ctx, tx, [])
    const cases = found.flatMap((row) => {
      const own = texts.get(row.id) ?? []
      const spot = spots.get(row.id)
      return spot === undefined
        ? []
        : [{ ...shownOf(row, own), light: lightOf(row), matter: names.matter(row.matter), ...spot }]
    })
    cases.sort((a, b) => urgency.indexOf(a.light) - urgency.indexOf(b.light))
    return { cases, withoutPlace: found.length - cases.length, cut: rows.length > mostOnMap }
  })
}

const last = (texts: readonly CaseText[], kind: string): string | null =>
  texts.findLast((text) => text.kind === kind)?.body ?? null

const shownOf = (row: Case, texts: readonly CaseText[]) => ({
  id: row.id,
  number: row.number,
  stage: row.stage,
  areaId: row.areaId,
  summary: last(texts, 'summary')?.slice(0, 60) ?? null,
})

/** The lights as the queues choose by them; a clock that rests or has stopped shows none. */
async function lightsOf(ctx: Ctx, tx: Tx, rows: readonly Case[]): Promise<(row: Case) => Light> {
  const done = await selectDoneLeads(
    tx,
    rows.map((row) => row.id),
  )
  const now = ctx.clock.now()
  return (row) => {
    const { light } = lightNow({ ...row, leadIsDone: done.has(row.id) }, now)
    return light === 'stopped' ? 'none' : light
  }
}

/** The public board by community: how many are open and how many are done, and no point nearer than that (Care 2). */
export async function boardMap(ctx: Ctx, { matter }: BoardMapQuery): Promise<BoardMap> {
  ctx.must('board.read')
  return { communities: await ctx.read((tx) => countBoardByCommunity(tx, matter)) }
}
