import { expect, test } from 'vitest'
import { piecesOf } from './marked.ts'
import { changed, filtersIn, findPath, readFindSearch } from './search.ts'

const area = '019adf00-0000-7000-8000-000000000001'

test('an address is read as far as it is understood', () => {
  const read = readFindSearch({
    q: ' 路灯 麓山 ',
    light: 'red',
    state: 'lost',
    matter: 'FA02',
    area,
    from: '上周',
  })
  expect(read).toEqual({ q: '路灯 麓山', light: 'red', matter: 'FA02', area })
  expect(filtersIn(read)).toBe(3)
  expect(readFindSearch({ q: 20260914 })).toEqual({ q: '20260914' })
})

test('nothing is asked before something is wanted', () => {
  expect(findPath(readFindSearch({ q: '  ' }))).toBeNull()
  expect(findPath({ q: 'lsxq', area })).toBe(`/api/cases/find?q=lsxq&areaId=${area}`)
})

test('a filter that is taken away leaves the address', () => {
  expect(changed({ q: '路灯', light: 'red' }, { light: undefined })).toEqual({ q: '路灯' })
})

test('what was looked for is marked wherever it stands, the longest word first', () => {
  const marked = piecesOf('三楼路灯坏了，LED路灯', ['路灯', '路灯坏', 'led'])
  expect(marked.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(['路灯坏', 'LED', '路灯'])
  expect(marked.map(({ text }) => text).join('')).toBe('三楼路灯坏了，LED路灯')
})

test('where nothing was looked for, nothing is marked', () => {
  expect(piecesOf('三楼', [])).toEqual([{ text: '三楼', isHit: false, at: 0 }])
})
