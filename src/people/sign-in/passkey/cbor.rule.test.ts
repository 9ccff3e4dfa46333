import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '../../../kernel/refusal.ts'
import { readCbor } from './cbor.rule.ts'
import { readDevice } from './ceremony.rule.ts'

const read = (hex: string) => readCbor(Buffer.from(hex, 'hex'))

// RFC 8949, Appendix A, as far as authenticators write it.
test.each([
  ['00', 0],
  ['17', 23],
  ['1818', 24],
  ['1903e8', 1000],
  ['1a000f4240', 1_000_000],
  ['20', -1],
  ['390100', -257],
  ['f4', false],
  ['f5', true],
  ['f6', null],
  ['6449455446', 'IETF'],
  ['62c3bc', 'ü'],
  ['80', []],
  ['83010203', [1, 2, 3]],
  ['8301820203820405', [1, [2, 3], [4, 5]]],
])('%s is read', (hex, value) => {
  expect(read(hex)).toEqual({ value, end: hex.length / 2 })
})

test('bytes and maps are read, and what follows is left', () => {
  const { value, end } = read('a2014401020304200500')
  expect(value).toEqual(
    new Map<number, unknown>([
      [1, Buffer.from('01020304', 'hex')],
      [-1, 5],
    ]),
  )
  expect(end).toBe(9)
})

test.each([
  ['nothing', ''],
  ['a text that is cut off', '6449'],
  ['a number that is cut off', '19'],
  ['a list of four billion', '9affffffff'],
  ['an open list', '9f01ff'],
  ['a number of eight bytes', '1b000000e8d4a51000'],
  ['a float', 'f93c00'],
  ['a tag', 'c074323031332d30332d32315432303a30343a30305a'],
  ['a key twice', 'a201020103'],
  ['lists in lists', '8181818181818181'],
])('%s is refused', (_what, hex) => {
  expect(() => read(hex)).toThrow(Refusal)
})

test('whatever comes is read or refused', () => {
  const reading = (read: () => unknown) => {
    try {
      read()
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal)
    }
  }
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 120 }), (bytes) => {
      reading(() => readCbor(Buffer.from(bytes)))
      reading(() => readDevice(Buffer.from(bytes), 'linli.example.cn'))
    }),
  )
})
