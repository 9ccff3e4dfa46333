import { leastIdAt } from '../../kernel/ids.ts'
import { readKey, writeKey } from '../../kernel/keyset.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { areasFor } from '../../people/door.ts'
import { dayOf, iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'
import { casesByIds } from '../case.sql.ts'
import { findByNumber } from '../desk.sql.ts'
import { rowsOf } from '../desk.ts'
import type { FindCases, FoundCases } from './find.contract.ts'
import { findIds, lookAt } from './find.sql.ts'
import { namedBy } from './named.ts'
import { readBox } from './query.rule.ts'
import { mustLook, questionOf } from './question.rule.ts'
import { madeAtMs, windowsBack } from './windows.rule.ts'

/** Counted up to here: `200` says "two hundred or more". */
export const foundBound = 200
/** So many are taken from the index at a time: more where few of them may fit, since each look gathers its window anew. */
const taken = { shown: foundBound + 1, lookedAt: 1001 }
/** So many times a page looks into the index; what lies further back is the next page's. */
const mostLooks = 40

/**
 * Finds cases by words, initials of pinyin, places, matters and units, numbers, lights and times, newest first, within the
 * asker's areas and units. Nothing is said of what lies outside, no row and no count.
 */
export async function findCases(ctx: Ctx, asked: FindCases): Promise<FoundCases> {
  ctx.must('case.see')
  const today = Temporal.PlainDate.from(dayOf(ctx.clock.now(), ctx.district.timeZone))
  const { number, understood } = readBox(asked.q ?? '', today)
  return ctx.read(async (tx) => {
    const areaIds = areasFor(ctx.who, 'case.see')
    await tx.narrow(areaIds)
    if (number !== null) return byNumber(ctx, tx, number, understood)
    // What was chosen beside the box counts before what the box says.
    const query = { ...understood, ...defined(asked) }
    const words = understood.words
    const named = await namedBy(ctx, tx, words)
    const question = questionOf(
      words.map((word, index) => ({ word, named: named[index]! })),
      query,
      [...areaIds, ...ctx.who.units],
    )
    const first = asked.after === undefined
    const walk =
      question && (await walkBack(ctx, tx, query, question, first ? foundBound + 1 : asked.limit + 1))
    const ids = walk?.ids ?? []
    const shown = ids.slice(0, asked.limit)
    const rows = await rowsOf(ctx, tx, await casesByIds(tx, shown))
    return {
      rows,
      next: nextKey(ids, shown, walk?.lookedTo ?? null),
      count: first
        ? {
            found: Math.min(ids.length, foundBound),
            bound: foundBound,
            whole: (walk?.lookedTo ?? null) === null,
          }
        : null,
      byNumber: false,
      understood,
    }
  })
}

const defined = (asked: FindCases): Partial<FindCases> & Pick<FindCases, 'limit'> => ({
  limit: asked.limit,
  ...Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)),
})

async function byNumber(
  ctx: Ctx,
  tx: Tx,
  number: string,
  understood: FoundCases['understood'],
): Promise<FoundCases> {
  const found = await findByNumber(tx, number).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'not_found') return null
    throw error
  })
  const rows = await rowsOf(ctx, tx, found === null ? [] : [found])
  const count = { found: rows.length, bound: foundBound, whole: true }
  return { rows, next: null, count, byNumber: true, understood }
}

interface Walked {
  readonly ids: readonly string[]
  /** Where the walk stopped before its end; null where all was looked at. */
  readonly lookedTo: string | null
}

type Walk = Pick<FindCases, 'from' | 'to' | 'stage' | 'light' | 'after'>

/** Walks back through windows of time until so many are found, or it has looked so often. */
async function walkBack(
  ctx: Ctx,
  tx: Tx,
  query: Walk,
  question: (windowMark: string) => string,
  wanted: number,
): Promise<Walked> {
  const { before, leastId } = boundsOf(ctx, query)
  const look = mustLook(query)
  const limit = look ? taken.lookedAt : taken.shown
  const now = ctx.clock.now()
  const ids: string[] = []
  let below = before
  let looks = 0
  let inWindow = 0
  // Another window as long as the last one is enough where it gave what is still wanted.
  const widens = () => wanted - ids.length > inWindow
  for (const window of windowsBack(madeAtMs(before), madeAtMs(leastId), widens)) {
    const asked = question(window.mark)
    const had = ids.length
    for (;;) {
      if (looks >= mostLooks) return { ids, lookedTo: below }
      looks += 1
      const found = await findIds(tx, asked, { before: below, limit })
      const within = found.filter((id) => id >= leastId)
      ids.push(...(look ? await lookAt(tx, within, query, now) : within))
      if (ids.length >= wanted) return { ids: ids.slice(0, wanted), lookedTo: null }
      if (found.length < limit) break
      below = found.at(-1)!
    }
    below = window.leastId
    inWindow = ids.length - had
  }
  return { ids, lookedTo: null }
}

/** Ids between which a page lies: it begins below `before`. */
function boundsOf(
  ctx: Ctx,
  { from, to, after }: Walk,
): { readonly before: string; readonly leastId: string } {
  const { timeZone } = ctx.district
  const beginsMs = (day: string, daysLater = 0) =>
    Temporal.PlainDate.from(day).add({ days: daysLater }).toZonedDateTime(timeZone).epochMilliseconds
  const endMs = to === undefined ? ctx.clock.now().epochMilliseconds + 1 : beginsMs(to, 1)
  const end = leastIdAt(endMs)
  const key = after === undefined ? null : readKey(after).id
  return {
    before: key !== null && key < end ? key : end,
    leastId: leastIdAt(from === undefined ? 0 : Math.max(0, beginsMs(from))),
  }
}

/** The key of the last row that is shown; where none is left and the walk stopped early, of the place it had come to. */
function nextKey(ids: readonly string[], shown: readonly string[], lookedTo: string | null): string | null {
  const id = ids.length > shown.length ? shown.at(-1)! : lookedTo
  if (id === null || id === undefined) return null
  return writeKey({ value: iso(Temporal.Instant.fromEpochMilliseconds(madeAtMs(id))), id })
}
