import { open, readFile, stat } from 'node:fs/promises'
import { Refusal } from '../../kernel/refusal.ts'
import type { Cell, SheetRow } from '../../kernel/sheet/row.ts'
import { columnLetter } from '../../kernel/sheet/row.ts'
import { checkZip } from './check-zip.ts'
import { sheetLimits, tooLarge } from './limits.ts'
import { readSheet } from './read-sheet.ts'
import { sheetsOf } from './workbook-sheets.ts'
import { daysFrom1900To1904, readValue } from './xlsx.ts'

/** A row and the sheet on which it stands; a CSV file is one sheet without a name. */
export interface RowOfSheet {
  readonly sheet: string
  readonly row: SheetRow
}

/**
 * The rows of every visible sheet of a workbook, one sheet after the other, read row by row: of 100,000 rows no more
 * than a few and the words that they share are in memory. Cells that lie under a merged one are empty. Whatever is no
 * workbook is read as `readSheet` reads it. Refuses `file_too_large`, `file_kind_not_accepted`, `import_file_unreadable`.
 */
export async function* readWorkbook(source: string | Buffer, name: string): AsyncGenerator<RowOfSheet> {
  const bytes = typeof source === 'string' ? (await stat(source)).size : source.length
  if (bytes > sheetLimits.fileBytes) throw tooLarge(sheetLimits.fileBytes)
  if (!(await isPacked(source))) {
    for await (const row of readSheet(source, name)) yield { sheet: '', row }
    return
  }
  const file = typeof source === 'string' ? await readFile(source) : source
  await checkZip(file, sheetLimits.streamedWorkbookBytes)
  let isEmpty = true
  for await (const { name: sheet, isHidden, from1904, rows } of damagedRefused(sheetsOf(file))) {
    if (isHidden) continue
    for await (const row of damagedRefused(rows)) {
      const cells = new Map<string, Cell>()
      row.eachCell((cell, column) => {
        const value = streamedCell(cell.value, from1904 ? daysFrom1900To1904 : 0)
        if (value) cells.set(columnLetter(column), value)
      })
      isEmpty &&= cells.size === 0
      yield { sheet, row: { rowNumber: row.number, cells } }
    }
  }
  if (isEmpty) throw new Refusal('import_file_unreadable', { why: 'empty' })
}

async function isPacked(source: string | Buffer): Promise<boolean> {
  if (typeof source !== 'string') return source.subarray(0, 4).toString('latin1') === 'PK\x03\x04'
  const file = await open(source)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return buffer.subarray(0, bytesRead).toString('latin1') === 'PK\x03\x04'
  } finally {
    await file.close()
  }
}

/** exceljs throws plain errors for whatever is wrong in a stranger's file. */
async function* damagedRefused<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item> {
  const iterator = items[Symbol.asyncIterator]()
  for (;;) {
    const next = await iterator.next().catch(() => {
      throw new Refusal('import_file_unreadable', { why: 'damaged' })
    })
    if (next.done) return
    yield next.value
  }
}

function streamedCell(value: unknown, shiftDays: number): Cell | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'object' && ('formula' in value || 'sharedFormula' in value)) {
    const { result } = value as { readonly result?: unknown }
    return { ...readValue(result, shiftDays), formula: true }
  }
  const read = readValue(value, shiftDays)
  return read.text === '' && read.error === undefined ? null : read
}
