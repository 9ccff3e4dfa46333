import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../kernel/refusal.ts'
import { type Answer, absence, applyStep, type Deed, stepsOf } from './call.rule.ts'
import { CallStage, type HowCalled } from './contract.ts'
import { promptnessOffered, timelinessOf } from './lateness.rule.ts'
import { callMoves, isOver, whistleMoves } from './whistle-stage.rule.ts'

const soundedAt = Temporal.Instant.from('2026-11-18T09:00:00+08:00')
const minutesIn = (minutes: number) => soundedAt.add({ minutes })

const calledAs = (how: HowCalled): Answer => ({
  how,
  stage: 'called',
  signDueAt: minutesIn(60),
  contactDueAt: minutesIn(120),
  reportDueAt: minutesIn(180),
  signedAt: null,
  contactedAt: null,
  elsewhereAt: null,
  arrivedAt: null,
  confirmedAt: null,
  actedAt: null,
  refusedAt: null,
  absentAt: null,
  releasedAt: null,
})

const deeds = {
  sign: { kind: 'sign' },
  contact: { kind: 'contact' },
  arrive: { kind: 'arrive', onTheSpot: true },
  'arrive elsewhere': { kind: 'arrive', onTheSpot: false },
  confirm: { kind: 'confirm', unplacedAt: null },
  'confirm the report of the fortieth minute': { kind: 'confirm', unplacedAt: minutesIn(40) },
  act: { kind: 'act' },
  refuse: { kind: 'refuse' },
  release: { kind: 'release' },
} as const satisfies Record<string, Deed>
type DeedName = keyof typeof deeds
/** Something done so many minutes after the whistle sounded. */
type Done = readonly [DeedName, number]

const live = (how: HowCalled, done: readonly Done[]): Answer =>
  done.reduce(
    (call, [name, minutes]) => stepsOf(call, deeds[name], minutesIn(minutes)).reduce(applyStep, call),
    calledAs(how),
  )

describe('the stages', () => {
  test('every stage is reached from a first one, and none moves to one that is not listed', () => {
    const reached = new Set(Object.values(callMoves).flat())
    expect(CallStage.options.filter((stage) => !reached.has(stage))).toEqual(['named'])
    expect(callMoves.released).toEqual([])
    expect(whistleMoves.ended).toEqual([])
  })

  test.each([
    ['contact before it signed', [['contact', 5]]],
    [
      'act before it came',
      [
        ['sign', 5],
        ['act', 9],
      ],
    ],
    [
      'act where it is not on the spot',
      [
        ['arrive elsewhere', 9],
        ['act', 12],
      ],
    ],
    [
      'sign twice',
      [
        ['sign', 5],
        ['sign', 6],
      ],
    ],
    [
      'leave and come again',
      [
        ['arrive', 5],
        ['release', 9],
        ['arrive', 12],
      ],
    ],
    [
      'refuse on the spot',
      [
        ['arrive', 5],
        ['refuse', 9],
      ],
    ],
    [
      'be confirmed where it refused',
      [
        ['refuse', 5],
        ['confirm', 9],
      ],
    ],
  ] as const)('no unit may %s', (_, done) => {
    expect(() => live('whistled', done)).toThrow(Refusal)
  })
})

