import { expect, test } from 'vitest'
import { layMinutes } from './minutes.ts'
import type { Line } from './story.ts'
import { tellWhistle } from './whistle.ts'
import { callAccountOf, timelinessOf } from './whistle-account.ts'
import { whistleFactsOf } from './whistle-facts.ts'
import { whistleDue } from './whistle-ladder.ts'

const calendar = {
  days: [],
  years: [2026],
  hours: [{ validFrom: '2000-01-01', spans: [{ from: '09:00', to: '17:00' }] }],
}
const minutes = layMinutes(calendar, '2026-11-01', '2026-12-31')
/** Wednesday 2026-11-18, nine in the morning. */
const nine = Temporal.Instant.from('2026-11-18T09:00:00+08:00').epochMilliseconds / 60_000
const iso = (minute: number) => Temporal.Instant.fromEpochMilliseconds((nine + minute) * 60_000).toString()

const step = { matter: null, fromDay: '2000-01-01', untilDay: null }
const steps = [
  { ...step, id: 'to sign', clock: 'sign', audience: 'street', leftPercent: null, overMinutes: 10 },
  { ...step, id: 'to come', clock: 'arrive', audience: 'street', leftPercent: 50, overMinutes: null },
  { ...step, id: 'to come, above', clock: 'arrive', audience: 'district', leftPercent: null, overMinutes: 0 },
]

/** A whistle of nine: sixty minutes to sign, two hundred to be there. */
function whistle(
  ...lines: readonly (readonly [kind: string, minute: number, data?: Line['data']])[]
): Line[] {
  const blown = {
    drillId: null,
    situation: 'key_work',
    review: 'none',
    signMinutes: 60,
    contactMinutes: 120,
    reportMinutes: 200,
    calls: [{ callId: 'call', unitId: 'team', how: 'whistled' }],
  }
  const due = { signDueAt: iso(60), contactDueAt: iso(120), reportDueAt: iso(200) }
  const told = [['blown', 0, blown], ['sounded', 0, due], ...lines] as const
  return told.map(([kind, minute, data = {}], index) => ({
    seq: index + 1,
    kind: `whistle.${kind}`,
    recorded: nine + minute,
    occurred: nine + minute,
    actor: '',
    subject: '',
    data: { callId: 'call', unitId: 'team', ...data },
  }))
}

const said = (lines: readonly Line[], minute: number) =>
  whistleDue(lines, tellWhistle(lines), steps, minutes, nine + minute).map((words) =>
    words.replace(/ \d{4}-.*$/, ''),
  )
const factsIn = (lines: readonly Line[]) =>
  Object.fromEntries(
    whistleFactsOf(tellWhistle(lines), minutes).map(({ measure, points, countsAt, pending }) => [
      measure,
      [points, countsAt - nine, pending],
    ]),
  )

test('whoever has not signed is absent once the deadline has passed, and its own minute is still in time', () => {
  expect(said(whistle(), 60)).toEqual([])
  expect(said(whistle(), 61)).toEqual(['absent call'])
  const absent = whistle(['call_absent', 60])
  expect(tellWhistle(absent).faults).toEqual([])
  expect(said(absent, 70)).toEqual(['step to sign call sign press street'])
  expect(factsIn(absent)).toMatchObject({
    signed: [0, 60, false],
    answered: [0, 60, false],
    arrived: [0, 200, true],
  })
})

test('a refusal counts as the deadline, and is pressed for on what it broke alone', () => {
  const refused = whistle(['call_refused', 20])
  expect(said(refused, 29)).toEqual([])
  expect(said(refused, 30)).toEqual(['step to sign call sign press street'])
  expect(said(refused, 300)).toEqual(['step to sign call sign press street'])
  expect(factsIn(refused)).toEqual({
    signed: [0, 20, false],
    arrived: [0, 20, false],
    answered: [0, 20, false],
  })
})

test('where only the street can tell whether a unit is there, the street alone is asked, and its word makes it true', () => {
  const unknown = whistle(['call_signed', 30], ['call_arrived', 150, { from: 'unknown' }])
  expect(said(unknown, 250)).toEqual(['step to come call arrive remind street'])
  const confirmed = [...unknown, ...whistle(['call_confirmed', 260]).slice(2)].map((line, at) => ({
    ...line,
    seq: at + 1,
  }))
  expect(said(confirmed, 300)).toEqual([])
  expect(factsIn(confirmed)).toMatchObject({ arrived: [1, 150, false] })
  const call = tellWhistle(confirmed).calls.get('call')!
  expect(timelinessOf(call, nine + 300)).toEqual({ sign: 'in_time', contact: 'late', report: 'in_time' })
  expect(callAccountOf(call, tellWhistle(confirmed), nine + 300)).toMatchObject({
    usedMinutes: 150,
    light: 'green',
  })
})

test('what stood elsewhere counts from the street’s word, and a move that is none is a fault', () => {
  const elsewhere = whistle(
    ['call_signed', 30],
    ['call_arrived', 150, { from: 'elsewhere' }],
    ['call_confirmed', 260],
    ['call_released', 400],
  )
  expect(factsIn(elsewhere)).toMatchObject({ arrived: [0, 200, false], answered: [1, 400, false] })
  expect(tellWhistle(whistle(['call_acted', 10])).faults).toEqual(['acted while called at line 3'])
})
