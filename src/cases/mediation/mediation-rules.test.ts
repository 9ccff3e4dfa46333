import { expect, test } from 'vitest'
import { causesOn } from './causes.rule.ts'
import { type MediationStage, MediationStage as Stages } from './contract.ts'
import { isOver, mediationMoves, moveMediation, stageByConsents } from './mediation-stage.rule.ts'
import { offeredAt, offeredToParty } from './offers.rule.ts'
import {
  confirmationTimeOn,
  confirmationTimes,
  confirmUntil,
  firstVisitOn,
  usuallyBy,
} from './periods.rule.ts'

const stages = Stages.options

test.each(stages.flatMap((from) => stages.map((to) => [from, to] as const)))('%s to %s', (from, to) => {
  const move = () => moveMediation(from, to)
  if (mediationMoves[from].includes(to)) expect(move()).toBe(to)
  else expect(move).toThrow('mediation_move_not_allowed')
})

test('every way comes to an end, and nothing leaves it', () => {
  const over: MediationStage[] = stages.filter(isOver)
  expect(over).toEqual(['closed', 'ended', 'withdrawn'])
  for (const stage of over) {
    // A court may answer after the last visit; nothing else is left to do.
    expect(offeredAt(stage, { unsigned: 0, confirmed: true })).toEqual([])
    expect(offeredToParty(stage, { consents: true, wantsOther: false })).toEqual([])
  }
})

test.each([
  [1, 1, 'asked'],
  [2, 1, 'asked'],
  [2, 2, 'consented'],
  [3, 2, 'asked'],
] as const)('of %i parties %i consent: %s', (parties, consents, stage) =>
  expect(stageByConsents(parties, consents)).toBe(stage),
)

test.each([
  ['2026-01-31', '2026-02-28'],
  ['2026-11-18', '2026-12-18'],
])('opened on %s it is usually through by %s', (openedOn, by) => expect(usuallyBy(openedOn)).toBe(by))

test.each([
  ['2012-05-01', '2012-05-31', '第三十三条'],
  ['2023-12-31', '2024-01-30', '第二百零一条'],
  ['2024-01-01', '2024-01-31', '第二百零五条'],
])('in force on %s a court may be asked until %s', (on, until, article) => {
  expect([confirmUntil(on), confirmationTimeOn(on).article]).toEqual([until, article])
})

test('the periods follow one another without a gap', () => {
  const next = confirmationTimes.map((_, index) => confirmationTimes[index + 1]?.from ?? null)
  expect(confirmationTimes.map(({ to }) => to)).toEqual(next)
})

test.each([
  ['2026-11-18', [], '2026-12-18'],
  ['2026-11-18', ['2026-12-20', '2026-11-30'], '2026-12-01'],
  ['2026-11-18', ['2026-11-01'], '2026-12-18'],
] as const)('in force on %s with %j due, the first visit is on %s', (on, due, first) =>
  expect(firstVisitOn(on, due)).toBe(first),
)

test('causes are offered from their day', () => {
  expect(causesOn('2026-11-18')).toContain('noise')
  expect(causesOn('2000-01-01')).toEqual([])
})
