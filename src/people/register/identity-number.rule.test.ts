import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { identityCheckDigit, identityDiffers, identityEnd, readIdentity } from './identity-number.rule.ts'

const today = '2026-11-18'
const read = (text: string) => readIdentity(text, { today, invented: true })
/** A number with its right check digit. */
const made = (digits: string): string => digits + identityCheckDigit(digits)

test.each([
  // The examples of the standard itself (GB 11643-1999, Annex A).
  ['11010519491231002X', { birthDay: '1949-12-31', sex: 'female' }],
  ['440524188001010014', { birthDay: '1880-01-01', sex: 'male' }],
])('%s is read', (number, facts) => expect(read(number)).toEqual({ number, ...facts }))

test.each([
  [' 110105 19491231 002x ', 'spaces and a small x'],
  ["'11010519491231002X", 'an apostrophe before it'],
  ['１１０１０５１９４９１２３１００２Ｘ', 'full-width characters'],
  ['110105-19491231-002X', 'hyphens'],
  ['110105491231002', 'fifteen digits from before 1999'],
])('%s: %s', (text) => expect(read(text)).toMatchObject({ number: '11010519491231002X' }))

test.each([
  ['', 'form'],
  ['1101051949123100', 'form'],
  ['11010519491231002XX', 'form'],
  ['1101051949123100AX', 'form'],
  ['110105194912310021', 'check_digit'],
  ['11010519491231003X', 'check_digit'],
  ['110105194912310000', 'lost_digits'],
  ['1.10105194912310E+17', 'lost_digits'],
  ['1.10105E17', 'lost_digits'],
  ['110105194912310000.0', 'lost_digits'],
  [made('11010519490230002'), 'date'],
  [made('11010519991301002'), 'date'],
  [made('11010519990431002'), 'date'],
  [made('11010520261119002'), 'date'],
  [made('11010517491231002'), 'date'],
  ['110105991301002', 'date'],
  [made('01010519491231002'), 'area'],
  [made('48010519491231002'), 'area'],
])('%s is none: %s', (text, fault) => expect(read(text)).toBe(fault))

test('a leap day is a day in a leap year alone', () => {
  expect(read(made('11010520000229002'))).toMatchObject({ birthDay: '2000-02-29' })
  expect(read(made('11010519000229002'))).toBe('date')
})

test('a number that truly ends in 000 is one', () => {
  const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'))
  const number = months.map((month) => made(`1101051990${month}01100`)).find((one) => one.endsWith('000'))!
  expect(read(number)).toMatchObject({ number })
})

test('an invented person counts in a demonstration district alone', () => {
  const number = made('99999919900101001')
  expect(read(number)).toMatchObject({ number })
  expect(readIdentity(number, { today })).toBe('area')
})

test('what was entered is compared with what the number says', () => {
  const number = { number: '11010519491231002X', birthDay: '1949-12-31', sex: 'female' } as const
  expect(identityDiffers(number, { birthDay: '1949-12-31', sex: 'female' })).toBeNull()
  expect(identityDiffers(number, { birthDay: null, sex: null })).toBeNull()
  expect(identityDiffers(number, { birthDay: '1949-12-30', sex: 'male' })).toBe('birthDay')
  expect(identityDiffers(number, { birthDay: null, sex: 'male' })).toBe('sex')
  expect(identityEnd(number.number)).toBe('2X')
})

describe('for any number', () => {
  const first = Temporal.PlainDate.from('1900-01-01')
  const digits = fc
    .record({ day: fc.integer({ min: 0, max: 46_000 }), order: fc.integer({ min: 0, max: 999 }) })
    .map(({ day, order }) => {
      const born = first.add({ days: day }).toString().replaceAll('-', '')
      return `430104${born}${String(order).padStart(3, '0')}`
    })

  test('one wrong digit, and two neighbours that changed places, are found', () => {
    fc.assert(
      fc.property(
        digits,
        fc.integer({ min: 0, max: 16 }),
        fc.integer({ min: 1, max: 9 }),
        (seventeen, at, by) => {
          const number = made(seventeen)
          const put = (place: number, character: string) =>
            number.slice(0, place) + character + number.slice(place + 1)
          expect(read(number)).toMatchObject({ number })
          expect(typeof read(put(at, String((Number(number[at]) + by) % 10)))).toBe('string')
          const [one, other] = [number[at]!, number[at + 1]!]
          if (one !== other && other !== 'X')
            expect(typeof read(number.slice(0, at) + other + one + number.slice(at + 2))).toBe('string')
        },
      ),
    )
  })
})
