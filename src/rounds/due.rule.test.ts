import { expect, test } from 'vitest'
import { onPhone } from './due.rule.ts'

test('a phone keeps what is due first, however late its code comes', () => {
  const later = Array.from({ length: 60 }, (_, at) => ({
    dueOn: '2026-12-01',
    area: { code: `A${String(at).padStart(2, '0')}` },
  }))
  const overdue = { dueOn: '2026-10-01', area: { code: 'Y' } }
  const never = { dueOn: null, area: { code: 'Z' } }
  const kept = onPhone([...later, overdue, never])
  expect(kept.slice(0, 2)).toEqual([never, overdue])
  expect([kept.length, kept.at(-1)?.area.code]).toEqual([60, 'A57'])
})
