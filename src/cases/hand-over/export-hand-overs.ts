import { ownChain } from '../../areas/door.ts'
import { nameIn, placeIn } from '../../kernel/names.ts'
import { localMinute } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { SentList } from '../../platform/sheet/send-sheet.ts'
import type { TextRow } from '../../platform/sheet/write-sheet.ts'
import type { HandOver, HandOversExport } from './contract.ts'
import { listHandOvers } from './read-hand-overs.ts'
import { countColumns, logWords } from './sheet-words.rule.ts'

const pageSize = 50

/** A month of the log as a sheet: what the asker may see and no more. That it was taken out is on the record. */
export async function exportHandOvers(ctx: Ctx, { month, language }: HandOversExport): Promise<SentList> {
  ctx.must('hand_over.keep')
  const words = logWords[language]
  const rows: TextRow[] = []
  for (let after: string | undefined; ; ) {
    const page = await listHandOvers(ctx, {
      month,
      limit: pageSize,
      ...(after === undefined ? {} : { after }),
    })
    for (const row of page.rows) rows.push(sheetRow(ctx, row, language))
    if (page.next === null) break
    after = page.next
  }
  return {
    fileName: 'duty-log',
    title: words.title,
    filters: [[words.month, month]],
    header: words.header,
    rows,
    language,
    chain: await ownChain(ctx),
  }
}

function sheetRow(ctx: Ctx, row: HandOver, language: HandOversExport['language']): TextRow {
  const words = logWords[language]
  const local = (at: string | null) => at && localMinute(Temporal.Instant.from(at), ctx.district.timeZone)
  const state = row.takenAt ? 'taken' : row.replacedAt ? 'replaced' : 'waiting'
  return [
    words.seats[row.seat.kind],
    row.seat.unit ? nameIn(language, row.seat.unit) : placeIn(language, row.seat.place),
    local(row.givenAt),
    row.givenBy,
    local(row.takenAt),
    row.takenBy,
    words.states[state],
    row.late ? words.late : null,
    row.words,
    ...countColumns.map((kind) => String(row.counts[kind])),
  ]
}
