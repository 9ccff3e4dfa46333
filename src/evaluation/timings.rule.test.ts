import { expect, test } from 'vitest'
import type { LineData } from '../platform/journal-line.rule.ts'
import type { AssessedLine } from './fact.rule.ts'
import { timingsIn } from './timings.rule.ts'

const at = Temporal.Instant.from('2026-11-02T00:00:00Z')
const line = (kind: string, data: LineData): AssessedLine => ({
  kind: `case.${kind}`,
  occurredAt: at,
  recordedAt: at,
  actor: 'account:a',
  data,
})
const storyOf = (accepted: LineData, confidential = false) => [
  line('accepted', { source: 'portal', ...accepted }),
  line('screened', { matter: 'FA03', confidential }),
  line('dispatched', { matter: 'FA03', units: [{ unitId: 'u', role: 'lead' }] }),
  line('signed', { unitId: 'u' }),
]

test.each([
  ['a neighbour’s case', storyOf({ drillId: null }), 1],
  ['what was practised', storyOf({ drillId: 'drill' }), 0],
  ['what is confidential', storyOf({ drillId: null }, true), 0],
])('how long somebody took is counted, or not: %s', (_, story, counted) => {
  expect(timingsIn(story, () => ({ usedMinutes: 5, measure: 'clock' }))).toHaveLength(counted)
})