describe('how prompt a unit was', () => {
  /** What was done, minutes until now, then the duties to sign, to make contact and to report, and the marks offered. */
  test.each([
    [
      'all in time',
      [
        ['sign', 60],
        ['contact', 120],
        ['arrive', 180],
      ],
      200,
      ['in_time', 'in_time', 'in_time'],
      5,
    ],
    [
      'signed a minute late',
      [
        ['sign', 61],
        ['contact', 90],
        ['arrive', 100],
      ],
      200,
      ['late', 'in_time', 'in_time'],
      3,
    ],
    ['came without a word', [['arrive', 50]], 200, ['in_time', 'in_time', 'in_time'], 5],
    [
      'came late',
      [
        ['sign', 10],
        ['contact', 20],
        ['arrive', 181],
      ],
      200,
      ['in_time', 'in_time', 'late'],
      4,
    ],
    [
      'late with everything',
      [
        ['sign', 61],
        ['contact', 121],
        ['arrive', 181],
      ],
      200,
      ['late', 'late', 'late'],
      1,
    ],
    ['signed and never came', [['sign', 10]], 181, ['in_time', 'missed', 'missed'], 1],
    ['waits still', [], 59, ['open', 'open', 'open'], 5],
    ['refused at once', [['refuse', 10]], 200, ['not_owed', 'not_owed', 'not_owed'], 1],
    [
      'was let go before it had to come',
      [
        ['sign', 10],
        ['release', 30],
      ],
      200,
      ['in_time', 'not_owed', 'not_owed'],
      5,
    ],
    [
      'first elsewhere, then there',
      [
        ['sign', 5],
        ['arrive elsewhere', 40],
        ['arrive', 60],
      ],
      200,
      ['in_time', 'in_time', 'in_time'],
      4,
    ],
    [
      'confirmed by the street',
      [
        ['sign', 5],
        ['arrive elsewhere', 40],
        ['confirm the report of the fortieth minute', 190],
      ],
      200,
      ['in_time', 'in_time', 'in_time'],
      5,
    ],
    [
      'found elsewhere, and there when the street says so',
      [
        ['sign', 5],
        ['contact', 10],
        ['arrive elsewhere', 40],
        ['confirm', 190],
      ],
      200,
      ['in_time', 'in_time', 'late'],
      3,
    ],
  ] as const)('%s', (_, done, minutes, duties, marks) => {
    const call = live('whistled', done)
    const { sign, contact, report } = timelinessOf(call, minutesIn(minutes))
    expect([sign, contact, report]).toEqual(duties)
    expect(promptnessOffered(call, minutesIn(minutes))).toBe(marks)
  })

  test.each([
    ['before', 59, []],
    ['at the deadline', 60, []],
    ['after', 61, [60]],
  ])('is absent %s', (_, minutes, at) => {
    const steps = absence(calledAs('whistled'), minutesIn(minutes))
    expect(steps.map((step) => step.at.since(soundedAt).total('minutes'))).toEqual(at)
    expect(absence(calledAs('invited'), minutesIn(minutes))).toEqual([])
  })

  test('who signs after the deadline, before the program wrote it, was absent all the same', () => {
    const call = live('whistled', [['sign', 61]])
    expect([call.stage, call.absentAt?.toString()]).toEqual(['signed', minutesIn(60).toString()])
    expect(live('invited', [['sign', 61]]).absentAt).toBeNull()
  })
})

test('whatever is tried in whatever order, a call takes a legal course', () => {
  const tried = fc.array(
    fc.tuple(fc.constantFrom(...(Object.keys(deeds) as DeedName[])), fc.integer({ min: 0, max: 90 })),
    { maxLength: 14 },
  )
  fc.assert(
    fc.property(fc.constantFrom<HowCalled>('whistled', 'invited'), tried, (how, steps) => {
      let call = calledAs(how)
      let minutes = 0
      let letGo = false
      for (const [name, more] of steps) {
        minutes += more
        const now = minutesIn(minutes)
        const before = call
        try {
          for (const step of stepsOf(call, deeds[name], now)) {
            const to = applyStep(call, step)
            expect(callMoves[call.stage]).toContain(to.stage)
            if (step.kind === 'released') letGo = true
            call = to
          }
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          call = before
        }
      }
      call = absence(call, minutesIn(100_000)).reduce(applyStep, call)
      expect(call.stage === 'released').toBe(letGo)
      if (how === 'invited') {
        expect([call.absentAt, ['refused', 'absent'].includes(call.stage)]).toEqual([null, false])
        return
      }
      const inTime = call.signedAt !== null && Temporal.Instant.compare(call.signedAt, call.signDueAt!) <= 0
      const excused = call.refusedAt !== null || call.releasedAt !== null
      expect(call.absentAt !== null && inTime).toBe(false)
      expect(call.absentAt !== null || inTime || excused).toBe(true)
      // Nobody who is on the spot is forgotten there.
      expect(isOver(call.stage)).toBe(['refused', 'absent', 'released'].includes(call.stage))
      expect(call.actedAt === null || call.arrivedAt !== null).toBe(true)
    }),
    { seed: 20261122, numRuns: 3000 },
  )
})
