import { expect, test } from 'vitest'
import type { LineData } from '../platform/journal-line.rule.ts'
import { whistleFacts } from './whistle-facts.rule.ts'

const start = Temporal.Instant.from('2026-11-02T00:00:00Z')
const at = (minutes: number) => start.add({ minutes })
type Step = readonly [minutes: number, kind: string, data?: LineData]

/** Sounded at nought: signed within an hour, on the spot within three. */
const whistle = (how: string, warranted: boolean | null, ...steps: readonly Step[]) =>
  (
    [
      [-5, 'blown', { review: 'after', calls: [{ callId: 'c', unitId: 'u', how }] }],
      [
        0,
        'sounded',
        { signDueAt: at(60).toString(), contactDueAt: at(120).toString(), reportDueAt: at(180).toString() },
      ],
      ...steps.map(([minutes, kind, data = {}]) => [minutes, `call_${kind}`, { callId: 'c', ...data }]),
      ...(warranted === null ? [] : [[500, 'reviewed', { warranted }]]),
    ] as Step[]
  ).map(([minutes, kind, data = {}]) => ({
    kind: `whistle.${kind}`,
    occurredAt: at(minutes),
    recordedAt: at(minutes),
    actor: 'account:a',
    data,
  }))

const say = (story: ReturnType<typeof whistle>) =>
  whistleFacts(story).map(
    ({ measure, points, outOf, countsAt, because, pending }) =>
      `${measure} ${points}/${outOf} at ${start.until(countsAt).total('minutes')} ${because}${pending ? '?' : ''}`,
  )
const marks = { promptness: 2, result: 4, attitude: 5 }
const spot = { from: 'spot', metres: 8 }

const table: readonly (readonly [what: string, steps: readonly Step[], facts: readonly string[]])[] = [
  ['called, nothing yet', [], ['signed 0/1 at 60 open?', 'arrived 0/1 at 180 open?']],
  [
    'all in time, released, rated',
    [
      [60, 'signed'],
      [100, 'arrived', spot],
      [150, 'acted'],
      [200, 'released'],
      [210, 'rated', marks],
    ],
    [
      'signed 1/1 at 60 in_time',
      'arrived 1/1 at 100 in_time',
      'answered 1/1 at 200 released',
      'promptness 2/5 at 210 marked',
      'result 4/5 at 210 marked',
      'attitude 5/5 at 210 marked',
    ],
  ],
  [
    'absent, then signed late and come late',
    [
      [60, 'absent'],
      [70, 'signed'],
      [190, 'arrived', spot],
    ],
    ['signed 0/1 at 60 late', 'arrived 0/1 at 180 late', 'answered 0/1 at 60 absent'],
  ],
  [
    'absent and never seen',
    [[60, 'absent']],
    ['signed 0/1 at 60 absent', 'arrived 0/1 at 180 absent?', 'answered 0/1 at 60 absent'],
  ],
  [
    'refused at once',
    [[10, 'refused']],
    ['signed 0/1 at 10 refused', 'arrived 0/1 at 10 refused', 'answered 0/1 at 10 refused'],
  ],
  [
    'refused, and came in time all the same',
    [
      [10, 'refused'],
      [20, 'signed'],
      [100, 'arrived', spot],
    ],
    ['signed 1/1 at 20 in_time', 'arrived 1/1 at 100 in_time', 'answered 0/1 at 10 refused'],
  ],
  [
    'reported from elsewhere and never came',
    [
      [20, 'signed'],
      [100, 'arrived', { from: 'elsewhere', metres: 2100 }],
    ],
    ['signed 1/1 at 20 in_time', 'arrived 0/1 at 180 elsewhere?'],
  ],
  [
    'from elsewhere first, then from the spot',
    [
      [20, 'signed'],
      [100, 'arrived', { from: 'elsewhere', metres: 2100 }],
      [120, 'arrived', spot],
    ],
    ['signed 1/1 at 20 in_time', 'arrived 1/1 at 120 first_elsewhere'],
  ],
  [
    'the street confirms: it counts from the report',
    [
      [20, 'signed'],
      [100, 'arrived', { from: 'unknown', metres: null }],
      [300, 'confirmed'],
    ],
    ['signed 1/1 at 20 in_time', 'arrived 1/1 at 100 in_time'],
  ],
  [
    'found elsewhere, then not to be told, and late: the second report counts',
    [
      [20, 'signed'],
      [100, 'arrived', { from: 'elsewhere', metres: 3000 }],
      [250, 'arrived', { from: 'unknown', metres: null }],
      [300, 'confirmed'],
    ],
    ['signed 1/1 at 20 in_time', 'arrived 0/1 at 180 late'],
  ],
  [
    'not to be told, then found elsewhere: the street’s word counts',
    [
      [20, 'signed'],
      [100, 'arrived', { from: 'unknown', metres: null }],
      [120, 'arrived', { from: 'elsewhere', metres: 3000 }],
      [150, 'confirmed'],
    ],
    ['signed 1/1 at 20 in_time', 'arrived 1/1 at 150 first_elsewhere'],
  ],
  ['released before anything was due', [[5, 'released']], ['answered 1/1 at 5 released']],
]

test.each(table)('%s', (_what, steps, facts) => {
  expect(say(whistle('whistled', null, ...steps))).toEqual(facts)
  expect(say(whistle('whistled', true, ...steps))).toEqual(facts)
})

test('an invitation is no duty, and a whistle found unwarranted, or whose case is confidential, says nothing', () => {
  expect(say(whistle('invited', null, [70, 'signed']))).toEqual([])
  expect(say(whistle('whistled', false, [60, 'absent']))).toEqual([])
  const hidden = { ...whistle('whistled', null)[0]!, kind: 'whistle.hidden', data: {} }
  expect(say([...whistle('whistled', null, [60, 'absent']), hidden])).toEqual([])
})
