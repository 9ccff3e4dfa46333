import { expect, test } from 'vitest'
import type { JournalLine } from '../platform/follower.ts'
import { takenBackBy } from './taken-back.rule.ts'

const line = (kind: string, data: object = {}) => ({ kind, subject: 'it', data }) as unknown as JournalLine

test.each([
  ['whistle.hidden', 'whistleId', 'all'],
  ['action.hidden', 'actionId', 'all'],
  ['passed_on.hidden', 'passedId', 'all'],
  ['mediation.hidden', 'mediationId', 'work'],
] as const)('%s takes back what was told of it', (kind, by, whose) => {
  expect(takenBackBy([line(kind)])).toEqual([{ by, whose, waitingAlone: true, ids: ['it'] }])
})

test('a case that stays as open as it was takes nothing back', () => {
  expect(takenBackBy([line('case.screened', { confidential: false })])).toEqual([])
})
