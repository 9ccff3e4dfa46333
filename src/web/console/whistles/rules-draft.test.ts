import { expect, test } from 'vitest'
import type { WhistleRules } from '../../../cases/whistle/contract.ts'
import { draftOf, rulesOf, wrongIn } from './rules-draft.ts'

const rules: WhistleRules = {
  validFrom: null,
  blowers: ['street_desk', 'community_desk'],
  firstReviewed: true,
  signMinutes: 60,
  emergencySignMinutes: 30,
  contactMinutes: 120,
  emergencyContactMinutes: 40,
  reportLeastMinutes: 15,
  reportMostMinutes: 10_080,
  spotMetres: 200,
  rateDays: 30,
}

test('what is not changed is announced as it was', () => {
  const draft = draftOf(rules, '2026-12-01')
  expect(wrongIn(draft)).toEqual([])
  expect(rulesOf(draft)).toEqual({ ...rules, validFrom: '2026-12-01' })
  expect(rulesOf({ ...draft, community: false }).blowers).toEqual(['street_desk'])
})

test.each([
  ['signMinutes', '4', ['signMinutes']],
  ['signMinutes', '1441', ['signMinutes']],
  ['signMinutes', '6.5', ['signMinutes']],
  ['spotMetres', '', ['spotMetres']],
  ['reportLeastMinutes', '10080', []],
  ['reportMostMinutes', '10', ['reportMostMinutes']],
] as const)('%s of %j', (bound, typed, wrong) => {
  const draft = draftOf(rules, '2026-12-01')
  expect(wrongIn({ numbers: { ...draft.numbers, [bound]: typed } })).toEqual(wrong)
})
