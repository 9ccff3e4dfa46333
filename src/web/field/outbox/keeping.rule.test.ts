import { expect, test } from 'vitest'
import { isOver, keepingOf, toForget } from './keeping.rule.ts'

const id = '01a1ec46-69c0-75ec-99a7-6284ebcadc71'

test.each([
  ['/api/me', 'me'],
  ['/api/field/day', 'day'],
  ['/api/my/grids', 'grids'],
  ['/api/matters', 'matters'],
  [`/api/cases/${id}`, 'case'],
  [`/api/register/homes/${id}`, 'home'],
  // Persons, lists of homes, alerts, what one searched for, keys: never.
  [`/api/register/people/${id}`, undefined],
  ['/api/register/homes?buildingId=1', undefined],
  [`/api/cases/${id}/duplicates`, undefined],
  ['/api/alerts', undefined],
  ['/api/me/phone-key', undefined],
  ['/api/outbox', undefined],
])('%s is kept as %s', (path, kind) => {
  expect(keepingOf(path)?.kind).toBe(kind)
})

test('the oldest go beyond the number, and all that are over their hours', () => {
  const hour = 3_600_000
  const kept = [1, 5, 3, 30].map((age) => ({ age, savedAtMs: 100 * hour - age * hour }))
  const gone = toForget(kept, { kind: 'home', most: 2, hours: 24 }, 100 * hour)
  expect(gone.map(({ age }) => age)).toEqual([5, 30])
})

test.each([
  ['/api/field/day', 71, false],
  ['/api/field/day', 72, true],
  [`/api/register/homes/${id}`, 23, false],
  [`/api/register/homes/${id}`, 24, true],
  // Kept by a page of before, and named no more.
  ['/api/alerts', 0, true],
])('%s after %i hours: over is %s', (path, hours, over) => {
  expect(isOver({ path, savedAtMs: 0 }, hours * 3_600_000)).toBe(over)
})
