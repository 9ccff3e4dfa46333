import { expect, test } from 'vitest'
import type { FieldRow } from '../../../cases/field-day.contract.ts'
import type { CaseStory } from '../../../cases/story.contract.ts'
import type { LookAfterHome } from '../../../visits/contract.ts'
import { type DayPages, dayAfter, lookedAfter, storyAfter } from './after.rule.ts'
import type { PieceAct } from './piece.ts'

const day = (next: FieldRow['next']): DayPages => ({
  pages: [{ rows: [{ id: 'c', next } as FieldRow], next: null, done: [], doneMore: false }],
  pageParams: [undefined],
})

test.each([
  ['sign', ['sign'], 'arrive'],
  ['sign', ['sign', 'arrive'], 'handle'],
  ['sign', ['arrive'], 'handle'],
  ['arrive', ['sign'], 'arrive'],
  ['sign', ['arrive', 'note', 'resolve'], undefined],
  [null, ['note'], null],
  [null, ['resolve'], null],
] as const)('from %s, after %o a card offers %s', (from, acts, next) => {
  const after = acts.reduce((before, act) => dayAfter(before, { act, caseId: 'c' }), day(from))
  expect(after.pages[0]!.rows[0]?.next).toBe(next)
})

test('another case’s card stays as it is', () => {
  expect(dayAfter(day('sign'), { act: 'resolve', caseId: 'd' })).toEqual(day('sign'))
})

const story = (...can: string[]) => ({ stage: 'dispatched', can }) as unknown as CaseStory

test.each<[PieceAct[], string[], string[]]>([
  [
    ['sign'],
    ['sign', 'arrive', 'request', 'see_reporter'],
    ['arrive', 'note', 'resolve', 'request', 'see_reporter'],
  ],
  [['arrive'], ['sign', 'arrive', 'request'], ['arrive', 'note', 'resolve', 'request']],
  // Without an own part somebody comes and notes, and neither signs nor finishes.
  [['arrive'], ['arrive', 'note'], ['arrive', 'note']],
  [['note', 'resolve'], ['arrive', 'note', 'resolve', 'request'], []],
  [['request'], ['note', 'request'], ['note']],
])('after %o, of %o there is left %o', (acts, can, left) => {
  const after = acts.reduce((before, act) => storyAfter(before, { act, caseId: 'c' }), story(...can))
  expect(after.can).toEqual(left)
})

test.each([
  [null, 'met', '2026-07-01T02:00:00Z'],
  ['2026-07-01T01:00:00Z', 'met', '2026-07-01T02:00:00Z'],
  ['2026-07-01T03:00:00Z', 'met', '2026-07-01T03:00:00Z'],
  ['2026-07-01T01:00:00Z', 'nobody', '2026-07-01T01:00:00Z'],
] as const)(
  'where a home was last spoken to at %s, a visit of two o’clock (%s) makes it %s',
  (before, outcome, after) => {
    const home = { homeId: 'h', spokenAt: before } as LookAfterHome
    const visit = { body: { homeId: 'h', outcome }, doneAt: '2026-07-01T02:00:00Z' }
    expect(lookedAfter({ homes: [home], all: 1 }, visit).homes).toEqual([{ ...home, spokenAt: after }])
  },
)
