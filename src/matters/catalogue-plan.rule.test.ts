import { describe, expect, test } from 'vitest'
import { type KnownMatter, planCatalogue } from './catalogue-plan.rule.ts'
import type { NewMatter } from './contract.ts'

const lamp: NewMatter = {
  code: 'FA01',
  nameZh: '路灯不亮',
  nameEn: 'Lamp out',
  category: 'FA',
  categoryZh: '公共设施',
  categoryEn: 'Public facilities',
  hostRole: 'assists',
  host: 'service_centre',
  level: 'district',
  answers: 'department:public_works',
  response: { amount: 4, unit: 'working_hour' },
  resolution: { amount: 3, unit: 'working_day' },
  limits: { extensions: 2, extensionDays: 20, pauses: 2, pauseDays: 20, listingDays: 180 },
  yellowPercent: 33,
  evidence: { photo: true, note: true },
  confidential: false,
  basis: null,
  keywords: ['路灯', '街灯'],
}
const slower: NewMatter = { ...lamp, resolution: { amount: 5, unit: 'working_day' } }
const sparse: NewMatter = { ...lamp, keywords: ['路灯'] }
const row = (
  id: string,
  matter: NewMatter,
  validFrom: string,
  validTo: string | null = null,
): KnownMatter => ({
  matter: { ...matter, id },
  validFrom,
  validTo,
})

describe('a matter that comes in', () => {
  test.each([
    ['is new', [], lamp, { add: 1 }],
    ['stands as it is', [row('a', lamp, '2026-01-01')], lamp, { same: 1 }],
    ['has another time', [row('a', lamp, '2026-01-01')], slower, { replace: 1 }],
    ['has other keywords', [row('a', lamp, '2026-01-01')], sparse, { replace: 1 }],
    ['is corrected on its first day', [row('a', lamp, '2026-06-01')], slower, { correct: 1 }],
    ['comes back after its end', [row('a', lamp, '2026-01-01', '2026-03-01')], lamp, { add: 1 }],
    ['comes back on the day of its end', [row('a', lamp, '2026-01-01', '2026-06-01')], lamp, { add: 1 }],
    ['comes back on its only day', [row('a', lamp, '2026-06-01', '2026-06-01')], lamp, { correct: 1 }],
    ['ends later already', [row('a', lamp, '2026-01-01', '2026-07-01')], slower, { changedLater: 1 }],
    ['begins later already', [row('a', lamp, '2026-07-01')], slower, { changedLater: 1 }],
    [
      'is what its last row says, not its first',
      [row('a', slower, '2026-01-01', '2026-03-01'), row('b', lamp, '2026-03-01')],
      lamp,
      { same: 1 },
    ],
  ] as const)('%s', (_what, standing, matter, expected) => {
    const plan = planCatalogue([matter], standing, { fromDay: '2026-06-01', retire: true })
    const counts = Object.fromEntries(
      Object.entries(plan).map(([key, value]) => [key, Array.isArray(value) ? value.length : value]),
    )
    const none = { add: 0, replace: 0, correct: 0, retire: 0, same: 0, changedLater: 0 }
    expect(counts).toEqual({ ...none, ...expected })
  })

  test('others are ended only where that is asked, and once', () => {
    const standing = [
      row('a', lamp, '2026-01-01'),
      row('b', { ...lamp, code: 'FA02' }, '2026-01-01', '2026-02-01'),
    ]
    const from = { fromDay: '2026-06-01' }
    expect(planCatalogue([], standing, { ...from, retire: true }).retire).toEqual(['a'])
    expect(planCatalogue([], standing, { ...from, retire: false }).retire).toEqual([])
  })
})
