import { monthSpan } from '../../kernel/month.ts'
import { calendarOf } from '../../matters/door.ts'
import { areasFor, staffNames } from '../../people/door.ts'
import { iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'
import { type Names, namesFor } from '../names.ts'
import { selectTextsOf } from '../text.sql.ts'
import type {
  HandOver,
  HandOverItem,
  HandOverLog,
  HandOverPage,
  HandOversQuery,
  OwnHandOver,
  OwnHandOverQuery,
  Seat,
} from './contract.ts'
import {
  type KeptItem,
  loadHandOver,
  type StandingHandOver,
  selectHandOvers,
  selectWaitingAt,
} from './hand-over.sql.ts'
import { isLate, takeDueAt } from './late.rule.ts'
import { selectCasesOf, selectWhistlesOf } from './open-items.sql.ts'
import type { SeatKey } from './seat.rule.ts'
import { seatBy, seatsOf, sitsAt } from './seat-of-post.ts'
import { standingAt } from './standing.ts'

/** What stands at a seat of the asker now, and what was given there and waits to be taken. Refuses `hand_over_no_seat`. */
export async function ownHandOver(ctx: Ctx, { postId }: OwnHandOverQuery): Promise<OwnHandOver> {
  ctx.must('hand_over.keep')
  const held = seatBy(ctx, postId)
  const seats = seatsOf(ctx)
  // Two readings: what stands there is read as the seat sees it, and narrows what the reading sees.
  const open = await ctx.read(async (tx) => {
    const standing = await standingAt(ctx, tx, held)
    const names = await namesFor(ctx, tx, [])
    return { counts: standing.counts, items: standing.items.map((item) => toItem(names, item)) }
  })
  return ctx.read(async (tx) => {
    const found = await selectWaitingAt(tx, held.seat)
    const names = await namesFor(
      ctx,
      tx,
      seats.map(({ seat }) => seat.unitId),
    )
    return {
      seats: seats.map(({ post, seat }) => ({ postId: post.id, ...toSeat(names, seat) })),
      postId: held.post.id,
      standing: open,
      waiting: found && (await pageOf(ctx, tx, found)),
    }
  })
}

/** 值班日志: what was given and taken where the asker's posts reach, the newest first. */
export async function listHandOvers(ctx: Ctx, { month, after, limit }: HandOversQuery): Promise<HandOverLog> {
  ctx.must('hand_over.keep')
  const span = month === undefined ? { from: null, until: null } : monthSpan(month, ctx.district.timeZone)
  return ctx.read(async (tx) => {
    const which = { areaIds: areasFor(ctx.who, 'hand_over.keep'), unitIds: ctx.who.units }
    const found = await selectHandOvers(tx, which, { ...span, after, limit })
    const shown = found.slice(0, limit)
    return { rows: await toRows(ctx, tx, shown), next: found.length > limit ? shown.at(-1)!.id : null }
  })
}

/** One of them, with what was open then, as far as the asker sees it today. */
export async function handOverPage(ctx: Ctx, id: string): Promise<HandOverPage> {
  ctx.must('hand_over.keep')
  return ctx.read(async (tx) => pageOf(ctx, tx, await loadHandOver(tx, id)))
}

async function pageOf(ctx: Ctx, tx: Tx, found: StandingHandOver): Promise<HandOverPage> {
  const [row] = await toRows(ctx, tx, [found])
  const items = JSON.parse(found.items) as readonly KeptItem[]
  const ids = items.flatMap(({ id, number }) => (number === null ? [] : [id]))
  const seen = await selectCasesOf(tx, ids)
  const whistles = await selectWhistlesOf(
    tx,
    items.flatMap(({ id, kind }) => (kind === 'whistle' ? [id] : [])),
  )
  const names = await namesFor(ctx, tx, [])
  // A case that became confidential, or is none of the reader's any more, is not named, nor is its whistle.
  const shown = items.filter(({ id, kind, number }) =>
    kind === 'whistle' ? whistles.has(id) : number === null || seen.has(id),
  )
  return { ...row!, items: shown.map((item) => toItem(names, item)) }
}

const toItem = (names: Names, { areaId, matter, ...item }: KeptItem): HandOverItem => ({
  ...item,
  matter: names.matter(matter),
  place: names.place(areaId),
})

const toSeat = (names: Names, { kind, unitId, areaId }: SeatKey): Seat => ({
  kind,
  unit: names.unit(unitId),
  place: names.place(areaId),
})

async function toRows(ctx: Ctx, tx: Tx, found: readonly StandingHandOver[]): Promise<HandOver[]> {
  const names = await namesFor(
    ctx,
    tx,
    found.map(({ unitId }) => unitId),
  )
  const people = await staffNames(
    ctx,
    found.flatMap(({ givenBy, takenBy }) => [givenBy, ...(takenBy === null ? [] : [takenBy])]),
  )
  const texts = await selectTextsOf(
    tx,
    found.map(({ id }) => id),
    ['hand_over_words'],
  )
  const words = new Map(texts.map(({ subject, body }) => [subject, body]))
  const { accountId } = ctx.who
  const calendar = await calendarOf(ctx)
  return found.map((one): HandOver => {
    const waits = one.takenAt === null && one.replacedAt === null
    return {
      id: one.id,
      seat: toSeat(names, one),
      givenAt: iso(one.givenAt),
      givenBy: people.get(one.givenBy) ?? null,
      takenAt: one.takenAt && iso(one.takenAt),
      takenBy: one.takenBy && (people.get(one.takenBy) ?? null),
      replacedAt: one.replacedAt && iso(one.replacedAt),
      late: isLate(one, takeDueAt(one.givenAt, false, calendar), ctx.clock.now()),
      words: words.get(one.id) ?? null,
      counts: one.counts,
      canTake: waits && one.givenBy !== accountId && sitsAt(ctx, one),
      own: one.givenBy === accountId,
    }
  })
}
