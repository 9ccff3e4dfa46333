import { expect, test } from 'vitest'
import type { AssessedLine } from './fact.rule.ts'
import { markCounts } from './mark.rule.ts'

const at = (day: number): Temporal.Instant => Temporal.Instant.from(`2026-11-0${day}T08:00:00Z`)
const told = (kind: string, day: number, data: AssessedLine['data'] = {}): AssessedLine => ({
  ...{ kind, recordedAt: at(day), occurredAt: at(day), actor: 'account:a', data },
})
const begun = told('case.accepted', 1)
const open = told('case.screened', 1, { confidential: false })
const hidden = told('case.screened', 3, { confidential: true })

test.each([
  ['of a case like others', [begun, open], null, true],
  ['of a drill’s', [told('case.accepted', 1, { drillId: 'a' }), open], null, false],
  ['of one that is confidential now', [begun, open, hidden], null, false],
  ['that counted in a month which was final before', [begun, open, hidden], at(2), true],
  ['in a month that became final after', [begun, open, hidden], at(4), false],
] as const)('whether a mark counts, %s', (_of, story, closedAt, counts) => {
  expect(markCounts(story, closedAt)).toBe(counts)
})
