import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Allowance } from '../../matters/contract.ts'
import { iso } from '../../platform/clock.ts'
import { clockLife, localMoment, localText, october2026 } from '../../testing/clock-life.ts'
import { presentRound } from '../clock.rule.ts'
import type { ClockEvent } from '../clock-stretches.rule.ts'
import type { LadderStep } from './ladder.contract.ts'
import { dueSteps, nextMoment, saidSteps, stepsFor, waitingSteps } from './ladder.rule.ts'

const calendar = october2026
const ids = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']
const idOf = (at: number) => `00000000-0000-4000-8000-00000000000${at}`
const step = (id: string, moment: LadderStep['moment'], audience: LadderStep['audience']): LadderStep => ({
  id,
  matter: null,
  clock: 'unit',
  moment,
  audience,
  kind: moment.of === 'left' ? 'remind' : 'press',
  fromDay: '2026-01-01',
  untilDay: null,
})
/** Of a day of 420 working minutes: at 280 used, when over, and two hours after that. */
const steps = [
  step(idOf(3), { of: 'over', minutes: 120 }, 'street'),
  step(idOf(2), { of: 'over', minutes: 0 }, 'unit_head'),
  step(idOf(1), { of: 'left', percent: 33 }, 'desk'),
]
const sevenHours: Allowance = { amount: 7, unit: 'working_hour' }

const waitingIn = (events: readonly ClockEvent[], said: readonly string[] = [], allowance = sevenHours) =>
  waitingSteps(presentRound({ allowance, calendar, events })!, steps, new Set(said))
const momentsIn = (life: string, said: readonly string[] = []) =>
  waitingIn(clockLife(life), said).map(({ step, at }) => [step.audience, localText(at && iso(at))])

// 10-09 is a Friday, the 10th a Saturday at work, the 11th a day off.
describe('the moments of a ladder', () => {
  test('come in the clock’s own time, over a night and a day off, in order', () => {
    expect(momentsIn('started 10-09T14:00')).toEqual([
      ['desk', '10-10T10:11'],
      ['unit_head', '10-10T14:00'],
      ['street', '10-10T16:00'],
    ])
  })

  test.each([
    [
      'an extension moves what was not said',
      'started 10-09T09:00, extended 10-09T10:00 by 420',
      '10-12T09:00',
    ],
    [
      'a pause with an end moves it',
      'started 10-09T09:00, paused 10-09T10:00 until 10-10T10:00',
      '10-12T09:00',
    ],
    [
      'what falls into a pause waits for its end',
      'started 10-09T09:00, paused 10-09T17:30 until 10-12T11:00',
      '10-12T11:00',
    ],
    // A later timer does not override an earlier one: the pause of the first request is over when the second begins.
    [
      'a second pause does not undo the first',
      'started 10-09T09:00, paused 10-09T10:00 until 10-09T11:00, paused 10-09T14:00 until 10-09T15:00',
      '10-10T11:00',
    ],
  ])('%s', (_name, life, over) => {
    expect(momentsIn(life, [idOf(1)])[0]).toEqual(['unit_head', over])
  })

  test('a pause without an end leaves no moment, and its end gives it back', () => {
    expect(momentsIn('started 10-09T09:00, paused 10-09T10:00').map(([, at]) => at)).toEqual([
      null,
      null,
      null,
    ])
    expect(nextMoment(waitingIn(clockLife('started 10-09T09:00, paused 10-09T10:00')))).toBeNull()
    expect(momentsIn('started 10-09T09:00, paused 10-09T10:00, resumed 10-10T10:00')[1]).toEqual([
      'unit_head',
      '10-12T09:00',
    ])
  })

  test('nothing is said after the answer, however late the program wakes (escalation after the answer)', () => {
    const answered = waitingIn(clockLife('started 10-09T09:00, stopped 10-12T09:30'))
    expect(dueSteps(answered, localMoment('12-01T09:00'))).toEqual([])
    expect(nextMoment(answered)).toBeNull()
  })

  test('reminders do not die after a return: handed out again, the ladder begins anew', () => {
    const life = 'started 10-09T09:00, stopped 10-09T11:00, restarted 10-12T09:00'
    const present = presentRound({ allowance: sevenHours, calendar, events: clockLife(life) })!
    expect(present.round).toBe(2)
    const story = [1, 2].map((round) => ({
      kind: 'case.climbed',
      occurredAt: localMoment('10-09T10:00'),
      data: { unitId: ids[0]!, round, step: idOf(round) },
    }))
    expect([...saidSteps(story, ids[0]!, 2)]).toEqual([idOf(2)])
    expect([...saidSteps(story, ids[1]!, 2)]).toEqual([])
    expect(momentsIn(life).map(([audience]) => audience)).toEqual(['desk', 'unit_head', 'street'])
  })

  test('sent back by the centre, the same round goes on: said stays said, and the time between is nobody’s', () => {
    const life = 'started 10-09T09:00, stopped 10-09T16:30, resumed 10-10T09:00'
    expect(momentsIn(life, [idOf(1)])).toEqual([
      ['unit_head', '10-10T10:00'],
      ['street', '10-10T12:00'],
    ])
  })

  test('what was missed before a pause is said when it ends, not in it', () => {
    const life = 'started 10-09T09:00, paused 10-12T10:00 until 10-12T15:00'
    expect(momentsIn(life).map(([, at]) => at)).toEqual(['10-12T15:00', '10-12T15:00', '10-12T15:00'])
  })
})

