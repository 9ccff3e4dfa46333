import { expect, test } from 'vitest'
import { sayingsOf } from './line-says.ts'
import { layMinutes } from './second-opinion/minutes.ts'
import type { Line } from './second-opinion/story.ts'

const calendar = {
  days: [],
  years: [2026],
  hours: [{ validFrom: '2000-01-01', spans: [{ from: '09:00', to: '17:00' }] }],
}
const minutes = layMinutes(calendar, '2026-11-01', '2026-12-31')
const response = { responseAmount: 4, responseUnit: 'working_hour', yellowPercent: 33 }
const resolution = { resolutionAmount: 24, resolutionUnit: 'clock_hour' }
const lamp = { code: 'FA02', validFrom: '2000-01-01', validTo: null, ...response, ...resolution }
const rows = { minutes, matters: [lamp], steps: [] }

/** Wednesday 2026-11-18, nine in the morning. */
const nine = Temporal.Instant.from('2026-11-18T09:00:00+08:00').epochMilliseconds / 60_000
const storyOf = (...lines: readonly (readonly [kind: string, data: Line['data'], hour: number])[]): Line[] =>
  lines.map(([kind, data, hour], index) => ({
    seq: index + 1,
    kind,
    recorded: nine + hour * 60,
    occurred: nine + hour * 60,
    actor: '',
    subject: '',
    data: { matter: 'FA02', ...data },
  }))

const [led, assisted] = ['the firm', 'the team']
const handed = {
  units: [
    { unitId: led, role: 'lead' },
    { unitId: assisted, role: 'assist' },
  ],
}

test('what the last return of an assisting unit leaves resolved is held to the deadline of whoever led', () => {
  const story = storyOf(
    ['case.accepted', {}, 0],
    ['case.screened', {}, 1],
    ['case.dispatched', handed, 2],
    ['case.resolved', { unitId: led, onTheSpot: false, whole: false }, 5],
    ['case.requested', { requestId: 'asked', unitId: assisted, kind: 'return' }, 6],
    ['case.request_decided', { requestId: 'asked', unitId: assisted, kind: 'return', granted: true }, 50],
    ['case.resolved', { unitId: null, onTheSpot: false, whole: true }, 50],
  )
  const [saying] = sayingsOf(story.at(-1)!, story, rows)
  expect(saying?.expected).toEqual({ dueAt: '2026-11-19T03:00:00.000Z' })
})

test('what was solved on the spot is held to no deadline: no unit had it', () => {
  const story = storyOf(
    ['case.accepted', {}, 0],
    ['case.screened', {}, 0],
    ['case.resolved', { unitId: null, onTheSpot: true, whole: true }, 0],
  )
  expect(sayingsOf(story.at(-1)!, story, rows)[0]?.expected).toEqual({ dueAt: null })
})
