import { describe, expect, test } from 'vitest'
import { clockAccount } from '../cases/clock.rule.ts'
import { responseEvents, unitEvents } from '../cases/clock-events.rule.ts'
import { workCalendar } from '../kernel/calendar.ts'
import type { LineData } from '../platform/journal-line.rule.ts'
import { type CaseClocks, caseFacts } from './case-facts.rule.ts'
import type { AssessedLine } from './fact.rule.ts'

const calendar = workCalendar({
  timeZone: 'Asia/Shanghai',
  hours: [{ validFrom: '1990-01-01', spans: [{ from: '09:00', to: '17:00' }] }],
  days: new Map(),
  announcedYears: new Set(),
})
const base = { yellowPercent: 33, calendar, now: Temporal.Instant.from('2026-11-01T00:00:00Z') }
/** Four hours for the first answer, twenty for the rest, by the wall clock. */
const clocks: CaseClocks = {
  response: (story) =>
    clockAccount({
      ...base,
      clock: 'response',
      allowance: { amount: 4, unit: 'clock_hour' },
      events: responseEvents(story),
    }),
  unit: (story, unitId) =>
    clockAccount({
      ...base,
      clock: 'resolution',
      allowance: { amount: 20, unit: 'clock_hour' },
      events: unitEvents(story, unitId),
    }),
}

const start = Temporal.Instant.from('2026-11-02T00:00:00Z')
type Step = readonly [hours: number, kind: string, data?: LineData]
const storyOf = (...steps: readonly Step[]): AssessedLine[] =>
  ([[0, 'accepted', { source: 'portal' }], ...steps] as Step[]).map(([hours, kind, data = {}]) => {
    const at = start.add({ minutes: Math.round(hours * 60) })
    return { kind: `case.${kind}`, occurredAt: at, recordedAt: at, actor: 'account:a', data }
  })
const units = (...ids: string[]) => ({
  units: ids.map((unitId, at) => ({ unitId, role: at === 0 ? 'lead' : 'assist' })),
})
const handed = (hours: number, ...ids: string[]): Step => [
  hours,
  'dispatched',
  { matter: 'FA02', ...units(...ids) },
]
const of = (unitId: string) => ({ unitId })
const resolved = (hours: number, unitId = 'a'): Step => [hours, 'resolved', { unitId, matter: 'FA02' }]
const rated = (hours: number, solved: boolean, rating: number): Step => [hours, 'rated', { solved, rating }]
const returned = (hours: number, granted = true): Step => [
  hours,
  'request_decided',
  { unitId: 'a', kind: 'return', granted, until: null, minutes: null },
]
/** measure/unit/round points of, hour at which it counts, why. */
const say = (story: readonly AssessedLine[]) =>
  caseFacts(story, clocks).map((fact) => {
    const hour = start.until(fact.countsAt).total('hours')
    const what = `${fact.measure} ${fact.unitId}${fact.round}`
    return `${what}: ${fact.points}/${fact.outOf} at ${hour} ${fact.because}${fact.pending ? '?' : ''}`
  })

