import { expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import type { ColumnSpec } from './header.ts'
import { cellsBeyondHeader, matchHeader, openTable, repeatsHeader } from './header.ts'
import type { SheetRow } from './row.ts'
import { columnIndex, columnLetter } from './row.ts'

const specs: ColumnSpec<'number' | 'words' | 'user'>[] = [
  { key: 'number', name: '留言编号', aliases: ['工单编号', 'Case ID'], required: true },
  { key: 'words', name: '留言详情', aliases: ['内容'], required: true },
  { key: 'user', name: '留言用户', required: false },
]
const row = (rowNumber: number, ...texts: string[]): SheetRow => ({
  rowNumber,
  cells: new Map(
    texts.flatMap((text, at) => (text === '' ? [] : [[columnLetter(at + 1), { text }] as const])),
  ),
})
const lettersOf = (...rows: SheetRow[]) =>
  Object.fromEntries([...matchHeader(rows, specs).columns].map(([key, { letter }]) => [key, letter]))

test.each([
  ['as named', [row(1, '留言编号', '留言用户', '留言详情')], { number: 'A', user: 'B', words: 'C' }],
  ['by aliases, in another order', [row(1, '内容', '工单编号')], { words: 'A', number: 'B' }],
  [
    'below a title and a remark',
    [row(1, '二季度留言'), row(2), row(3, '', '留言编号', '内容')],
    { number: 'B', words: 'C' },
  ],
  ['whatever the width, case, spaces', [row(1, 'ＣＡＳＥ　ｉｄ：', ' 内 容* ')], { number: 'A', words: 'B' }],
  ['the exact name before the alias', [row(1, '工单编号', '留言编号', '内容')], { number: 'B', words: 'C' }],
])('a header is found %s', (_, rows, letters) => expect(lettersOf(...rows)).toEqual(letters))

const refusalOf = (read: () => unknown) => {
  try {
    read()
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, ...error.facts }
    throw error
  }
  return null
}

test('what is missing, repeated, or too far down is named', () => {
  expect(refusalOf(() => lettersOf(row(1, '标题'), row(2, '留言编号', '留言用户')))).toEqual({
    code: 'import_header_missing',
    column: '留言详情',
    nearestRow: 2,
  })
  expect(refusalOf(() => lettersOf())).toMatchObject({ column: '留言编号、留言详情', nearestRow: null })
  const eleventh = [
    ...Array.from({ length: 10 }, (_, at) => row(at + 1, '说明')),
    row(11, '留言编号', '内容'),
  ]
  expect(refusalOf(() => lettersOf(...eleventh))).toMatchObject({ code: 'import_header_missing' })
  expect(refusalOf(() => lettersOf(row(1, '留言编号', '内容', '留言 编号')))).toEqual({
    code: 'import_header_repeated',
    column: '留言编号',
    letters: 'A、C',
  })
})

test('rows that are no data are told from rows that are', () => {
  const header = matchHeader([row(1, '', '留言编号', '内容', '备注')], specs)
  expect(repeatsHeader(row(9, '', '留言编号', ' 内容 '), header)).toBe(true)
  expect(repeatsHeader(row(9, '', '7', '内容'), header)).toBe(false)
  expect(cellsBeyondHeader(row(2, '1', '7', '灯不亮', '急', '多出来的'), header)).toEqual(['E'])
})

test('a table streams every row below its header once', async () => {
  async function* rows() {
    for (let at = 1; at <= 25; at++) yield at === 2 ? row(at, '留言编号', '内容') : row(at, `${at}`, '灯不亮')
  }
  const { header, headerRow, body } = await openTable(rows(), specs)
  const seen: number[] = []
  for await (const { rowNumber } of body) seen.push(rowNumber)
  expect([header.rowNumber, headerRow.rowNumber, seen.length, seen[0], seen.at(-1)]).toEqual([
    2, 2, 23, 3, 25,
  ])
})

test.each([
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [702, 'ZZ'],
  [703, 'AAA'],
] as const)('column %i is %s', (index, letter) => {
  expect(columnLetter(index)).toBe(letter)
  expect(columnIndex(letter)).toBe(index)
})
