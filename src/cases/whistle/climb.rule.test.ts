import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LadderStep } from '../ladder/ladder.contract.ts'
import { dueClimbs, waitingClimbs } from './climb.rule.ts'
import type { HowCalled } from './contract.ts'
import type { WhistleLine } from './whistle-state.rule.ts'

const zone = 'Asia/Shanghai'
const start = Temporal.Instant.from('2026-11-18T01:30:00Z')
const after = (minutes: number) => start.add({ minutes })
const minutesOf = (at: Temporal.Instant) => at.since(start).total('minutes')

const step = (
  clock: 'sign' | 'arrive',
  audience: LadderStep['audience'],
  moment: LadderStep['moment'],
): LadderStep => ({
  id: `${clock} ${audience}`,
  matter: null,
  clock,
  moment,
  audience,
  kind: moment.of === 'left' ? 'remind' : 'press',
  fromDay: '2026-01-01',
  untilDay: null,
})
const steps: readonly LadderStep[] = (['sign', 'arrive'] as const).flatMap((clock) => [
  step(clock, 'desk', { of: 'left', percent: 50 }),
  step(clock, 'unit_head', { of: 'over', minutes: 0 }),
  step(clock, 'street', { of: 'over', minutes: 15 }),
])

const line = (kind: string, atMinutes: number, data: object): WhistleLine => ({
  kind: `whistle.${kind}`,
  occurredAt: after(atMinutes),
  data: data as WhistleLine['data'],
})
/** Sixty minutes to sign, 120 to be there. */
const sounded = (calls: readonly { callId: string; how: HowCalled }[]): WhistleLine[] => [
  line('blown', 0, {
    situation: 'key_work',
    areaId: 'a',
    caseId: null,
    review: 'none',
    calls: calls.map((call) => ({ ...call, unitId: `unit of ${call.callId}` })),
  }),
  line('sounded', 0, {
    signDueAt: after(60).toString(),
    contactDueAt: after(90).toString(),
    reportDueAt: after(120).toString(),
    unitIds: calls.map(({ callId }) => `unit of ${callId}`),
  }),
]
const one = sounded([{ callId: 'one', how: 'whistled' }])
const of = (kind: string, atMinutes: number, more: object = {}) =>
  line(`call_${kind}`, atMinutes, { callId: 'one', unitId: 'unit of one', ...more })
const told = (lines: readonly WhistleLine[]) =>
  waitingClimbs(lines, steps, zone).map(({ step: { id }, at }) => `${id} ${minutesOf(at).toFixed(0)}`)

test.each<[string, readonly WhistleLine[], readonly string[]]>([
  [
    'nobody answers',
    [],
    [
      'sign desk 30',
      'arrive desk 60',
      'sign unit_head 60',
      'sign street 75',
      'arrive unit_head 120',
      'arrive street 135',
    ],
  ],
  ['it signed', [of('signed', 20)], ['arrive desk 60', 'arrive unit_head 120', 'arrive street 135']],
  [
    'it refused without signing: from then on, and once',
    [of('refused', 10)],
    ['sign unit_head 10', 'sign street 25'],
  ],
  [
    'it signed and refused later',
    [of('signed', 20), of('refused', 40)],
    ['arrive unit_head 40', 'arrive street 55'],
  ],
  [
    'it was absent and refused then: the deadline came first',
    [of('absent', 60), of('refused', 70)],
    ['sign unit_head 60', 'sign street 75'],
  ],
  [
    'it refused and signed after all',
    [of('refused', 10), of('signed', 30)],
    ['arrive desk 60', 'arrive unit_head 120', 'arrive street 135'],
  ],
  [
    'it reported from elsewhere: it is not there',
    [of('signed', 5), of('arrived', 30, { from: 'elsewhere', metres: 900 })],
    ['arrive desk 60', 'arrive unit_head 120', 'arrive street 135'],
  ],
  [
    'nobody can tell whether it is there: the street is pressed to say so, and not the unit',
    [of('signed', 5), of('arrived', 30, { from: 'unknown', metres: null })],
    ['arrive street 135'],
  ],
  ['it is on the spot', [of('signed', 5), of('arrived', 30, { from: 'spot', metres: 0 })], []],
  ['the street released it unseen', [of('signed', 5), of('released', 30)], []],
  ['the whistle ended', [of('refused', 10), line('ended', 20, {})], []],
])('%s', (_, lines, wanted) => {
  expect(told([...one, ...lines])).toEqual(wanted)
})

