import fc from 'fast-check'
import { expect, test } from 'vitest'
import { heldBack } from './small-numbers.ts'

test.each([
  [[], [], 0],
  [[0, 0], [0, 0], 0],
  [[5, 9], [5, 9], 14],
  [[4], [null], null],
  [[0, 3], [0, null], null],
  // One alone would be told by the whole: the next smallest goes with it.
  [[3, 8, 20], [null, null, 20], 31],
  [[3, 4, 20], [null, null, 20], 27],
  [[1, 2, 20], [null, null, 20], null],
  [[1, 1, 0, 0], [null, null, 0, 0], null],
])('of %j is shown %j and in all %s', (parts, expected, whole) =>
  expect(heldBack(parts)).toEqual({ parts: expected, whole }),
)

test('what is shown never lets one few be worked out', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 8 }), (parts) => {
      const { parts: told, whole } = heldBack(parts)
      const hidden = parts.filter((_, index) => told[index] === null)
      for (const count of parts.filter((part) => part > 0 && part < 5)) expect(hidden).toContain(count)
      if (hidden.length > 0 && whole !== null) {
        // More than one is hidden, and what they come to together is not few.
        expect(hidden.length).toBeGreaterThan(1)
        expect(hidden.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(5)
      }
    }),
  )
})
