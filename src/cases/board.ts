import type { WorkCalendar } from '../kernel/calendar.ts'
import { writeKey } from '../kernel/keyset.ts'
import { calendarOf, currentMatters, measureOf } from '../matters/door.ts'
import { iso } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import { type BoardRecord, findOnBoard, selectBoard } from './board.sql.ts'
import type { Light, Stage } from './contract.ts'
import { namesFor } from './names.ts'
import type { BoardPage, BoardQuery, BoardRow, CountedTime } from './story.contract.ts'

/** What everybody may read, newest first. */
export async function boardPage(ctx: Ctx, query: BoardQuery): Promise<BoardPage> {
  ctx.must('board.read')
  return ctx.read(async (tx) => {
    const found = await selectBoard(tx, query)
    const shown = found.slice(0, query.limit)
    const last = found.length > query.limit ? shown.at(-1) : undefined
    return {
      rows: shown.map(await rowReader(ctx, tx)),
      next: last ? writeKey({ value: iso(last.accepted_at), id: last.case_id }) : null,
    }
  })
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
  const measures = new Map((await currentMatters(ctx)).map((each) => [each.code, measureOf(each.resolution)]))
  const now = ctx.clock.now()
  return (row) => ({
    ...shownOf(row),
    matter: names.matter(row.matter) ?? { code: row.matter, zh: row.matter, en: row.matter },
    place: names.place(row.area_id),
    light: lightOf(row, now),
    took: tookOf(row, measures.get(row.matter) ?? 'working', calendar),
  })
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

/** Pauses count too: this is how long the reporter waited, not how long the unit was held to. */
function tookOf(
  { accepted_at: from, resolved_at: to }: BoardRecord,
  measure: CountedTime['measure'],
  calendar: WorkCalendar,
): CountedTime | null {
  if (to === null) return null
  return measure === 'working'
    ? {
        measure,
        minutes: calendar.workingMinutesBetween(from, to),
        minutesPerDay: calendar.usualDayMinutesAt(from),
      }
    : { measure, minutes: Math.floor(to.since(from).total('minutes')), minutesPerDay: 1440 }
}

const resting: ReadonlySet<string> = new Set(['paused', 'listed'])

/** The public reads in time or late; how near a deadline is concerns the unit. */
function lightOf(row: BoardRecord, now: Temporal.Instant): Light {
  if (row.due_at === null || resting.has(row.stage)) return 'none'
  return Temporal.Instant.compare(row.resolved_at ?? now, row.due_at) <= 0 ? 'green' : 'red'
}
