import { Worker } from 'node:worker_threads'
import { Refusal, type RefusalFacts } from '../../kernel/refusal.ts'
import type { RefusalCode } from '../../kernel/refusal-codes.ts'
import type { Cell, SheetRow } from '../../kernel/sheet/row.ts'
import type { OnRowCount } from './csv.ts'
import { sheetLimits, tooLarge } from './limits.ts'
import type { SheetNames } from './xlsx.ts'

/** Rows that travel together: few messages, and never a whole sheet twice in memory. */
export const rowsPerMessage = 500
/** A stranger's workbook may take this much memory, in megabytes, and no more. */
const memoryMegabytes = 2_000

interface PackedRow {
  readonly rowNumber: number
  readonly cells: readonly (readonly [letter: string, cell: Omit<Cell, 'date'>, date: string | null])[]
}

export type ToWorker = 'more'
export type FromWorker =
  | { readonly kind: 'count'; readonly about: number }
  | { readonly kind: 'rows'; readonly rows: readonly PackedRow[]; readonly isLast: boolean }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly facts: RefusalFacts }
  | { readonly kind: 'failed'; readonly message: string }

/** A row as it crosses to another thread: what `Temporal` holds cannot. */
export const packRow = ({ rowNumber, cells }: SheetRow): PackedRow => ({
  rowNumber,
  cells: Array.from(
    cells,
    ([letter, { date, ...cell }]) => [letter, cell, date?.toString() ?? null] as const,
  ),
})

const unpackRow = ({ rowNumber, cells }: PackedRow): SheetRow => ({
  rowNumber,
  cells: new Map(
    cells.map(([letter, cell, date]) => [
      letter,
      date === null ? cell : { ...cell, date: Temporal.PlainDateTime.from(date) },
    ]),
  ),
})

/**
 * As `readXlsx`, in a thread of its own: while it unpacks the workbook the server goes on answering. Refuses as
 * `readXlsx` does, and `file_too_large` where the workbook takes more memory than it may.
 */
export async function* readXlsxAside(
  file: Buffer,
  onRowCount: OnRowCount = () => undefined,
  named: SheetNames = [],
): AsyncGenerator<SheetRow> {
  // A copy of its own: the buffer of an upload may be a slice of one that others use.
  const bytes = Uint8Array.from(file)
  const worker = new Worker(new URL('./xlsx.worker.ts', import.meta.url), {
    workerData: { file: bytes, named },
    transferList: [bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
  })
  const inbox = inboxOf(worker)
  try {
    for (;;) {
      worker.postMessage('more' satisfies ToWorker)
      let message = await inbox()
      while (message.kind === 'count') {
        onRowCount(message.about)
        message = await inbox()
      }
      if (message.kind === 'refused') throw new Refusal(message.code, message.facts)
      if (message.kind === 'failed') throw new Error(message.message)
      for (const row of message.rows) yield unpackRow(row)
      if (message.isLast) return
    }
  } finally {
    await worker.terminate()
  }
}

/** The worker's messages one by one; its death is an error for whoever waits. */
function inboxOf(worker: Worker): () => Promise<FromWorker> {
  const arrived: FromWorker[] = []
  let failure: Error | null = null
  let wake: () => void = () => undefined
  worker.on('message', (message: FromWorker) => {
    arrived.push(message)
    wake()
  })
  worker.on('error', (error: NodeJS.ErrnoException) => {
    const full = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    failure = full ? tooLarge(sheetLimits.fileBytes) : error
    wake()
  })
  return async () => {
    for (;;) {
      const first = arrived.shift()
      if (first) return first
      if (failure) throw failure
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  }
}
