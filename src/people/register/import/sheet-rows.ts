import type { SheetRow } from '../../../kernel/sheet/row.ts'
import type { RowOfSheet } from '../../../platform/sheet/read-workbook.ts'
import {
  canBeRead,
  chosenRegisterHeader,
  deepestHeader,
  findRegisterHeader,
  likelyHeader,
  type RegisterHeader,
} from './columns.rule.ts'
import type { ChosenSheets, ReadSheet } from './contract.ts'

/** A row below the header of its sheet. */
export interface BodyRow {
  readonly sheet: string
  readonly header: RegisterHeader
  readonly source: SheetRow
}

/** Rows above which a sheet's header is looked for: the lowest that begins among the first ten. One chosen may be lower. */
const topRows = 10 + deepestHeader

/**
 * The rows below each sheet's header, sheet after sheet; `sheets` hears of every sheet once it is read through. A sheet
 * without a header is passed over.
 */
export async function* bodyRows(
  rows: AsyncIterable<RowOfSheet>,
  chosen: ChosenSheets,
  sheets: (sheet: ReadSheet) => void,
): AsyncGenerator<BodyRow> {
  let now = begin('')
  let isFirst = true
  for await (const { sheet, row } of rows) {
    if (isFirst || sheet !== now.name) {
      if (!isFirst) {
        yield* opened(now, chosen)
        sheets(said(now))
      }
      isFirst = false
      now = begin(sheet)
    }
    if (now.header === undefined) {
      now.top.push(row)
      const lowest = chosen[sheet]?.rowNumber ?? 0
      if (now.top.length >= topRows && row.rowNumber >= lowest) yield* opened(now, chosen)
    } else if (now.header) {
      now.rows += 1
      yield { sheet, header: now.header, source: row }
    }
  }
  if (isFirst) return
  yield* opened(now, chosen)
  sheets(said(now))
}

/** A sheet as far as it was read; its header is undefined until it was looked for, null where there is none. */
interface OpenSheet {
  readonly name: string
  readonly top: SheetRow[]
  header: RegisterHeader | null | undefined
  rows: number
}

const begin = (name: string): OpenSheet => ({ name, top: [], header: undefined, rows: 0 })

/** Looks for the header among the rows that wait, and hands over those below it. */
function* opened(sheet: OpenSheet, chosen: ChosenSheets): Generator<BodyRow> {
  if (sheet.header !== undefined) return
  const byHand = chosen[sheet.name]
  const found = byHand ? chosenRegisterHeader(sheet.top, byHand) : findRegisterHeader(sheet.top)
  const header = found && canBeRead(found.letters) ? found : null
  sheet.header = header
  if (header === null) return
  for (const source of sheet.top.filter(({ rowNumber }) => rowNumber > header.rowNumber)) {
    sheet.rows += 1
    yield { sheet: sheet.name, header, source }
  }
}

function said({ name, top, header, rows }: OpenSheet): ReadSheet {
  const likely = header ? null : likelyHeader(top.slice(0, topRows))
  const shown = header ?? likely
  return {
    name,
    headerRow: header?.rowNumber ?? null,
    likelyRow: likely?.rowNumber ?? null,
    found: (shown?.found ?? []).map(({ letter, name: title }) => ({ letter, name: title })),
    letters: { ...shown?.letters },
    rows,
  }
}
