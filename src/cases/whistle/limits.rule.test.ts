import { describe, expect, test } from 'vitest'
import { Refusal } from '../../kernel/refusal.ts'
import type { WhistleRules } from './contract.ts'
import { howCalled, minutesFor, reviewOf, rulesOn, startingRules } from './limits.rule.ts'
import { reportedFrom } from './spot.rule.ts'

const from = (validFrom: string, signMinutes: number): WhistleRules => ({
  ...startingRules,
  validFrom,
  signMinutes,
})

test.each([
  ['2026-10-31', 60],
  ['2026-11-01', 45],
  ['2026-11-30', 45],
  ['2026-12-01', 30],
])('on %s a unit has %i minutes to sign', (day, minutes) => {
  const announced = [from('2026-12-01', 30), from('2026-11-01', 45)]
  expect(rulesOn(day, announced).signMinutes).toBe(minutes)
})

describe('what a whistle gives and asks', () => {
  test.each([
    ['joint_enforcement', 60, 120],
    ['key_work', 60, 120],
    ['emergency', 30, 40],
  ] as const)('%s: %i minutes to sign, %i to make contact', (situation, signMinutes, contactMinutes) => {
    const given = { signMinutes, contactMinutes, reportMinutes: 90 }
    expect(minutesFor(situation, 90, startingRules)).toEqual(given)
  })

  test.each([14, 10_081])('%i minutes to be there are out of bounds', (minutes) => {
    expect(() => minutesFor('key_work', minutes, startingRules)).toThrow(Refusal)
  })

  test.each([
    ['community_desk', 'key_work', false, 'before'],
    ['community_desk', 'joint_enforcement', false, 'before'],
    ['community_desk', 'emergency', false, 'after'],
    ['community_desk', 'key_work', true, 'none'],
    ['community_desk', 'emergency', true, 'none'],
    ['street_desk', 'key_work', false, 'none'],
    ['street_desk', 'emergency', false, 'none'],
  ] as const)('a %s’s %s, one before: %s, is reviewed %s', (kind, situation, hadOne, when) => {
    expect(reviewOf(kind, situation, startingRules, { hadOne })).toBe(when)
    expect(reviewOf(kind, situation, { ...startingRules, firstReviewed: false }, { hadOne })).toBe('none')
  })

  test.each([
    ['department', 'whistled'],
    ['street_team', 'whistled'],
    ['property_firm', 'invited'],
    ['community', null],
    ['street_office', null],
    ['centre', null],
    ['owners_committee', null],
  ])('a %s is %s', (kind, how) => expect(howCalled(kind)).toBe(how))
})

describe('where a unit reports from', () => {
  const spot = { lon: 120, lat: 30 }
  const north = (metres: number) => ({ lon: 120, lat: 30 + metres / 111_195 })
  test.each([
    ['on the spot', spot, spot, false, 'spot', 0],
    ['just within', spot, north(199), false, 'spot', 200],
    ['just without', spot, north(204), true, 'elsewhere', 200],
    ['no point said', spot, null, true, 'unknown', null],
    ['the whistle has none, in its area', null, spot, true, 'spot', null],
    ['the whistle has none, outside', null, spot, false, 'elsewhere', null],
    ['nobody said anything', null, null, false, 'unknown', null],
  ] as const)('%s', (_, there, here, inArea, place, metres) => {
    expect(reportedFrom(there, here, { spotMetres: 200, inArea })).toEqual({ from: place, metres })
  })
})
