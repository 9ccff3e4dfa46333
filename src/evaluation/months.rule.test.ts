import { expect, test } from 'vitest'
import { answered, type Fact } from './fact.rule.ts'
import { claimsUntil, factsByMonth, stateOfMonth } from './months.rule.ts'

const day = (text: string) => Temporal.Instant.from(`${text}T00:00:00Z`)
const fact = (measure: Fact['measure'], yes: boolean, at: string): Fact => ({
  ...answered(yes, day(at), yes ? 'closed' : 'reopened'),
  unitId: 'u',
  measure,
  round: 1,
  matter: null,
})
/** A story whose lines each say what all facts are from then on. */
type Said = { readonly recordedAt: Temporal.Instant; readonly facts: readonly Fact[] }
const said = (at: string, ...facts: Fact[]): Said => ({ recordedAt: day(at), facts })
const keep = (story: readonly Said[], closed: readonly (readonly [string, string])[]) =>
  factsByMonth(
    story,
    closed.map(([month, at]) => ({ month, closedAt: day(at) })),
    (known) => known.at(-1)!.facts,
    (at) => at.toString().slice(0, 7),
  ).map(({ month, measure, points }) => `${month} ${measure} ${points}`)

const late = fact('resolved', false, '2026-10-20')
const mended = fact('resolved', true, '2026-10-19')

test.each([
  [
    'nothing is final: the last word counts',
    [said('2026-10-21', late), said('2026-10-22', mended)],
    [],
    [mended],
  ],
  [
    'said before the month was final',
    [said('2026-10-21', late), said('2026-11-05', mended)],
    ['2026-11-11'],
    [mended],
  ],
  ['said after: too late', [said('2026-10-21', late), said('2026-11-12', mended)], ['2026-11-11'], [late]],
] as const)('%s', (_what, story, closedAt, facts) => {
  const closed = closedAt.map((at) => ['2026-10', at] as const)
  expect(keep(story, closed)).toEqual(facts.map(({ points }) => `2026-10 resolved ${points}`))
})

test('what counted in a final month never counts again', () => {
  const extended = fact('resolved', true, '2026-11-20')
  const story = [said('2026-10-21', late), said('2026-11-20', extended)]
  expect(keep(story, [])).toEqual(['2026-11 resolved 1'])
  expect(keep(story, [['2026-10', '2026-11-11']])).toEqual(['2026-10 resolved 0'])
})

test('a close that was final and is taken back counts as reopened then', () => {
  const story = [
    said('2026-10-21', fact('stood', true, '2026-10-21')),
    said('2026-11-20', fact('stood', false, '2026-11-20')),
  ]
  expect(keep(story, [])).toEqual(['2026-11 stood 0'])
  expect(keep(story, [['2026-10', '2026-11-11']])).toEqual(['2026-10 stood 1', '2026-11 stood 0'])
})

test('what was first told after a month was final is not put into it', () => {
  expect(keep([said('2026-11-12', late)], [['2026-10', '2026-11-11']])).toEqual([])
})

test('a month runs, is provisional, and is final', () => {
  expect(claimsUntil('2026-02', 10)).toBe('2026-03-10')
  expect(claimsUntil('2026-12', 4)).toBe('2027-01-04')
  const states = ['2026-10-31', '2026-11-01'].map((today) => stateOfMonth('2026-10', today, false))
  expect([...states, stateOfMonth('2026-10', '2026-11-20', true)]).toEqual([
    'running',
    'provisional',
    'final',
  ])
})
