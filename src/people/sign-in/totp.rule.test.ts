import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { base32, codeOf, stepOf, totpAddress } from './totp.rule.ts'

/** RFC 6238 appendix B, the SHA-1 rows; the last six of its eight digits. */
const rfcSecret = Buffer.from('12345678901234567890')
const at = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000)

test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
])('at second %i the code is %s', (seconds, code) => {
  expect(codeOf(rfcSecret, Math.floor(seconds / 30))).toBe(code)
  expect(stepOf(rfcSecret, code, at(seconds))).toBe(Math.floor(seconds / 30))
})

describe('a code', () => {
  test('is good half a minute around its time, and then no more', () => {
    const code = codeOf(rfcSecret, 1000)
    const goodAt = [970, 999, 1000, 1001, 1030].map((step) => stepOf(rfcSecret, code, at(step * 30)))
    expect(goodAt).toEqual([null, 1000, 1000, 1000, null])
  })

  test('of another length is none', () => {
    for (const code of ['', '12345', '1234567', '２８７０８２'])
      expect(stepOf(rfcSecret, code, at(59))).toBeNull()
  })
})

test.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('base32 of %j is %s (RFC 4648 §10)', (text, written) => {
  expect(base32(Buffer.from(text))).toBe(written)
})

test('base32 has five bits a sign, whatever the bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const bits = [...base32(Buffer.from(bytes))]
        .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
        .join('')
      const read = Array.from(bytes, (_, i) => Number.parseInt(bits.slice(i * 8, i * 8 + 8), 2))
      expect(read).toEqual([...bytes])
    }),
  )
})

test('the address names whose code it is', () => {
  expect(totpAddress(Buffer.from('foobar'), '望江区（演示）', '小周 a')).toBe(
    `otpauth://totp/${encodeURIComponent('望江区（演示）')}:%E5%B0%8F%E5%91%A8%20a?secret=MZXW6YTBOI&issuer=${encodeURIComponent('望江区（演示）').replaceAll('(', '%28')}`,
  )
})
