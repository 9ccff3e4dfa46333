import { expect, test } from 'vitest'
import { draftOf, formulaIn } from './formula-draft.ts'

const rules = {
  objectionDays: 10,
  leastWorkers: 5,
  consultations: ['ZX01'],
  weights: [{ measure: 'resolved' as const, weight: 25, least: 10 }],
}
const draft = draftOf(rules, '2027-01')

test('what was not changed is sent as it was', () => {
  expect(formulaIn(draft)).toEqual({ fromMonth: '2027-01', ...rules })
})

test.each([
  ['too few days', { objectionDays: '3' }],
  ['no number', { leastWorkers: '' }],
  ['a code that is none', { consultations: 'ZX01 咨询' }],
  ['too heavy', { weights: { resolved: { weight: '101', least: '10' } } }],
  ['two say nothing', { weights: { resolved: { weight: '10', least: '2' } } }],
])('%s is not sent', (_what, wrong) => {
  expect(formulaIn({ ...draft, ...wrong })).toBeNull()
})

test('codes are taken as they are typed, once each', () => {
  expect(formulaIn({ ...draft, consultations: ' zx01  ZX02 ZX01 ' })?.consultations).toEqual(['ZX01', 'ZX02'])
})
