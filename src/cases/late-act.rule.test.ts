import { expect, test } from 'vitest'
import { Refusal } from '../kernel/refusal.ts'
import { isOfTheField, momentOfLateAct } from './late-act.rule.ts'

const at = (clock: string): Temporal.Instant => Temporal.Instant.from(`2026-11-${clock}:00Z`)
const now = at('18T12:00')
const story = (...lines: [kind: string, clock: string][]) =>
  lines.map(([kind, clock]) => ({ kind, occurredAt: at(clock) }))

test.each([
  ['an hour back counts as it was said', '18T11:00', '18T11:00'],
  ['ahead of now is now: a phone’s clock may be fast', '18T12:40', '18T12:00'],
  ['72 hours back is believed', '15T12:00', '15T12:00'],
  ['further back is not', '11T12:00', '15T12:00'],
] as const)('%s', (_what, doneAt, counts) => {
  expect(momentOfLateAct(at(doneAt), now, story(['case.dispatched', '10T08:00']))).toEqual(at(counts))
})

test.each([
  ['case.handled', '18T11:30'],
  ['case.added_to', '18T11:30'],
  ['case.request_decided', '18T11:30'],
])('it never stands before the last line: %s', (kind, clock) => {
  const lines = story(['case.dispatched', '18T08:00'], [kind, clock])
  expect(momentOfLateAct(at('18T11:00'), now, lines)).toEqual(at(clock))
})

test.each(['case.dispatched', 'case.reopened', 'case.checked', 'case.resumed'])(
  'done before it was handed out anew (%s) it is refused',
  (kind) => {
    const lines = story(['case.accepted', '18T08:00'], [kind, '18T11:30'])
    expect(() => momentOfLateAct(at('18T11:00'), now, lines)).toThrow(new Refusal('case_moved_on'))
    expect(momentOfLateAct(at('18T11:31'), now, lines)).toEqual(at('18T11:31'))
    // A phone's clock may be slow.
    expect(momentOfLateAct(at('18T11:28'), now, lines)).toEqual(at('18T11:30'))
  },
)

test('what the ladder said meanwhile moves no work behind it', () => {
  const lines = story(['case.dispatched', '18T08:00'], ['case.climbed', '18T11:30'])
  expect(momentOfLateAct(at('18T11:00'), now, lines)).toEqual(at('18T11:00'))
})

test.each([
  ['a grid worker of that grid', 'worker', [{ kind: 'grid_worker', areaId: 'grid' }], true],
  ['a grid worker of another', 'worker', [{ kind: 'grid_worker', areaId: 'other' }], false],
  ['a desk', 'desk', [{ kind: 'unit_desk', areaId: 'grid' }], false],
  ['who came', 'came', [{ kind: 'unit_desk', areaId: 'grid' }], true],
  ['who says to have come, from nowhere', 'from_nowhere', [{ kind: 'unit_desk', areaId: 'grid' }], false],
  ['who came before it was done again', 'came_before', [{ kind: 'unit_desk', areaId: 'grid' }], false],
] as const)('the word on a moment: %s', (_who, actor, posts, counts) => {
  const told = (kind: string, by: string, commits: object = { point: 'sealed' }) => ({
    ...{ kind, actor: by, occurredAt: now, data: { commits } },
  })
  const lines = [
    told('case.dispatched', 'centre'),
    told('case.arrived', 'came_before'),
    told('case.reopened', 'reporter'),
    told('case.arrived', 'came'),
    told('case.arrived', 'from_nowhere', {}),
  ]
  expect(isOfTheField({ actor, posts }, ['district', 'grid'], lines)).toBe(counts)
})
