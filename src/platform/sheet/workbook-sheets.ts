import { Readable } from 'node:stream'
import type { Row } from 'exceljs'
import { loadExcel } from './xlsx.ts'
import { damaged, partsOf, unpack } from './zip.ts'

/** One sheet of a workbook, read row by row, once. */
export interface StreamedSheet {
  readonly name: string
  readonly isHidden: boolean
  /** Days are counted from 1904, not from 1900. */
  readonly from1904: boolean
  readonly rows: AsyncIterable<Row>
}

/** What exceljs's streaming reader does with one part of the file each; it has no public way to it. */
interface PartsReader {
  readonly properties?: { readonly model?: { readonly date1904?: boolean } }
  readonly model?: {
    readonly sheets?: readonly { readonly name: string; readonly rId: string; readonly state?: string }[]
  }
  readonly workbookRels?: readonly { readonly Id: string; readonly Type: string; readonly Target: string }[]
  readonly _parseRels: (text: Readable) => Promise<void>
  readonly _parseWorkbook: (text: Readable) => Promise<void>
  readonly _parseStyles: (text: Readable) => Promise<void>
  readonly _parseSharedStrings: (text: Readable) => AsyncIterable<unknown>
  readonly _parseWorksheet: (
    text: AsyncIterable<string>,
    sheet: string,
  ) => Iterable<{ readonly value: AsyncIterable<Row> }>
}

/**
 * The sheets of a workbook in its own order, a few rows and the shared words in memory. exceljs (4.4) is given the parts by
 * us: its own unzipper ends now and then before the last parts, so that sheets or names are lost; it takes a sheet for
 * nameless where the path is written from the root; and it decodes every piece of a part by itself, which loses
 * characters whose bytes lie in two. Refuses `import_file_unreadable` where a part is missing; throws as exceljs does.
 */
export async function* sheetsOf(file: Buffer): AsyncGenerator<StreamedSheet> {
  const parts = new Map(partsOf(file).map((part) => [part.name.toLowerCase(), part]))
  const textOf = (name: string): Readable => {
    const part = parts.get(name.toLowerCase())
    if (part === undefined) throw damaged()
    return unpack(file, part).setEncoding('utf8')
  }
  const reader = await newReader()
  await reader._parseRels(textOf('xl/_rels/workbook.xml.rels'))
  await reader._parseWorkbook(textOf('xl/workbook.xml'))
  const relations = reader.workbookRels ?? []
  const targetOf = (kind: string, id?: string): string | undefined => {
    const found = relations.find(
      ({ Id, Type }) => Type.endsWith(`/${kind}`) && (id === undefined || Id === id),
    )
    return found && (found.Target.startsWith('/') ? found.Target.slice(1) : `xl/${found.Target}`)
  }
  const styles = targetOf('styles')
  if (styles !== undefined) await reader._parseStyles(textOf(styles))
  const words = targetOf('sharedStrings')
  if (words !== undefined) await Array.fromAsync(reader._parseSharedStrings(textOf(words)))
  const from1904 = reader.properties?.model?.date1904 === true
  for (const { name, rId, state } of reader.model?.sheets ?? []) {
    const target = targetOf('worksheet', rId)
    // A sheet that is a chart has no rows.
    if (target === undefined) continue
    for (const { value: rows } of reader._parseWorksheet(textOf(target), rId))
      yield { name, isHidden: state !== undefined && state !== 'visible', from1904, rows }
  }
}

async function newReader(): Promise<PartsReader> {
  const excel = await loadExcel()
  const reader = new excel.stream.xlsx.WorkbookReader(Readable.from([]), {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
  })
  return reader as unknown as PartsReader
}
