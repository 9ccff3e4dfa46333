import { beforeAll, expect, test } from 'vitest'
import { Refusal } from '../../kernel/refusal.ts'
import { toDate } from '../clock.ts'
import { sheetLimits } from './limits.ts'
import { readSheet } from './read-sheet.ts'
import { loadExcel, readXlsx } from './xlsx.ts'
import { readXlsxAside } from './xlsx-aside.ts'

let file: Buffer
const count = 6_000

beforeAll(async () => {
  const excel = await loadExcel()
  const workbook = new excel.Workbook()
  const sheet = workbook.addWorksheet('留言')
  sheet.addRow(['编号', '时间', '内容', '错'])
  for (let at = 0; at < count; at++)
    sheet.addRow([
      `A-${at}`,
      toDate(Temporal.Instant.from('2026-03-01T09:00:00Z')),
      `望江区（演示）第 ${at} 件，路灯不亮`,
      { error: '#N/A' },
    ])
  file = Buffer.from(await workbook.xlsx.writeBuffer())
})

test('a workbook read aside is what it is when read in place, dates and errors too', async () => {
  let about = 0
  const aside = await Array.fromAsync(
    readXlsxAside(file, (rows) => {
      about = rows
    }),
  )
  expect(about).toBe(count + 1)
  const plain = (rows: Awaited<typeof aside>) =>
    rows.map(({ rowNumber, cells }) => [
      rowNumber,
      [...cells].map(([letter, { date, ...cell }]) => [letter, cell, date?.toString()]),
    ])
  expect(plain(aside)).toEqual(plain(await Array.fromAsync(readXlsx(file))))
})

test('meanwhile the server’s own thread goes on', async () => {
  let longestMs = 0
  let before = performance.now()
  const beat = setInterval(() => {
    longestMs = Math.max(longestMs, performance.now() - before)
    before = performance.now()
  }, 5)
  expect(file.length).toBeGreaterThan(sheetLimits.besideBytes)
  let rows = 0
  for await (const _row of readSheet(file, 'a.xlsx')) rows += 1
  clearInterval(beat)
  expect(rows).toBe(count + 1)
  const startedMs = performance.now()
  await Array.fromAsync(readXlsx(file))
  const inPlaceMs = performance.now() - startedMs
  expect(longestMs).toBeLessThan(inPlaceMs)
})

test('a reader that stops early leaves no thread, and a damaged workbook is refused by name', async () => {
  for await (const row of readXlsxAside(file)) if (row.rowNumber === 2) break
  const damaged = Buffer.concat([file.subarray(0, file.length / 2)])
  const refused = Array.fromAsync(readXlsxAside(damaged))
  await expect(refused).rejects.toBeInstanceOf(Refusal)
  await expect(refused).rejects.toMatchObject({ code: 'import_file_unreadable' })
})
