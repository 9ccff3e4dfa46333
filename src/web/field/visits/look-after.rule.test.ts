import { expect, test } from 'vitest'
import { homesOf } from './look-after.rule.ts'

const began = '2026-11-23T01:00:00Z'
const flood = (more: object = {}) => ({ drill: false, streetId: 'street', fromAt: began, ...more })
const home = (spokenAt: string | null) => ({
  spokenAt,
  place: {
    homeId: 'h',
    label: '1-101',
    buildingId: 'b',
    steps: [{ id: 'street', kind: 'street' as const, nameZh: '东渡街道', nameEn: 'Dongdu' }],
  },
})
const counted = (...given: Parameters<typeof homesOf>) => {
  const { left, seen } = homesOf(...given)
  return [left.length, seen.length]
}

test.each([
  ['nobody came yet', null, [flood()], [1, 0]],
  ['somebody came before it began', '2026-11-23T00:59:59Z', [flood()], [1, 0]],
  ['somebody came since', '2026-11-23T02:00:00Z', [flood()], [0, 1]],
  ['the whole district', null, [flood({ streetId: null })], [1, 0]],
  ['another street', null, [flood({ streetId: 'next' })], [0, 0]],
  ['a drill', null, [flood({ drill: true })], [0, 0]],
  [
    'another began since they came',
    '2026-11-23T02:00:00Z',
    [flood(), flood({ fromAt: '2026-11-23T03:00:00Z' })],
    [1, 0],
  ],
])('%s', (_, spokenAt, on, expected) => {
  expect(counted([home(spokenAt)], on)).toEqual(expected)
})
