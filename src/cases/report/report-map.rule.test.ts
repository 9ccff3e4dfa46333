import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shadesOf } from './report-map.rule.ts'

test('every count has the shade whose range it lies in, and more is never lighter', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(400), { minLength: 1 }), (counts) => {
      const { stepOf, steps } = shadesOf(counts)
      for (const count of counts) {
        const { from, to } = steps.find(({ step }) => step === stepOf(count))!
        expect(count >= from && count <= to).toBe(true)
      }
      const sorted = counts.toSorted((one, other) => one - other).map(stepOf)
      expect(sorted).toEqual(sorted.toSorted((one, other) => one - other))
    }),
  )
})

test('the darkest stands for the most, and few counts have few shades', () => {
  expect(shadesOf([0, 0]).steps).toEqual([{ step: 0, from: 0, to: 0 }])
  expect(shadesOf([2, 0, 1]).steps).toEqual([
    { step: 0, from: 0, to: 0 },
    { step: 1, from: 1, to: 1 },
    { step: 2, from: 2, to: 2 },
  ])
  expect(shadesOf([83, 3]).steps.at(-1)).toEqual({ step: 4, from: 63, to: 83 })
})
