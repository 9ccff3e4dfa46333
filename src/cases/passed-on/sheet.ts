import { atlasOf } from '../../areas/door.ts'
import { nameIn, placeIn } from '../../kernel/names.ts'
import { localMinute } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { SentList, SheetLanguage } from '../../platform/sheet/send-sheet.ts'
import type { TextRow } from '../../platform/sheet/write-sheet.ts'
import type { PassedRow, PassedSheetQuery } from './contract.ts'
import { listPassed } from './list-passed.ts'
import { passedSheetWords } from './sheet-words.rule.ts'

const pageSize = 100

/** What was passed on as a sheet, as far as the asker sees it; the words of it stay in the house. */
export async function passedSheet(ctx: Ctx, { list, language }: PassedSheetQuery): Promise<SentList> {
  ctx.must('action.see')
  const words = passedSheetWords[language]
  const rows: TextRow[] = []
  for (let after: string | undefined; ; ) {
    const page = await listPassed(ctx, { list, limit: pageSize, ...(after === undefined ? {} : { after }) })
    for (const row of page.rows) rows.push(sheetRow(ctx, row, language))
    if (page.next === null) break
    after = page.next
  }
  return {
    fileName: 'passed-on',
    title: words.title,
    filters: list === 'all' ? [] : [[words.list, words.lists[list]]],
    header: words.header,
    rows,
    language,
    chain: (await atlasOf(ctx)).district.id,
  }
}

function sheetRow(ctx: Ctx, row: PassedRow, language: SheetLanguage): TextRow {
  const words = passedSheetWords[language]
  const local = (at: string | null) => at && localMinute(Temporal.Instant.from(at), ctx.district.timeZone)
  return [
    placeIn(language, row.area),
    words.from[row.from],
    row.fromUnit === null ? words.street : nameIn(language, row.fromUnit),
    nameIn(language, row.toUnit),
    local(row.passedAt),
    local(row.receiveDueAt),
    local(row.receivedAt),
    row.late ? words.late : null,
    words.stages[row.stage],
    local(row.answeredAt),
  ]
}
