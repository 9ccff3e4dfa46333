import { nameIn, placeIn } from '../../kernel/names.ts'
import { localMinute } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { SheetLanguage } from '../../platform/sheet/send-sheet.ts'
import type { TextRow } from '../../platform/sheet/write-sheet.ts'
import type { CaseRow } from '../story.contract.ts'
import { selectTextsOf } from '../text.sql.ts'
import { type SheetWords, sheetWords } from './desk-words.rule.ts'

/**
 * Cases as rows of a sheet, in the order of `sheetWords.header`, with the summary that a person wrote for the public. Practice
 * is left out: a sheet is passed on, and its reader takes it for work.
 */
export async function caseSheetRows(
  ctx: Ctx,
  language: SheetLanguage,
  rows: readonly CaseRow[],
): Promise<TextRow[]> {
  const real = rows.filter(({ practice }) => !practice)
  const summaries = await summariesOf(ctx, real)
  return real.map((row) => sheetRow(ctx, language, row, summaries.get(row.id) ?? null))
}

/** What a person wrote for the public; a row's own summary may be the first words of the reporter. */
const summariesOf = (ctx: Ctx, rows: readonly CaseRow[]): Promise<Map<string, string | null>> =>
  ctx.read(async (tx) => {
    const ids = rows.map((row) => row.id)
    return new Map((await selectTextsOf(tx, ids, ['summary'])).map((text) => [text.subject, text.body]))
  })

function sheetRow(ctx: Ctx, language: SheetLanguage, row: CaseRow, summary: string | null): TextRow {
  const words = sheetWords[language]
  const pending = row.pendingRequest as keyof SheetWords['requests'] | null
  return [
    row.number,
    words.stages[row.stage],
    row.matter && nameIn(language, row.matter),
    summary,
    placeIn(language, row.place),
    row.unit && nameIn(language, row.unit),
    local(ctx, row.acceptedAt),
    row.dueAt && local(ctx, row.dueAt),
    words.lights[row.light],
    (row.account.usedMinutes / 60).toFixed(1),
    words.measures[row.account.measure],
    String(row.reopened),
    pending && words.requests[pending],
  ]
}

/** Local wall time, `YYYY-MM-DD HH:MM`. */
const local = ({ district }: Ctx, at: string): string =>
  localMinute(Temporal.Instant.from(at), district.timeZone)
