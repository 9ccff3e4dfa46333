import { expect, test } from 'vitest'
import { Refusal } from '../kernel/refusal.ts'
import type { ClockLine } from './clock-events.rule.ts'
import { grantedTo, latestReview, type Measured, mustFit, roomFor } from './limits.rule.ts'

const most = { extensions: 2, extensionDays: 10, pauses: 1, pauseDays: 5, listingDays: 30 }
const none = { extensions: 0, extensionDays: 0, pauses: 0 }
const today = '2026-11-18'

const extension = (days: number): Measured => ({ kind: 'extension', days, reviewOn: null })
const pause = (days: number): Measured => ({ kind: 'pause', days, reviewOn: null })
const listing = (reviewOn: string): Measured => ({ kind: 'listing', days: null, reviewOn })

test.each<[string, Measured, Partial<typeof none>, object | null]>([
  ['an extension of all the days', extension(10), {}, null],
  ['one day more', extension(11), {}, { limit: 'extensionDays', most: 10, left: 10 }],
  ['what a first one left', extension(4), { extensions: 1, extensionDays: 6 }, null],
  ['a day beyond it', extension(5), { extensions: 1, extensionDays: 6 }, { limit: 'extensionDays', left: 4 }],
  [
    'a third one',
    extension(1),
    { extensions: 2, extensionDays: 2 },
    { limit: 'extensions', most: 2, left: 0 },
  ],
  ['the longest pause', pause(5), {}, null],
  ['a longer one', pause(6), {}, { limit: 'pauseDays', most: 5, left: 5 }],
  ['a second pause', pause(1), { pauses: 1 }, { limit: 'pauses', most: 1, left: 0 }],
  ['a listing of thirty days', listing('2026-12-18'), {}, null],
  ['a day later', listing('2026-12-19'), {}, { limit: 'listingDays', most: 30 }],
  ['a return, whatever was used', { kind: 'return', days: null, reviewOn: null }, { extensions: 9 }, null],
])('%s', (_, asked, used, facts) => {
  const room = roomFor(most, { ...none, ...used })
  if (facts === null) return mustFit(asked, room, today)
  const refused = (): unknown => {
    try {
      mustFit(asked, room, today)
    } catch (error) {
      return error
    }
  }
  expect(refused()).toBeInstanceOf(Refusal)
  expect(refused()).toMatchObject({ code: 'case_limit_reached', facts })
})

test('a matter that allows none says so, and what was used beyond a lower limit leaves nothing', () => {
  const closed = { extensions: 0, extensionDays: 0, pauses: 0, pauseDays: 0, listingDays: 0 }
  expect(roomFor(closed, { extensions: 1, extensionDays: 5, pauses: 2 }).left).toEqual(closed)
  expect(latestReview(closed, today)).toBe(today)
})

const line = (kind: string, data: ClockLine['data']): ClockLine => ({
  kind,
  occurredAt: Temporal.Instant.from('2026-11-18T01:00:00Z'),
  data,
})
const sentTo = (unitId: string) => line('case.dispatched', { units: [{ unitId, role: 'lead' }] })
const asked = (unitId: string, kind: string, requestId: string, days: number, granted: boolean) => [
  line('case.requested', { requestId, unitId, kind, days }),
  line('case.request_decided', { requestId, unitId, kind, granted }),
]

test('what was granted is counted for the unit and since it was given the case the last time', () => {
  const story = [
    sentTo('firm'),
    ...asked('firm', 'extension', 'a', 9, true),
    sentTo('firm'),
    ...asked('firm', 'extension', 'b', 3, true),
    ...asked('firm', 'extension', 'c', 4, false),
    ...asked('team', 'extension', 'd', 5, true),
    ...asked('firm', 'pause', 'e', 2, true),
    line('case.requested', { requestId: 'f', unitId: 'firm', kind: 'extension', days: 1 }),
  ]
  expect(grantedTo(story, 'firm')).toEqual({ extensions: 1, extensionDays: 3, pauses: 1 })
  expect(grantedTo([], 'firm')).toEqual(none)
})
