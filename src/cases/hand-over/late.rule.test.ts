import { expect, test } from 'vitest'
import { localMoment, october2026 } from '../../testing/clock-life.ts'
import { isLate, takeDueAt } from './late.rule.ts'

const at = (local: string) => localMoment(local)
const dueOf = (local: string, isEmergency = false) => takeDueAt(at(local), isEmergency, october2026)

test.each([
  ['in the morning, two hours', '10-09T09:00', false, '10-09T11:00'],
  ['on a Friday evening before a Saturday to make up', '10-09T18:00', false, '10-10T11:00'],
  ['on a Saturday evening, on Monday', '10-10T18:00', false, '10-12T11:00'],
  ['at night in an emergency', '10-09T23:00', true, '10-10T01:00'],
])('given over %s', (_what, given, isEmergency, due) => {
  expect(dueOf(given, isEmergency)).toEqual(at(due))
})

test.each([
  ['two hours', null, null, null, '10-09T11:00', false],
  ['a minute more', null, null, null, '10-09T11:01', true],
  ['taken in time, long ago', '10-09T10:00', null, null, '10-10T18:00', false],
  ['taken late', '10-09T11:30', null, null, '10-10T18:00', true],
  ['replaced in time', null, '10-09T09:30', null, '10-10T18:00', false],
  ['told to the head in an emergency, then taken', '10-09T10:00', null, '10-09T09:50', '10-10T18:00', true],
] as const)('%s', (_what, taken, replaced, told, now, late) => {
  const [takenAt, replacedAt, toldAt] = [taken, replaced, told].map((moment) => moment && at(moment))
  const times = { takenAt: takenAt ?? null, replacedAt: replacedAt ?? null, toldAt: toldAt ?? null }
  expect(isLate(times, dueOf('10-09T09:00'), at(now))).toBe(late)
})
