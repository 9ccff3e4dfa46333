import { expect, test } from 'vitest'
import type { StepDraft } from '../../../cases/ladder/steps.contract.ts'
import { hasTwice, rowOf, stepOf, stepsOf } from './step-rows.ts'

const over = (minutes: number): StepDraft => ({ moment: { of: 'over', minutes }, audience: 'street' })

test.each([
  [{ moment: { of: 'left', percent: 33 }, audience: 'desk' } as const, ['left', '33']],
  [over(0), ['minutes', '0']],
  [over(90), ['minutes', '90']],
  [over(840), ['hours', '14']],
])('a step is written as one would say it, and read back as it was', (step, written) => {
  const row = rowOf(step)
  expect([row.when, row.amount]).toEqual(written)
  expect(stepOf(row)).toEqual(step)
})

test.each(['', ' ', '1.5', '-1', '0', '100', 'x'])('%j percent is no step', (amount) => {
  expect(stepsOf([rowOf(over(60)), { when: 'left', amount, audience: 'desk' }])).toBeNull()
})

test('one hour and sixty minutes are the same step', () => {
  const rows = [rowOf(over(60)), { when: 'minutes', amount: '60', audience: 'street' } as const]
  expect(hasTwice(stepsOf(rows)!)).toBe(true)
  expect(hasTwice([over(60), over(61)])).toBe(false)
})
