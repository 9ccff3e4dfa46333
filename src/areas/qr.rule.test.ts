import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeCode, readPlaceCode } from './qr.rule.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const ids = fc.tuple(fc.uuid(), fc.uuid())

test('a place keeps its code for ever: plates are printed', () =>
  expect(placeCode('0199a000-0000-7000-8000-000000000001', '0199a000-0000-7000-8000-000000000002')).toBe(
    'WJMM6R52T',
  ))

test('a code is read as people type it', () => {
  fc.assert(
    fc.property(ids, ([districtId, areaId]) => {
      const code = placeCode(districtId, areaId)
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{9}$/)
      const typed = `${code.slice(0, 4)}-${code.slice(4)} `
        .toLowerCase()
        .replaceAll('0', 'o')
        .replaceAll('1', 'l')
      expect(readPlaceCode(typed)).toBe(code)
    }),
  )
})

test('a code with one wrong character is no code', () => {
  fc.assert(
    fc.property(ids, fc.nat(8), fc.integer({ min: 1, max: 31 }), ([districtId, areaId], at, shift) => {
      const code = placeCode(districtId, areaId)
      const wrong = ALPHABET[(ALPHABET.indexOf(code[at]!) + shift) % 32]!
      expect(readPlaceCode(code.slice(0, at) + wrong + code.slice(at + 1))).toBeNull()
    }),
  )
})

test.each([[''], ['ABCD'], ['ABCDEFGHJK'], ['ÄBCDEFGHJ'], ['UUUUUUUUU']])('%j is no code', (typed) =>
  expect(readPlaceCode(typed)).toBeNull(),
)

test('ten thousand places of a district have ten thousand codes, and neighbours are nothing alike', () => {
  const codes = Array.from({ length: 10_000 }, (_, at) => placeCode('district', `area ${at}`))
  expect(new Set(codes).size).toBe(10_000)
  expect(new Set(codes.map((code) => code[0])).size).toBe(32)
})
