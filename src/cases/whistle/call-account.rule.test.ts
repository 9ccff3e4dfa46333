import { expect, test } from 'vitest'
import type { Answer } from './call.rule.ts'
import { callAccount } from './call-account.rule.ts'

const soundedAt = Temporal.Instant.from('2026-11-18T01:00:00Z')
const after = (minutes: number) => soundedAt.add({ minutes })
const called: Answer = {
  how: 'whistled',
  stage: 'called',
  signDueAt: after(60),
  contactDueAt: after(120),
  reportDueAt: after(180),
  signedAt: null,
  contactedAt: null,
  elsewhereAt: null,
  arrivedAt: null,
  confirmedAt: null,
  actedAt: null,
  refusedAt: null,
  absentAt: null,
  releasedAt: null,
}

const drawn = (call: Partial<Answer>, now: number, endedAt: number | null = null) => {
  const whistle = { soundedAt, endedAt: endedAt === null ? null : after(endedAt) }
  const { light, stoppedAt, segments } = callAccount({ ...called, ...call }, whistle, after(now))!
  return {
    light,
    stopped: stoppedAt !== null,
    bar: segments.map(({ kind, minutes }) => `${kind} ${minutes}`),
  }
}

test.each([
  ['not signed yet', {}, 30, 'green', false, ['waiting 30', 'left 150']],
  [
    'a third is left',
    { signedAt: after(20) },
    120,
    'yellow',
    false,
    ['waiting 20', 'handling 100', 'left 60'],
  ],
  ['to the minute', { signedAt: after(20) }, 180, 'yellow', false, ['waiting 20', 'handling 160']],
  ['never signed', { stage: 'absent', absentAt: after(60) }, 200, 'red', false, ['waiting 180', 'over 20']],
  ['signed after it was due', { signedAt: after(190) }, 200, 'red', false, ['waiting 180', 'over 20']],
  [
    'arrived in time',
    { stage: 'arrived', signedAt: after(20), arrivedAt: after(50) },
    500,
    'green',
    true,
    ['waiting 20', 'handling 30'],
  ],
  [
    'elsewhere is not there',
    { stage: 'arrived_elsewhere', signedAt: after(20), elsewhereAt: after(50) },
    90,
    'green',
    false,
    ['waiting 20', 'handling 70', 'left 90'],
  ],
  ['refused', { stage: 'refused', refusedAt: after(20) }, 500, 'green', true, ['waiting 20']],
  [
    'refused, and signed after all',
    { stage: 'signed', refusedAt: after(20), signedAt: after(30) },
    60,
    'green',
    false,
    ['waiting 30', 'handling 30', 'left 120'],
  ],
] satisfies [string, Partial<Answer>, number, string, boolean, string[]][])(
  '%s',
  (_, call, now, light, stopped, bar) => {
    expect(drawn(call, now)).toEqual({ light, stopped, bar })
  },
)

test('it stops with the whistle, and has not begun before', () => {
  expect(drawn({ stage: 'absent' }, 500, 200)).toEqual({
    light: 'red',
    stopped: true,
    bar: ['waiting 180', 'over 20'],
  })
  expect(
    callAccount({ ...called, reportDueAt: null }, { soundedAt: null, endedAt: null }, after(5)),
  ).toBeNull()
})
