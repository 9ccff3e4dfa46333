import { expect, test } from 'vitest'
import { EmergencyKind } from './contract.ts'
import { firstBy } from './first.rule.ts'
import { hurried, shareFor } from './hurry.rule.ts'
import { kindOn, kindsOn, startingKinds } from './kinds.rule.ts'
import { faultOfEnd, isOn, type Mode, touches } from './mode.rule.ts'

const at = (time: string) => Temporal.Instant.from(`2026-11-18T${time}:00+08:00`)
const mode = (more: Partial<Mode> = {}): Mode => ({
  id: 'a',
  kind: 'flood',
  drill: false,
  level: 3,
  areaId: 'street',
  path: ['district', 'street'],
  matters: ['FA16', 'FA03'],
  limitPercent: 50,
  fromAt: at('08:00'),
  untilAt: null,
  endedAt: null,
  ...more,
})
const path = ['district', 'street', 'community', 'grid']

test.each([
  ['before it began', {}, '07:59', false],
  ['as it begins', {}, '08:00', true],
  ['with no end', {}, '23:59', true],
  ['before its end', { untilAt: at('12:00') }, '11:59', true],
  ['at its end, which nobody has written down', { untilAt: at('12:00') }, '12:00', false],
  ['ended by hand before its time', { untilAt: at('12:00'), endedAt: at('10:00') }, '10:00', false],
  ['given more time than it had first', { untilAt: at('14:00') }, '13:00', true],
])('it is on, or not: %s', (_, more, time, on) => {
  expect(isOn(mode(more), at(time))).toBe(on)
})

test.each([
  ['a real one needs no end', null, false, null],
  ['a drill does', null, true, 'missing'],
  ['no end in the past', '07:00', false, 'past'],
  ['nor now', '08:00', true, 'past'],
  ['an end ahead', '09:00', true, null],
])('%s', (_, until, drill, fault) => {
  expect(faultOfEnd(until === null ? null : at(until), mode({ drill }), at('08:00'))).toBe(fault)
})
test('a drill of two days is too long, a real one is not', () => {
  const until = at('08:00').add({ hours: 48 })
  const fault = (drill: boolean) => faultOfEnd(until, mode({ drill }), at('08:00'))
  expect([fault(true), fault(false)]).toEqual(['too_far', null])
})
test('a drill lasts a day in all, however often it is given more time', () => {
  const fault = (hours: number) => faultOfEnd(at('08:00').add({ hours }), mode({ drill: true }), at('20:00'))
  expect([fault(24), fault(25)]).toEqual([null, 'too_far'])
})

const drill = mode({ id: 'drill', drill: true })
const stricter = mode({ id: 'stricter', limitPercent: 40 })
const graver = mode({ id: 'graver', level: 1, areaId: 'district', path: ['district'] })
test.each([
  ['a matter of it, in its area', { matter: 'FA16', path, drillId: null }, [mode()], 'a'],
  ['another matter', { matter: 'EN02', path, drillId: null }, [mode()], null],
  ['not screened yet', { matter: null, path, drillId: null }, [mode()], 'a'],
  [
    'not screened yet, elsewhere',
    { matter: null, path: ['district', 'next'], drillId: null },
    [mode()],
    null,
  ],
  ['not screened yet, in a drill', { matter: null, path, drillId: null }, [drill], null],
  ['another street', { matter: 'FA16', path: ['district', 'next'], drillId: null }, [mode()], null],
  ['of two the gravest', { matter: 'FA16', path, drillId: null }, [mode(), graver], 'graver'],
  ['of two as grave the stricter', { matter: 'FA16', path, drillId: null }, [mode(), stricter], 'stricter'],
  ['a neighbour’s case in a drill', { matter: 'FA16', path, drillId: null }, [drill], null],
  ['practice in its drill', { matter: 'FA16', path, drillId: 'drill' }, [drill], 'drill'],
  ['practice where it is in earnest', { matter: 'FA16', path, drillId: 'drill' }, [drill, mode()], null],
  [
    'practice beside a street where it is',
    { matter: 'FA16', path: ['district', 'next'], drillId: 'drill' },
    [drill, mode()],
    'drill',
  ],
  ['practice whose drill is over', { matter: 'FA16', path, drillId: 'drill' }, [mode()], null],
])('goes first, or not: %s', (_, standing, on, by) => {
  expect(firstBy(standing, on)?.id ?? null).toBe(by)
})

test('a unit gets its share of the time in earnest, and all of it in a drill', () => {
  const case_ = { path, drillId: null }
  expect(shareFor([mode()], case_, 'FA16')).toBe(50)
  expect(shareFor([mode()], case_, 'EN02')).toBe(100)
  expect(shareFor([drill], { path, drillId: 'drill' }, 'FA16')).toBe(100)
  const matter = { resolution: { amount: 3, unit: 'working_day' as const } }
  expect([100, 50, 10].map((percent) => hurried(matter, percent).resolution.amount)).toEqual([3, 2, 1])
})

test('two areas touch where one lies in the other', () => {
  expect(touches(mode(), ['district'])).toBe(true)
  expect(touches(mode(), path)).toBe(true)
  expect(touches(graver, ['district', 'next'])).toBe(true)
  expect(touches(mode(), ['district', 'next'])).toBe(false)
})

test('the kinds that Linli comes with are whole, and the district’s own take their place from their day on', () => {
  for (const kind of startingKinds) expect(EmergencyKind.parse(kind)).toEqual(kind)
  const flood = startingKinds[0]!
  const own = { ...flood, validFrom: '2026-06-01', matters: ['FA16'] }
  const later = { ...own, validFrom: '2027-06-01', matters: ['FA06'] }
  const smog = { ...own, code: 'smog', nameZh: '重污染天气' }
  const announced = [later, own, smog]
  const matters = (day: string) => kindOn('flood', day, announced)?.matters
  expect(matters('2026-05-31')).toEqual(flood.matters)
  expect(matters('2026-06-01')).toEqual(['FA16'])
  expect(matters('2027-06-01')).toEqual(['FA06'])
  expect(kindsOn('2026-05-31', announced).map(({ code }) => code)).not.toContain('smog')
  expect(kindOn('none', '2026-06-01', announced)).toBeNull()
})
