import { parentPort, workerData } from 'node:worker_threads'
import { Refusal } from '../../kernel/refusal.ts'
import { readXlsx, type SheetNames } from './xlsx.ts'
import type { FromWorker, ToWorker } from './xlsx-aside.ts'
import { packRow, rowsPerMessage } from './xlsx-aside.ts'

// Reads a workbook beside the server: unpacking one takes seconds, in which nobody else would be answered.

const port = parentPort
if (!port) throw new Error('this file is a worker’s')
const say = (message: FromWorker): void => port.postMessage(message)
const { file, named } = workerData as { readonly file: Uint8Array; readonly named: SheetNames }
const rows = readXlsx(Buffer.from(file), (about) => say({ kind: 'count', about }), named)

port.on('message', (message: ToWorker) => {
  if (message === 'more') void next()
})

async function next(): Promise<void> {
  const batch = []
  try {
    while (batch.length < rowsPerMessage) {
      const row = await rows.next()
      if (row.done) {
        say({ kind: 'rows', rows: batch, isLast: true })
        port?.close()
        return
      }
      batch.push(packRow(row.value))
    }
    say({ kind: 'rows', rows: batch, isLast: false })
  } catch (error) {
    if (error instanceof Refusal) say({ kind: 'refused', code: error.code, facts: error.facts })
    else
      say({
        kind: 'failed',
        message: error instanceof Error ? (error.stack ?? error.message) : String(error),
      })
    port?.close()
  }
}
