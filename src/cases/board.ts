import { atlasOf } from '../areas/door.ts'
import type { WorkCalendar } from '../kernel/calendar.ts'
import { readKey, writeKey } from '../kernel/keyset.ts'
import { calendarOf, mattersEver, measureOf } from '../matters/door.ts'
import { iso } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import { type AfterOnBoard, type BoardRecord, findOnBoard, selectBoard } from './board.sql.ts'
import { countBoard } from './board-counts.sql.ts'
import type { Light, Stage } from './contract.ts'
import { namesFor } from './names.ts'
import { boardResting } from './on-board.rule.ts'
import type {
  BoardCounts,
  BoardCountsQuery,
  BoardPage,
  BoardQuery,
  BoardRow,
  CountedTime,
} from './story.contract.ts'

/** What everybody may read: what lies near the reader's own place first, where one is named; then the newest. */
export async function boardPage(ctx: Ctx, query: BoardQuery): Promise<BoardPage> {
  ctx.must('board.read')
  const after = query.after === undefined ? null : readAfter(query.after)
  const asked = await ofWhole(ctx, query)
  return ctx.read(async (tx) => {
    const found = await selectBoard(tx, asked, after)
    const shown = found.slice(0, query.limit)
    const last = found.length > query.limit ? shown.at(-1) : undefined
    return { rows: shown.map(await rowReader(ctx, tx)), next: last ? writeAfter(last) : null }
  })
}

/** A key of the list that lies near is marked: the rest of the list comes behind it. */
const nearMark = '.'
const writeAfter = (last: BoardRecord & { readonly isNear: boolean }): string =>
  `${last.isNear ? nearMark : ''}${writeKey({ value: iso(last.accepted_at), id: last.case_id })}`
const readAfter = (text: string): AfterOnBoard => {
  const isNear = text.startsWith(nearMark)
  return { ...readKey(isNear ? text.slice(nearMark.length) : text), isNear }
}

/** So many days the board's counts look back, today with them. */
const countedDays = 30

/** The district for a community asks for all of it. */
async function ofWhole<Query extends BoardCountsQuery>(ctx: Ctx, query: Query): Promise<Query> {
  const { district } = await atlasOf(ctx)
  return query.community === district.id ? { ...query, community: undefined } : query
}

/** How many cases the board shows in a community, or in the whole district. */
export async function boardCounts(ctx: Ctx, query: BoardCountsQuery): Promise<BoardCounts> {
  ctx.must('board.read')
  const { timeZone } = ctx.district
  const now = ctx.clock.now()
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate()
  const counted = {
    districtId: (await atlasOf(ctx)).district.id,
    since: today.subtract({ days: countedDays - 1 }).toString(),
    today: today.toString(),
    todayBegan: today.toZonedDateTime(timeZone).toInstant(),
    now,
  }
  const asked = await ofWhole(ctx, query)
  return ctx.read(async (tx) => ({ days: countedDays, ...(await countBoard(tx, asked, counted)) }))
}

/** One case of the board, by its number. */
export async function boardRow(ctx: Ctx, number: string): Promise<BoardRow> {
  ctx.must('board.read')
  return ctx.read(async (tx) => {
    const read = await rowReader(ctx, tx)
    return read(await findOnBoard(tx, number))
  })
}

/** Reads rows for an answer: names, calendar and measures are looked up once, from memory. */
async function rowReader(ctx: Ctx, tx: Tx): Promise<(row: BoardRecord) => BoardRow> {
  const names = await namesFor(ctx, tx, [])
  const calendar = await calendarOf(ctx)
  const matters = await mattersEver(ctx)
  const now = ctx.clock.now()
  return (row) => {
    const matter = matters.get(row.matter)
    const count = counter(matter ? measureOf(matter.resolution) : 'working', calendar)
    return {
      ...shownOf(row),
      matter: names.matter(row.matter) ?? { code: row.matter, zh: row.matter, en: row.matter },
      place: names.place(row.area_id),
      light: lightOf(row, now),
      // Pauses count too: this is how long the reporter waited, not how long the unit was held to.
      took: count(row.accepted_at, row.resolved_at),
      allowed: count(row.accepted_at, row.due_at),
    }
  }
}

const shownOf = (row: BoardRecord) => ({
  number: row.number,
  summary: row.summary,
  answer: row.answer,
  stage: row.stage as Stage,
  acceptedAt: iso(row.accepted_at),
  dueAt: row.due_at && iso(row.due_at),
  resolvedAt: row.resolved_at && iso(row.resolved_at),
  closedAt: row.closed_at && iso(row.closed_at),
  rating: row.rating,
  reports: row.reports,
})

/** Counts the time between two moments as a matter's own time is counted; null where the second is not known. */
const counter =
  (measure: CountedTime['measure'], calendar: WorkCalendar) =>
  (from: Temporal.Instant, to: Temporal.Instant | null): CountedTime | null => {
    if (to === null || Temporal.Instant.compare(to, from) < 0) return null
    return measure === 'working'
      ? {
          measure,
          minutes: calendar.workingMinutesBetween(from, to),
          minutesPerDay: calendar.usualDayMinutesAt(from),
        }
      : { measure, minutes: Math.floor(to.since(from).total('minutes')), minutesPerDay: 1440 }
  }

/** The public reads in time or late; how near a deadline is concerns the unit. */
function lightOf(row: BoardRecord, now: Temporal.Instant): Light {
  if (row.due_at === null || boardResting.includes(row.stage)) return 'none'
  return Temporal.Instant.compare(row.resolved_at ?? now, row.due_at) <= 0 ? 'green' : 'red'
}
