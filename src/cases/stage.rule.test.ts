import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '../kernel/refusal.ts'
import { Stage } from './contract.ts'
import { isEnded, isOpen, move, moves, reopen, sendBack } from './stage.rule.ts'

test.each([
  ['a plain life', 'accepted screened dispatched signed handling resolved replied checked closed'],
  ['solved on the spot', 'accepted resolved replied checked closed'],
  ['resolved when signed for', 'screened dispatched signed resolved'],
  ['returned and dispatched to another', 'dispatched returned dispatched signed returned declined'],
  ['paused, then listed', 'handling paused handling listed handling resolved'],
  ['joined by mistake', 'accepted joined screened dispatched'],
])('%s: %s', (_, way) => {
  const stages = Stage.array().parse(way.split(' '))
  stages.slice(1).forEach((to, i) => {
    expect(move(stages[i]!, to)).toBe(to)
  })
})

test.each([
  ['accepted', 'dispatched'],
  ['dispatched', 'resolved'],
  ['paused', 'resolved'],
  ['listed', 'resolved'],
  ['resolved', 'closed'],
  ['replied', 'closed'],
  ['resolved', 'withdrawn'],
  ['closed', 'handling'],
  ['declined', 'dispatched'],
  ['withdrawn', 'screened'],
  ['handling', 'handling'],
] as const)('%s does not become %s', (from, to) => {
  expect(() => move(from, to)).toThrow(
    expect.objectContaining({ code: 'case_move_not_allowed', facts: { from, to }, status: 409 }),
  )
})

test('a stage is open or ended, never both', () => {
  const ends = Stage.options.filter(isEnded)
  expect(ends).toEqual(['closed', 'joined', 'declined', 'referred', 'withdrawn'])
  expect(Stage.options.filter(isOpen)).toEqual(Stage.options.filter((stage) => !ends.includes(stage)))
})

test('every stage can be reached, and from every open one an end', () => {
  const reach = (from: Stage) => {
    const seen = new Set<Stage>([from])
    for (const stage of seen) for (const next of moves[stage]) seen.add(next)
    return seen
  }
  expect([...reach('accepted')].sort()).toEqual([...Stage.options].sort())
  for (const stage of Stage.options) expect([...reach(stage)].some(isEnded)).toBe(true)
})

/** Which stages may stand right before one: what a reader of a case's story relies on. */
const before: Partial<Record<Stage, readonly Stage[]>> = {
  signed: ['dispatched'],
  replied: ['resolved'],
  checked: ['replied'],
  closed: ['checked'],
  resolved: ['accepted', 'signed', 'handling'],
  paused: ['signed', 'handling'],
  listed: ['signed', 'handling'],
}

test('no sequence of attempts leads a case astray', () => {
  const attempt = fc.oneof(
    { weight: 3, arbitrary: fc.nat().map((pick) => ({ pick })) },
    { weight: 1, arbitrary: fc.constantFrom(...Stage.options).map((to) => ({ to })) },
  )
  fc.assert(
    fc.property(fc.array(attempt, { maxLength: 40 }), (attempts) => {
      let stage: Stage = 'accepted'
      for (const tried of attempts) {
        const legal = moves[stage]
        const to = 'to' in tried ? tried.to : legal[tried.pick % legal.length]
        if (to === undefined) break
        const from: Stage = stage
        try {
          stage = move(from, to)
        } catch (no) {
          expect(no).toBeInstanceOf(Refusal)
          continue
        }
        expect(['declined', 'referred', 'withdrawn']).not.toContain(from)
        expect(stage).not.toBe('accepted')
        if (before[stage]) expect(before[stage]).toContain(from)
      }
    }),
  )
})

test.each(['replied', 'checked', 'closed'] as const)('only its reporter takes a %s case back', (from) => {
  expect(reopen(from, 'dispatched')).toBe('dispatched')
  expect(reopen(from, 'screened')).toBe('screened')
  expect(() => move(from, 'dispatched')).toThrow('case_move_not_allowed')
  expect(() => move(from, 'screened')).toThrow('case_move_not_allowed')
})

test.each(['accepted', 'handling', 'resolved', 'declined'] as const)('a %s case is not reopened', (from) =>
  expect(() => reopen(from, 'dispatched')).toThrow('case_move_not_allowed'),
)

test('the centre sends back what was resolved or replied, and nothing else', () => {
  const open = Object.keys(moves).filter((stage) => {
    try {
      return sendBack(stage as Stage) === 'handling'
    } catch {
      return false
    }
  })
  expect(open).toEqual(['resolved', 'replied'])
})
