import fc from 'fast-check'
import { expect, test } from 'vitest'
import { summed } from './kept-counts.rule.ts'

const parts = ['area', 'matter'] as const
const changes = fc.array(
  fc.record({
    area: fc.constantFrom('one', 'two'),
    matter: fc.constantFrom('*', 'HJ01', 'HJ02'),
    by: fc.integer({ min: -3, max: 3 }),
  }),
)

test('what is added at once comes to what is added one after the other', () => {
  fc.assert(
    fc.property(changes, changes, (one, other) => {
      const apart = [...summed(parts, one), ...summed(parts, other)]
      expect(summed(parts, [...one, ...other])).toEqual(summed(parts, apart))
    }),
  )
})

test('each count stands once, in the order of its key, and none that comes to nothing', () => {
  const added = [
    { area: 'two', matter: '*', by: 1 },
    { area: 'one', matter: 'HJ01', by: 2 },
    { area: 'one', matter: '*', by: 1 },
    { area: 'two', matter: '*', by: 1 },
    { area: 'one', matter: 'HJ01', by: -2 },
  ]
  expect(summed(parts, added)).toEqual([
    { area: 'one', matter: '*', by: 1 },
    { area: 'two', matter: '*', by: 2 },
  ])
})
