import { describe, expect, test } from 'vitest'
import { UnitKind } from './contract.ts'
import { usualOffices } from './office-catalogue.rule.ts'

describe('the offices that a body usually has', () => {
  test.each(UnitKind.options)('%s has a head, and each title once', (kind) => {
    const offices = usualOffices(kind, '2026-11-18')
    expect(offices.filter((office) => office.kind === 'head')).toHaveLength(1)
    expect(new Set(offices.map(({ title }) => title)).size).toBe(offices.length)
    for (const { termMonths, basis } of offices)
      expect(termMonths === null ? basis === null : basis !== null).toBe(true)
  })

  test.each([
    // 城市居民委员会组织法 第八条: three years until the change of 2018-12-29, five from then on.
    ['community', 'director', '2018-12-28', 36],
    ['community', 'director', '2018-12-29', 60],
    ['party_committee', 'part_time_member', '2026-11-18', 60],
    ['party_branch', 'secretary', '2026-11-18', 36],
    ['owners_committee', 'chair', '2026-11-18', 60],
    ['property_firm', 'head', '2026-11-18', null],
  ] as const)('%s: %s on %s: %s months', (kind, title, day, months) => {
    expect(usualOffices(kind, day).find((office) => office.title === title)?.termMonths).toBe(months)
  })

  test('a residents’ committee has five to nine seats', () => {
    const seats = usualOffices('community', '2026-11-18').reduce((sum, office) => sum + office.seats, 0)
    expect(seats).toBeGreaterThanOrEqual(5)
    expect(seats).toBeLessThanOrEqual(9)
  })
})
