import type { Ctx } from '../platform/ctx.ts'
import type { SentList, SheetLanguage } from '../platform/sheet/send-sheet.ts'
import type { GridDayQuery } from './grid-day.contract.ts'
import { listGridDays } from './grid-days.ts'
import { sheetWords } from './sheet-words.rule.ts'
import { chainAsked, filtersOf, sheetRows, wayOf } from './sheets.ts'

export type GridDaySheet = Omit<GridDayQuery, 'after' | 'limit'> & { readonly language: SheetLanguage }

/** The days in the grid of a month, as a list to take along. */
export async function gridDaySheet(ctx: Ctx, { language, ...query }: GridDaySheet): Promise<SentList> {
  const words = sheetWords[language]
  return {
    fileName: 'days-in-the-grid',
    title: words.days.title,
    header: words.days.header,
    language,
    chain: await chainAsked(ctx, query.areaId),
    filters: await filtersOf(ctx, language, query.areaId, [[words.filters.month, query.month]]),
    rows: sheetRows(
      (key) => listGridDays(ctx, { ...query, limit: 100, ...key }),
      ({ grid, day, expected, came, besides, heard }) => [
        ...wayOf(language, grid).filter((_, at) => at !== 2),
        day,
        ...[expected, came, besides, heard].map(String),
      ],
    ),
  }
}
