import { expect, test } from 'vitest'
import type { Checklist } from '../../../rounds/contract.ts'
import { leftOf, openFinding, roundOf, untouched, type Walk } from './walk.rule.ts'

const item = (code: string): Checklist['items'][number] => ({
  code,
  kind: 'hazard',
  zh: code,
  en: code,
  matter: null,
  basis: null,
})
const list = { id: null, items: ['gas', 'lift', 'wiring'].map(item) }
const walk = (ticks: Walk['ticks']): Walk => ({ roundId: 'r', startedAt: 's', ticks })
const known = (state: 'fine' | 'found', ...cases: ('open' | 'reopened' | 'closed' | 'dropped')[]) => ({
  item: 'gas',
  state,
  findingId: 'f',
  checkedAt: '',
  cases: cases.map((one) => ({ id: one, number: one, state: one, acceptedAt: '' })),
})

test.each([
  [undefined, false],
  [known('fine'), false],
  [known('found'), true],
  [known('found', 'open'), true],
  [known('found', 'closed'), false],
  [known('found', 'dropped'), false],
  [known('found', 'closed', 'reopened'), true],
])('whether a finding stands open, case %#', (one, stands) => {
  expect(openFinding(one) !== null).toBe(stands)
})

test('what stands open is asked about, and never called fine with the others', () => {
  const ticked = walk({ lift: { state: 'fine', findingId: null } })
  expect(untouched(list, ticked, [known('found', 'open')])).toEqual(['wiring'])
  expect(leftOf(list, ticked)).toEqual(['gas', 'wiring'])
})

test('a tick of a list that was replaced is not sent', () => {
  const ticked = walk({ lift: { state: 'found', findingId: 'f' }, pond: { state: 'fine', findingId: null } })
  expect(roundOf('a', list, ticked).results).toEqual([{ item: 'lift', state: 'found', findingId: 'f' }])
})