const table: readonly (readonly [what: string, steps: readonly Step[], facts: readonly string[]])[] = [
  ['not handed out yet is nobody’s', [[1, 'screened', { matter: 'FA02', confidential: false }]], []],
  [
    'handed out, and nobody has moved',
    [handed(1, 'a')],
    ['responded a1: 0/1 at 4 open?', 'resolved a1: 0/1 at 21 open?'],
  ],
  [
    'signed for, done at the deadline itself, answered, said to be solved, closed',
    [handed(1, 'a'), [2, 'signed', of('a')], resolved(21), rated(30, true, 5), [31, 'closed']],
    [
      'responded a1: 1/1 at 2 in_time',
      'resolved a1: 1/1 at 21 in_time',
      'solved a1: 1/1 at 30 said_solved',
      'satisfied a1: 1/1 at 30 said_satisfied',
      'stood a1: 1/1 at 31 closed',
    ],
  ],
  [
    'late counts when it was due',
    [handed(1, 'a'), [6, 'signed', of('a')], resolved(22)],
    ['responded a1: 0/1 at 4 late', 'resolved a1: 0/1 at 21 late'],
  ],
  [
    'handed out after the first answer was due: the desk’s, not the unit’s',
    [handed(5, 'a'), [6, 'signed', of('a')]],
    ['resolved a1: 0/1 at 25 open?'],
  ],
  [
    'answered by somebody else before',
    [[1, 'arrived', { unitId: null }], handed(2, 'a')],
    ['resolved a1: 0/1 at 22 open?'],
  ],
  [
    'who assists is assessed by those who lead',
    [handed(1, 'a', 'b'), [2, 'signed', of('a')], resolved(3, 'b'), resolved(4)],
    ['responded a1: 1/1 at 2 in_time', 'resolved a1: 1/1 at 4 in_time', 'assisted b1: 1/1 at 3 in_time'],
  ],
  [
    'given back: nobody’s, and the next unit has its own clock',
    [handed(1, 'a'), [2, 'signed', of('a')], returned(3), handed(30, 'b')],
    ['responded a1: 1/1 at 2 in_time', 'resolved b1: 0/1 at 50 open?'],
  ],
  [
    'a return that was refused ends nothing',
    [handed(1, 'a'), [2, 'signed', of('a')], returned(3, false)],
    ['responded a1: 1/1 at 2 in_time', 'resolved a1: 0/1 at 21 open?'],
  ],
  ['withdrawn in time: not counted', [handed(1, 'a'), [3, 'withdrawn']], []],
  [
    'withdrawn after the deadline: that stays',
    [handed(1, 'a'), [2, 'signed', of('a')], [22, 'withdrawn']],
    ['responded a1: 1/1 at 2 in_time', 'resolved a1: 0/1 at 21 late'],
  ],
  [
    'paused time is not the unit’s; a pause without an end has no deadline',
    [
      handed(1, 'a'),
      [2, 'signed', of('a')],
      [3, 'request_decided', { unitId: 'a', kind: 'pause', granted: true, until: null, minutes: null }],
    ],
    ['responded a1: 1/1 at 2 in_time'],
  ],
  [
    'sent back by the centre: not resolved yet',
    [handed(1, 'a'), [2, 'signed', of('a')], resolved(3), [5, 'checked', { passed: false }]],
    ['responded a1: 1/1 at 2 in_time', 'resolved a1: 0/1 at 23 open?'],
  ],
  [
    'reopened: its close does not stand, and a second round begins',
    [
      handed(1, 'a'),
      [2, 'signed', of('a')],
      resolved(3),
      [4, 'closed'],
      rated(5, false, 1),
      [5, 'reopened', { matter: 'FA02', ...units('a') }],
      resolved(6),
      rated(7, true, 2),
      [8, 'closed'],
    ],
    [
      'responded a1: 1/1 at 2 in_time',
      'resolved a1: 1/1 at 3 in_time',
      'resolved a2: 1/1 at 6 in_time',
      'solved a1: 0/1 at 5 said_unsolved',
      'satisfied a1: 0/1 at 5 said_unsatisfied',
      'solved a2: 1/1 at 7 said_solved',
      'satisfied a2: 0/1 at 7 said_unsatisfied',
      'stood a1: 0/1 at 5 reopened',
      'stood a2: 1/1 at 8 closed',
    ],
  ],
  [
    'confidential by the last screening: nothing is said (Care 3)',
    [handed(1, 'a'), [2, 'screened', { matter: 'ZZ01', confidential: true }]],
    [],
  ],
]

describe('what a case says of its units', () => {
  test.each(table)('%s', (_what, steps, facts) => expect(say(storyOf(...steps))).toEqual(facts))
})
