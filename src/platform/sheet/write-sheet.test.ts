import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import excel from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SheetPage, type TextRow, writeSheet } from './write-sheet.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linli-write-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function* rowsOf(rows: readonly TextRow[]): AsyncGenerator<TextRow> {
  yield* rows
}
const named = (name: string): SheetPage => ({ name, header: ['x'], rows: [['y']] })
const namesOf = async (name: string, ...pages: readonly string[]): Promise<string[]> => {
  const path = join(folder, 'names.xlsx')
  await writeSheet(path, ['x'], rowsOf([['y']]), { name, pages: pages.map(named), about: [['z', '']] })
  const workbook = new excel.Workbook()
  await workbook.xlsx.readFile(path)
  return workbook.worksheets.map((sheet) => sheet.name)
}

test('pages that would have one name get two, so that the file opens', async () => {
  expect(await namesOf('Faults', 'faults', 'Faults', '说明 About')).toEqual([
    'Faults',
    'faults 2',
    'Faults 3',
    '说明 About',
    '说明 About 2',
  ])
  const long = '柳'.repeat(40)
  expect(await namesOf(long, long)).toEqual(['柳'.repeat(31), `${'柳'.repeat(29)} 2`, '说明 About'])
})

test.each([
  ['a/b:c*[d]?\\e', 'a b c  d   e'],
  ["'quoted'", 'quoted'],
  ['\u0007', 'Linli'],
  ['', 'Linli'],
  [`${'a'.repeat(30)}'b`, 'a'.repeat(30)],
])('a page named %j is called %j', async (said, called) => {
  expect((await namesOf(said))[0]).toBe(called)
})

test.each(['=1+1', '+86', '-3', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠x'])(
  '%j in a CSV file is text',
  async (said) => {
    const path = join(folder, 'a.csv')
    await writeSheet(path, [said], rowsOf([[said]]))
    const lines = (await readFile(path, 'utf8')).replace('\ufeff', '')
    const cell = /[\r\n]/.test(said) ? `"'${said}"` : `'${said}`
    expect(lines).toBe(`${cell}\r\n${cell}\r\n`)
  },
)
