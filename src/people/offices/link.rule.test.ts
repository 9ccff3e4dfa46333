import { describe, expect, test } from 'vitest'
import { linkEnd, linkRuleOn, linkState } from './link.rule.ts'

const today = '2026-11-18'

describe('how long a link holds, and how it stands', () => {
  test.each([
    ['2026-11-18', '2029-11-18'],
    ['2024-02-29', '2027-02-28'],
  ])('one that begins on %s holds until %s', (startsOn, end) => {
    expect(linkEnd(startsOn)).toBe(end)
    expect(linkRuleOn(startsOn).sourceZh).toContain('三年')
  })

  test.each([
    ['2026-12-01', '2029-12-01', null, 'to_come'],
    ['2026-11-18', '2029-11-18', null, 'running'],
    ['2024-02-18', '2027-02-16', null, 'soon'],
    ['2024-02-18', '2027-02-17', null, 'running'],
    ['2023-11-19', '2026-11-19', null, 'soon'],
    ['2023-11-18', '2026-11-18', null, 'over'],
    ['2023-11-18', '2026-11-18', '2026-11-18', 'ended'],
  ] as const)('from %s to %s, ended %s: %s', (startsOn, endsOn, endedOn, state) => {
    expect(linkState({ startsOn, endsOn, endedOn }, today)).toBe(state)
  })
})
