import { expect, test } from 'vitest'
import { type BlowDraft, bodyOf, lackingIn, minutesOf, timesWithin } from './blow-draft.ts'

const rules = { reportLeastMinutes: 15, reportMostMinutes: 7 * 24 * 60 }
const unit = { value: 'u1', label: '区城管局' }
const whole: BlowDraft = {
  situation: 'key_work',
  areaId: 'a1',
  placeName: '柳巷社区',
  point: { lon: 120.1, lat: 30.1 },
  units: [unit],
  words: ' 楼顶违建 ',
  inNameOf: null,
  minutes: null,
}

test.each([
  ['two hours', 'key_work', null, rules, 120],
  ['half an hour in an emergency', 'emergency', null, rules, 30],
  ['what was chosen', 'emergency', 240, rules, 240],
  ['not what the rules forbid', 'key_work', 15, { ...rules, reportLeastMinutes: 30 }, 120],
  [
    'the longest where all is shorter',
    'key_work',
    null,
    { reportLeastMinutes: 15, reportMostMinutes: 60 },
    60,
  ],
  [
    'a bound where no usual time fits',
    'key_work',
    null,
    { reportLeastMinutes: 20, reportMostMinutes: 25 },
    25,
  ],
] as const)('%s', (_, situation, minutes, within, found) => {
  expect(minutesOf({ situation, minutes }, within)).toBe(found)
})

test('a time is offered within the rules alone', () => {
  expect(timesWithin({ reportLeastMinutes: 30, reportMostMinutes: 120 })).toEqual([30, 60, 120])
})

test('what lacks is named; a case brings its place', () => {
  const empty = { ...whole, situation: null, areaId: null, units: [], words: ' ' }
  expect(lackingIn(empty, false)).toEqual(['situation', 'place', 'units', 'words'])
  expect(lackingIn(empty, true)).toEqual(['situation', 'units', 'words'])
  expect(lackingIn({ ...whole, units: Array.from({ length: 21 }, () => unit) }, false)).toEqual(['tooMany'])
  expect(lackingIn(whole, false)).toEqual([])
})

test('for a case the case says where', () => {
  expect(bodyOf(whole, null, rules)).toEqual({
    situation: 'key_work',
    areaId: 'a1',
    point: { lon: 120.1, lat: 30.1 },
    words: '楼顶违建',
    unitIds: ['u1'],
    reportMinutes: 120,
  })
  expect(bodyOf(whole, 'c1', rules)).not.toHaveProperty('areaId')
  expect(bodyOf(whole, 'c1', rules)).toMatchObject({ caseId: 'c1' })
})
