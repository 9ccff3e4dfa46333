import { expect, test } from 'vitest'
import type { ChecklistItem } from '../../../rounds/contract.ts'
import { freshItem, type ListDraft, listOf, wrongIn } from './list-draft.ts'

const item = (change: Partial<ChecklistItem> = {}): ChecklistItem => ({
  code: 'gas',
  kind: 'hazard',
  zh: '燃气',
  en: 'Gas',
  matter: null,
  basis: null,
  ...change,
})
const draft = (change: Partial<ListDraft> = {}): ListDraft => ({
  validFrom: '2026-12-01',
  periodDays: '30',
  items: [item()],
  ...change,
})

test.each([
  [draft(), []],
  [draft({ validFrom: '' }), ['validFrom']],
  [draft({ periodDays: '0' }), ['periodDays']],
  [draft({ periodDays: '3.5' }), ['periodDays']],
  [draft({ periodDays: '367' }), ['periodDays']],
  [draft({ items: [] }), ['items']],
  [draft({ items: [item({ en: ' ' })] }), ['item gas']],
])('what is wrong in a list, case %#', (written, wrong) => expect(wrongIn(written)).toEqual(wrong))

test('a code of its own for each new item, and no empty basis', () => {
  const { code: first } = freshItem([], 1_700_000_000_000)
  expect(first).toMatch(/^[a-z][a-z0-9_]{1,39}$/)
  expect(freshItem([item({ code: first })], 1_700_000_000_000).code).not.toBe(first)
  const written = draft({ items: [item({ basis: '  ', zh: ' 燃气 ' })] })
  expect(listOf(written, { areaId: 'a', estateKind: 'new' })).toMatchObject({
    periodDays: 30,
    items: [{ zh: '燃气', basis: null }],
  })
})