test('a matter’s own steps take the place of the general ones, by the day on which the clock started', () => {
  const own = { ...steps[0]!, id: idOf(4), matter: 'HJ02', fromDay: '2026-10-09' }
  const ended = { ...steps[0]!, id: idOf(5), untilDay: '2026-10-09' }
  const all = [...steps, own, ended]
  const held = (matter: string | null, day: string) => stepsFor(all, 'unit', matter, day).map(({ id }) => id)
  expect(held('HJ02', '2026-10-09')).toEqual([idOf(4)])
  expect(held('HJ02', '2026-10-08')).toEqual([...steps.map(({ id }) => id), idOf(5)])
  expect(held('FA02', '2026-10-09')).toEqual(steps.map(({ id }) => id))
  expect(stepsFor(all, 'response', null, '2026-10-09')).toEqual([])
})

const happening = fc.record({
  kind: fc.constantFrom(
    'wake',
    'wake',
    'signed',
    'paused',
    'pausedUntil',
    'resumed',
    'extended',
    'stopped',
    'restarted',
  ),
  afterMinutes: fc.integer({ min: 0, max: 2000 }),
  lengthMinutes: fc.integer({ min: 1, max: 3000 }),
})

/** Whether a clock runs at its last event, known from the events alone. */
function isRunning(events: readonly ClockEvent[], now: Temporal.Instant): boolean {
  let state: 'running' | 'paused' | 'stopped' = 'running'
  let until: Temporal.Instant | undefined
  const pauseIsOver = (at: Temporal.Instant) =>
    until !== undefined && Temporal.Instant.compare(until, at) <= 0
  for (const event of events) {
    if (state === 'paused' && pauseIsOver(event.at)) state = 'running'
    if (event.kind === 'restarted' || event.kind === 'started') state = 'running'
    else if (event.kind === 'resumed') state = 'running'
    else if (event.kind === 'stopped') state = 'stopped'
    else if (event.kind === 'paused' && state !== 'stopped') {
      state = 'paused'
      until = event.until
    }
  }
  return state === 'running' || (state === 'paused' && pauseIsOver(now))
}

test('in any life no step is said twice in a round, none while the clock stands, and none is lost', () => {
  fc.assert(
    fc.property(
      fc.array(happening, { maxLength: 14 }),
      fc.constantFrom<Allowance>(
        sevenHours,
        { amount: 2, unit: 'working_day' },
        { amount: 30, unit: 'clock_hour' },
      ),
      (happenings, allowance) => {
        let now = localMoment('09-21T10:00')
        const events: ClockEvent[] = [{ kind: 'started', at: now }]
        const said: { round: number; id: string; at: Temporal.Instant }[] = []
        const wake = () => {
          const present = presentRound({ allowance, calendar, events })!
          const before = new Set(said.filter(({ round }) => round === present.round).map(({ id }) => id))
          const waiting = waitingSteps(present, steps, before)
          const due = dueSteps(waiting, now)
          if (due.length > 0) expect(isRunning(events, now)).toBe(true)
          // Whoever sleeps until the next moment misses nothing: before it nothing is due.
          const next = nextMoment(waiting)
          expect(due.length > 0).toBe(next !== null && Temporal.Instant.compare(next, now) <= 0)
          for (const one of due) {
            expect(before.has(one.step.id)).toBe(false)
            said.push({ round: one.round, id: one.step.id, at: now })
          }
        }
        for (const { kind, afterMinutes, lengthMinutes } of happenings) {
          now = now.add({ minutes: afterMinutes })
          if (kind === 'wake') wake()
          else if (kind === 'extended') events.push({ kind, at: now, minutes: lengthMinutes })
          else if (kind === 'pausedUntil')
            events.push({ kind: 'paused', at: now, until: now.add({ minutes: lengthMinutes }) })
          else events.push({ kind, at: now })
        }
        now = now.add({ hours: 24 * 200 })
        wake()
        wake()
        const last = presentRound({ allowance, calendar, events })!.round
        if (isRunning(events, now))
          expect(said.filter(({ round }) => round === last).map(({ id }) => id)).toEqual([
            idOf(1),
            idOf(2),
            idOf(3),
          ])
        expect(new Set(said.map(({ round, id }) => `${round}/${id}`)).size).toBe(said.length)
      },
    ),
    { numRuns: 300 },
  )
})
