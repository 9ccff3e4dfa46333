import { expect, test } from 'vitest'
import type { FieldRow } from '../../../cases/field-day.contract.ts'
import { groupOf, isNews } from './day.rule.ts'

test.each([
  [true, 'red', 'red'],
  [true, 'green', 'green'],
  // A clock that has stopped keeps its colour, but hurries nobody.
  [false, 'red', 'resting'],
  [false, 'none', 'resting'],
  [true, 'none', 'resting'],
] as const)('running %s with light %s stands in %s', (running, light, group) => {
  expect(groupOf({ running, light })).toBe(group)
})

const row = (next: FieldRow['next']): FieldRow =>
  ({
    next,
    acceptedAt: '2026-11-23T01:00:00.000Z',
    account: { startedAt: '2026-11-23T03:00:00.000Z' },
  }) as FieldRow
const at = (clock: string): number => Date.parse(`2026-11-23T${clock}:00.000Z`)

test.each([
  ['never looked before', 'sign', null, false],
  ['dispatched to the unit since', 'sign', at('02:00'), true],
  ['another’s, and accepted before', null, at('02:00'), false],
  ['looked after both', 'sign', at('03:00'), false],
] as const)('%s', (_what, next, lookedAtMs, news) => {
  expect(isNews(row(next), lookedAtMs)).toBe(news)
})
