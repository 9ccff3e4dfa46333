import { createReadStream } from 'node:fs'
import { open, readFile, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Refusal } from '../../kernel/refusal.ts'
import type { SheetRow } from '../../kernel/sheet/row.ts'
import { type OnRowCount, type OpenBytes, readCsv } from './csv.ts'
import { sheetLimits, tooLarge } from './limits.ts'
import { readXlsx, type SheetNames } from './xlsx.ts'
import { readXlsxAside } from './xlsx-aside.ts'

type Kind = 'xlsx' | 'gzip' | 'text' | 'old_excel'

/**
 * The rows of a sheet that an office sends: .xlsx, .csv, .csv.gz (also .tsv and .txt), from a path or from memory.
 * The kind is told by the first bytes; `name`, the file's name, decides only where these say nothing.
 * Refuses with `file_too_large`, `file_kind_not_accepted`, or `import_file_unreadable` (fact `why`: old_excel for
 * .xls and for locked workbooks, damaged, empty, encoding, quotes). `onRowCount` hears once, before the first row,
 * about how many there are. `named`: the page of a workbook to read; nothing comes where it has none of that name.
 */
export async function* readSheet(
  source: string | Buffer,
  name: string,
  onRowCount: OnRowCount = () => undefined,
  named: SheetNames = [],
): AsyncGenerator<SheetRow> {
  const bytes = typeof source === 'string' ? (await stat(source)).size : source.length
  if (bytes > sheetLimits.fileBytes) throw tooLarge(sheetLimits.fileBytes)
  if (bytes === 0) throw new Refusal('import_file_unreadable', { why: 'empty' })
  const kind = kindOf(await firstBytes(source), name)
  if (kind === 'old_excel') throw new Refusal('import_file_unreadable', { why: 'old_excel' })
  if (kind === 'xlsx') {
    const file = typeof source === 'string' ? await readFile(source) : source
    yield* (file.length > sheetLimits.besideBytes ? readXlsxAside : readXlsx)(file, onRowCount, named)
  } else yield* readCsv(kind === 'gzip' ? () => unpacked(source) : () => opened(source), onRowCount)
}

function kindOf(first: Buffer, name: string): Kind {
  const magic = first.toString('latin1')
  if (magic.startsWith('PK\x03\x04')) return 'xlsx'
  if (magic.startsWith('\x1f\x8b')) return 'gzip'
  if (magic.startsWith('\xd0\xcf\x11\xe0')) return 'old_excel'
  if (/\.(csv|tsv|txt)$/i.test(name)) return 'text'
  throw new Refusal('file_kind_not_accepted', { kind: extname(name) })
}

async function firstBytes(source: string | Buffer): Promise<Buffer> {
  if (typeof source !== 'string') return source.subarray(0, 8)
  const file = await open(source)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function opened(source: string | Buffer): Readable {
  return typeof source === 'string' ? createReadStream(source) : Readable.from([source])
}

async function* unpacked(source: string | Buffer): ReturnType<OpenBytes> & AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip()
  // An error destroys both streams and is thrown by the loop below; the callback has nothing to add.
  pipeline(opened(source), gunzip, () => {})
  let bytes = 0
  try {
    for await (const chunk of gunzip as AsyncIterable<Uint8Array>) {
      bytes += chunk.length
      if (bytes > sheetLimits.csvBytes) throw tooLarge(sheetLimits.csvBytes)
      yield chunk
    }
  } catch (error) {
    if (isZlibError(error)) throw new Refusal('import_file_unreadable', { why: 'damaged' })
    throw error
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^Z_|^ERR_ZLIB/.test(String(error.code))
}
