import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '../../../kernel/refusal.ts'
import { columnIndex, columnLetter } from '../../../kernel/sheet/row.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { type SheetPage, writeSheet } from '../../../platform/sheet/write-sheet.ts'
import { registerColumns } from './columns.rule.ts'
import type { FaultAt, ReadSheet } from './contract.ts'
import { wordRegisterFault } from './fault-words.contract.ts'
import { readOverview } from './read-file.ts'
import { type RefusedRow, selectRefused } from './row.sql.ts'
import { openCells, type RowTexts } from './sealed-cells.ts'

/** Rows that a returned sheet holds at most: more of them are mended by mending what they have in common. */
const mostRows = 10_000

const heads = {
  zh: { list: '问题清单', columns: ['工作表', '行', '列', '问题', '怎么改'], mend: '问题和改法' },
  en: {
    list: 'Faults',
    columns: ['Sheet', 'Row', 'Column', 'What is wrong', 'What to do'],
    mend: 'What is wrong',
  },
} as const

/**
 * The rows of an import that were refused (.xlsx): a list of all faults with sheet, row, column, what is wrong and what to
 * do, and a page for each sheet with the rows as they came, to be mended and sent again. Refuses `not_found` where there is none.
 */
export async function returnedRegisterSheet(
  ctx: Ctx,
  importId: string,
  language: 'zh' | 'en',
): Promise<Buffer> {
  ctx.must('register.import')
  const { sheets } = await readOverview(ctx, importId)
  const refused = await ctx.read((tx) => selectRefused(tx, importId, mostRows))
  if (refused.length === 0) throw new Refusal('not_found', { kind: 'returned_sheet' })
  const open = openCells(ctx, importId)
  const rows = refused.map((row) => ({ ...row, texts: row.cells ? open(row.n, row.cells) : {} }))
  const list = async function* () {
    for (const { sheet, rowNumber, faults } of rows)
      for (const fault of faults) {
        const { wrong, remedy } = wordRegisterFault(fault, language)
        yield [sheet, String(rowNumber), columnName(fault), wrong, remedy]
      }
  }
  const pages = sheets.flatMap((sheet) => {
    const own = rows.filter((row) => row.sheet === sheet.name)
    return own.length === 0 ? [] : [pageOf(sheet, own, language)]
  })
  const folder = join(ctx.district.dataFolder, 'files')
  await mkdir(folder, { recursive: true })
  const path = join(folder, `${randomUUID()}.xlsx`)
  try {
    await writeSheet(path, heads[language].columns, list(), { name: heads[language].list, pages })
    return await readFile(path)
  } finally {
    await rm(path, { force: true })
  }
}

const columnName = ({ column }: FaultAt): string => [column.letter, column.name].filter(Boolean).join(' ')

/** A sheet's refused rows under one row of names that the import knows, with what is wrong behind them. */
function pageOf(
  { name, found, letters }: ReadSheet,
  rows: readonly (RefusedRow & { readonly texts: RowTexts })[],
  language: 'zh' | 'en',
): SheetPage {
  const matched = new Map(Object.entries(letters).map(([key, letter]) => [letter, key]))
  const titles = new Map(
    found.map(({ letter, name: title }) => [
      letter,
      registerColumns.find(({ key }) => key === matched.get(letter))?.name ?? title,
    ]),
  )
  const last = Math.max(
    ...[...titles.keys(), ...rows.flatMap(({ texts }) => Object.keys(texts))].map(columnIndex),
  )
  const all = Array.from({ length: last }, (_, index) => columnLetter(index + 1))
  return {
    name: name.slice(0, 31) || heads[language].list,
    header: [...all.map((letter) => titles.get(letter) ?? ''), heads[language].mend],
    rows: rows.map(({ texts, faults }) => [
      ...all.map((letter) => texts[letter] ?? null),
      faults
        .map((fault) => {
          const { wrong, remedy } = wordRegisterFault(fault, language)
          return language === 'zh' ? `${wrong}：${remedy}` : `${wrong}: ${remedy}`
        })
        .join(language === 'zh' ? '；' : '; '),
    ]),
  }
}
