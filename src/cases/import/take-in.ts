import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { atlasOf } from '../../areas/door.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { ChosenColumns, ColumnSpec, Header } from '../../kernel/sheet/header.ts'
import { openTable } from '../../kernel/sheet/header.ts'
import type { SheetRow } from '../../kernel/sheet/row.ts'
import { calendarOf } from '../../matters/door.ts'
import { iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { readSheet } from '../../platform/sheet/read-sheet.ts'
import { line } from '../events.ts'
import type { ImportKind, ImportResult, RowFault } from './contract.ts'
import { importLimits, SourceName } from './contract.ts'
import { enterPastCases } from './enter-past-cases.ts'
import { insertImport } from './import.sql.ts'
import type { PastCase } from './past-case.rule.ts'
import type { Destination } from './past-case.sql.ts'
import { keepReturned, sweepReturned } from './returned-sheet.ts'
import type { RowOutcome } from './row-reader.rule.ts'

/** A file as it came: a path or its bytes, and the name that its sender gave it. */
export interface SentFile {
  readonly source: string | Buffer
  readonly name: string
}

export interface TakeInOptions {
  /** The system that the file comes from. Another name makes the same numbers other cases. */
  readonly system?: string | undefined
  /** IANA name of the zone of the file's times. */
  readonly timeZone?: string | undefined
  /** Columns that a person matched, where the header's names do not say it all. */
  readonly chosen?: ChosenColumns | undefined
  /** Hears how many rows were read, of about how many. */
  readonly onProgress?: (done: number, of: number) => void
}

/** How files of one kind are read. */
export interface FileKind<Key extends string, Row> {
  readonly kind: ImportKind
  readonly columns: readonly ColumnSpec<Key>[]
  readonly reader: (header: Header<Key>) => (row: SheetRow) => RowOutcome<Row>
  readonly pastCase: (row: Row) => PastCase
}

/** Cases in one transaction: enough that round trips do not count, few enough that nobody waits for the chain. */
const batchSize = 200

/** Rows of a file by what became of them; `total` leaves blank ones out. */
export interface RowCount {
  readonly total: number
  readonly refused: number
  readonly blank: number
}

/** What was read of a file: its header, how many rows, and those that cannot come in with their faults. */
export interface ReadThrough {
  readonly headerRow: SheetRow
  readonly count: RowCount
  readonly rows: readonly SheetRow[]
  readonly faults: readonly RowFault[]
}

/**
 * Reads a file row by row and hands sound rows over in batches, in the order of the file. What the import and its
 * rehearsal have in common: both see the same rows and the same faults.
 */
export async function readThrough<Key extends string, Row>(
  file: SentFile,
  { columns, reader, pastCase }: FileKind<Key, Row>,
  { onProgress = () => undefined, chosen }: TakeInOptions,
  enter: (cases: readonly PastCase[]) => Promise<void>,
): Promise<ReadThrough> {
  let rowCount = 0
  const sheet = readSheet(file.source, file.name, (about) => {
    rowCount = about
  })
  const { header, headerRow, body } = await openTable(
    sheet,
    columns,
    chosen as ChosenColumns<Key> | undefined,
  )
  const read = reader(header)
  const count = { total: 0, refused: 0, blank: 0 }
  const refused = refusedRows()
  const batches = enterInOrder(enter)
  let batch: PastCase[] = []
  try {
    for await (const row of body) {
      const outcome = read(row)
      if (outcome.kind === 'blank') {
        count.blank++
        continue
      }
      count.total++
      if (outcome.kind === 'read') batch.push(pastCase(outcome.value))
      else refused.add(row, outcome.faults)
      if (batch.length === batchSize) {
        await batches.enter(batch)
        batch = []
      }
      if (count.total % batchSize === 0) onProgress(count.total, Math.max(count.total, rowCount))
    }
    await batches.enter(batch)
  } finally {
    // Also where the file turns out to be broken further down: nothing goes on behind the caller's back.
    await batches.entered()
  }
  onProgress(count.total, count.total)
  return { headerRow, count: { ...count, refused: refused.count() }, ...refused.kept }
}

/** Where a file's cases go: the district itself. Refuses a source's name that cannot be one. */
export async function destinationOf(ctx: Ctx, kind: ImportKind, system: string = kind): Promise<Destination> {
  if (!SourceName.safeParse(system).success)
    throw new Refusal('input_invalid', { field: 'source', rule: 'pattern' })
  const { district } = await atlasOf(ctx)
  return { system, areaId: district.id, path: district.path }
}

/**
 * Brings a file's rows in as cases, in the order of the file. Each batch is whole or not at all; a program that dies
 * half-way leaves the batches before it, and the same file once more completes the rest, since a number of a source
 * comes in once. What stands at the end is the import's row, one line `import.done`, and a sheet with the rows that
 * did not come in. Refuses a file that cannot be read or lacks a column before anything is written; a CSV file whose
 * quotes break further down is refused there, with what stands before it in, and comes in whole once it is mended.
 */
export async function takeIn<Key extends string, Row>(
  ctx: Ctx,
  file: SentFile,
  fileKind: FileKind<Key, Row>,
  options: TakeInOptions,
): Promise<ImportResult> {
  ctx.must('import.run')
  const into = await destinationOf(ctx, fileKind.kind, options.system)
  const calendar = await calendarOf(ctx)
  const entered = { added: 0, known: 0, answered: 0 }
  const { headerRow, count, rows, faults } = await readThrough(file, fileKind, options, async (cases) => {
    const { added, known, answered } = await enterPastCases(ctx, into, calendar, cases)
    entered.added += added
    entered.known += known
    entered.answered += answered
  })
  const { kind } = fileKind
  return close(ctx, file, into, { kind, ...count, ...entered }, { headerRow, rows, faults: [...faults] })
}

/** Enters one batch after the other while the next is being read: the program and the database both have work. */
function enterInOrder(enter: (cases: readonly PastCase[]) => Promise<void>) {
  let entering = Promise.resolve()
  return {
    enter: async (cases: readonly PastCase[]): Promise<void> => {
      await entering
      entering = enter(cases)
      // It is awaited with the next batch; a failure until then is not one that nobody handles.
      entering.catch(() => undefined)
    },
    entered: () => entering,
  }
}

/** Rows at fault, kept up to a bound so that a file of nothing else costs no memory. */
function refusedRows() {
  const kept = { rows: [] as SheetRow[], faults: [] as RowFault[] }
  let refused = 0
  return {
    kept,
    count: () => refused,
    add: (row: SheetRow, faults: readonly RowFault[]) => {
      refused++
      if (kept.rows.length === importLimits.returnedRows) return
      kept.rows.push(row)
      kept.faults.push(...faults)
    },
  }
}

/** Keeps what became of the file: the returned sheet first, so that a row which promises one has it. */
async function close(
  ctx: Ctx,
  { source, name }: SentFile,
  { areaId, path }: Destination,
  count: Omit<ImportResult, 'id' | 'fileName' | 'importedAt' | 'faults'>,
  refused: { readonly headerRow: SheetRow; readonly rows: readonly SheetRow[]; readonly faults: RowFault[] },
): Promise<ImportResult> {
  const importedAt = ctx.clock.now()
  const id = newId(importedAt.epochMilliseconds)
  const faults = refused.faults.slice(0, importLimits.faults)
  await sweepReturned(ctx)
  if (refused.rows.length > 0) await keepReturned(ctx, id, refused, refused.faults)
  const fileHash = await hashOf(source)
  const { kind, total, added, known } = count
  await ctx.transaction(async (tx) => {
    const done = { id, kind, fileName: name, importedAt, total, added, known, fileHash, faults, reach: path }
    await insertImport(tx, ctx, done)
    const data = { kind, total, added, known, refused: count.refused, fileHash: fileHash.toString('hex') }
    tx.record(line('import.done', { chain: areaId, subject: id, data }))
  })
  return { id, fileName: name, importedAt: iso(importedAt), ...count, faults }
}

async function hashOf(source: string | Buffer): Promise<Buffer> {
  const hash = createHash('sha256')
  if (typeof source !== 'string') return hash.update(source).digest()
  for await (const bytes of createReadStream(source)) hash.update(bytes as Buffer)
  return hash.digest()
}
