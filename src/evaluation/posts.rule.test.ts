import { expect, test } from 'vitest'
import type { LineData } from '../platform/journal-line.rule.ts'
import type { AssessedLine } from './fact.rule.ts'
import { doerOf, postOn } from './posts.rule.ts'

const start = Temporal.Instant.from('2026-11-02T00:00:00Z')
const at = (hours: number) => start.add({ hours })
const line = (hours: number, kind: string, actor: string, data: LineData): AssessedLine => ({
  kind: `case.${kind}`,
  occurredAt: at(hours),
  recordedAt: at(hours),
  actor,
  data,
})
const handed = { units: [{ unitId: 'u', role: 'lead' }] }
const story = [
  line(0, 'accepted', 'anonymous', { source: 'portal' }),
  line(1, 'dispatched', 'account:desk', handed),
  line(2, 'signed', 'account:ann', { unitId: 'u' }),
  line(3, 'resolved', 'account:ben', { unitId: 'u' }),
  line(4, 'resolved', 'account:cai', { unitId: 'u' }),
  line(5, 'rated', 'receipt', { solved: false, rating: 1 }),
  line(6, 'reopened', 'system', handed),
  line(7, 'resolved', 'account:dou', { unitId: 'u' }),
]

test.each([
  ['the first answer', 'responded', 1, 2, 'ann'],
  ['what was resolved', 'resolved', 1, 4, 'cai'],
  ['what is said of it, the round’s last', 'solved', 1, 5, 'cai'],
  ['the next round', 'resolved', 2, 7, 'dou'],
  ['what nobody did', 'resolved', 2, null, null],
  ['a round that never was', 'resolved', 3, 7, null],
  ['what is no work of a hand', 'assist_mark', 1, 5, null],
] as const)('whoever did it, by the lines: %s', (_, measure, round, done, who) => {
  const doneAt = done === null ? null : at(done)
  const fact = { unitId: 'u', measure, round, countsAt: at(9), doneAt }
  expect(doerOf(story)(fact)?.accountId ?? null).toBe(who)
})

const held = [
  { accountId: 'a', unitId: 'u', kind: 'unit_head', startsOn: '2026-01-01', endsOn: null },
  { accountId: 'a', unitId: 'u', kind: 'unit_desk', startsOn: '2026-02-01', endsOn: '2026-03-01' },
  { accountId: 'a', unitId: 'other', kind: 'grid_worker', startsOn: '2026-01-01', endsOn: null },
]

test.each([
  ['2025-12-31', 'u', null],
  ['2026-01-01', 'u', 'unit_head'],
  ['2026-02-28', 'u', 'unit_desk'],
  ['2026-03-01', 'u', 'unit_head'],
  ['2026-02-28', 'elsewhere', null],
])('the post that somebody held on %s in %s', (day, unitId, post) => {
  expect(postOn(held, { accountId: 'a', unitId, day })).toBe(post)
})