test('where only the street can tell, it alone is asked, apart from what it hears of others, and it climbs no further', () => {
  const withDistrict = [...steps, step('arrive', 'district', { of: 'over', minutes: 60 })]
  const both = sounded(['one', 'two'].map((callId) => ({ callId, how: 'whistled' })))
  const two = line('call_signed', 5, { callId: 'two', unitId: 'unit of two' })
  const lines = [...both, of('signed', 5), two, of('arrived', 30, { from: 'unknown', metres: null })]
  const due = dueClimbs(waitingClimbs(lines, withDistrict, zone), after(1000))
  const climbed = due.map((group) => [
    group[0].step.id,
    group.map(({ call }) => call.callId).join(),
    group[0].call.waitsForStreet,
  ])
  expect(climbed).toEqual([
    ['arrive desk', 'two', false],
    ['arrive unit_head', 'two', false],
    ['arrive street', 'one', true],
    ['arrive street', 'two', false],
    ['arrive district', 'two', false],
  ])
})

test('who was invited is not pressed, and before a whistle sounds nobody is', () => {
  expect(told(sounded([{ callId: 'firm', how: 'invited' }]))).toEqual([])
  expect(told(one.slice(0, 1))).toEqual([])
})

test('what is due of several units at once is one thing to say', () => {
  const lines = sounded(['one', 'two', 'three'].map((callId) => ({ callId, how: 'whistled' })))
  const waiting = waitingClimbs([...lines, of('refused', 60)], steps, zone)
  const due = dueClimbs(waiting, after(76)).map((group) => [group[0].step.id, group.length])
  expect(due).toEqual([
    ['sign desk', 2],
    ['arrive desk', 2],
    ['sign unit_head', 3],
    ['sign street', 3],
  ])
})

const deeds = ['sign', 'refuse', 'elsewhere', 'unknown', 'arrive', 'wake'] as const

test('in any life no step is said twice of a unit, nothing before its moment, and nothing once it is there', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ deed: fc.constantFrom(...deeds), minutes: fc.integer({ min: 0, max: 90 }) }), {
        maxLength: 12,
      }),
      (life) => {
        const lines = [...one]
        let now = 0
        const said: string[] = []
        const climb = () => {
          const waiting = waitingClimbs(lines, steps, zone)
          const due = dueClimbs(waiting, after(now))
          // Whoever sleeps until the next moment misses nothing: before it nothing is due.
          expect(due.length > 0).toBe(waiting[0] !== undefined && minutesOf(waiting[0].at) <= now)
          for (const [
            {
              step: { id, clock, kind, audience },
              call,
            },
          ] of due) {
            said.push(id)
            const calls = [{ callId: call.callId, unitId: call.unitId }]
            lines.push(line('climbed', now, { clock, step: id, kind, audience, dueAt: '', calls }))
          }
        }
        const push = (candidate: WhistleLine) => {
          try {
            waitingClimbs([...lines, candidate], steps, zone)
          } catch {
            return
          }
          lines.push(candidate)
        }
        for (const { deed, minutes } of life) {
          now += minutes
          if (deed === 'wake') climb()
          else if (deed === 'sign') push(of('signed', now))
          else if (deed === 'refuse') push(of('refused', now))
          else push(of('arrived', now, { from: deed === 'arrive' ? 'spot' : deed, metres: null }))
        }
        climb()
        expect(new Set(said).size).toBe(said.length)
        const isThere = lines.some(({ data }) => data.from === 'spot')
        if (isThere) expect(told(lines)).toEqual([])
      },
    ),
    { numRuns: 300 },
  )
})
