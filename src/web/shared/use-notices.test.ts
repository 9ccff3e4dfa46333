import { expect, test } from 'vitest'
import type { Notice } from '../../notices/contract.ts'
import { shownNotices } from './use-notices.ts'

const notice = (id: string, kind: Notice['kind']): Notice => ({
  id,
  kind,
  caseId: null,
  caseNumber: null,
  facts: {},
  unit: null,
  place: null,
  emergency: null,
  createdAt: '2026-11-18T01:30:00.000Z',
  readAt: null,
})

test('unread emergencies stand first, each notice once', () => {
  const [fire, gas] = [notice('1', 'alert'), notice('4', 'alert')]
  const rows = [notice('5', 'grid_accepted'), gas, notice('3', 'unit_dispatched'), notice('2', 'alert')]
  expect(shownNotices({ alerts: [gas, fire], rows }).map(({ id }) => id)).toEqual(['4', '1', '5', '3', '2'])
})
