import { iso } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { type BoardRecord, findOnBoard, selectBoard } from './board.sql.ts'
import type { Light, Stage } from './contract.ts'
import { writeKey } from './keyset.rule.ts'
import { type Names, namesFor } from './names.ts'
import type { BoardPage, BoardQuery, BoardRow } from './story.contract.ts'

/** What everybody may read, newest first. */
export async function boardPage(ctx: Ctx, query: BoardQuery): Promise<BoardPage> {
  ctx.must('board.read')
  return ctx.read(async (tx) => {
    const found = await selectBoard(tx, query)
    const names = await namesFor(ctx, tx, [])
    const shown = found.slice(0, query.limit)
    const last = found.length > query.limit ? shown.at(-1) : undefined
    return {
      rows: shown.map((row) => toRow(row, names, ctx.clock.now())),
      next: last ? writeKey({ value: iso(last.accepted_at), id: last.case_id }) : null,
    }
  })
}

/** One case of the board, by its number. */
export async function boardRow(ctx: Ctx, number: string): Promise<BoardRow> {
  ctx.must('board.read')
  return ctx.read(async (tx) =>
    toRow(await findOnBoard(tx, number), await namesFor(ctx, tx, []), ctx.clock.now()),
  )
}

const toRow = (row: BoardRecord, names: Names, now: Temporal.Instant): BoardRow => ({
  number: row.number,
  matter: names.matter(row.matter) ?? { code: row.matter, zh: row.matter, en: row.matter },
  place: names.place(row.area_id),
  summary: row.summary,
  answer: row.answer,
  stage: row.stage as Stage,
  acceptedAt: iso(row.accepted_at),
  dueAt: row.due_at && iso(row.due_at),
  resolvedAt: row.resolved_at && iso(row.resolved_at),
  closedAt: row.closed_at && iso(row.closed_at),
  light: lightOf(row, now),
  rating: row.rating,
  reports: row.reports,
})

const resting: ReadonlySet<string> = new Set(['paused', 'listed'])

/** The public reads in time or late; how near a deadline is concerns the unit. */
function lightOf(row: BoardRecord, now: Temporal.Instant): Light {
  if (row.due_at === null || resting.has(row.stage)) return 'none'
  return Temporal.Instant.compare(row.resolved_at ?? now, row.due_at) <= 0 ? 'green' : 'red'
}
