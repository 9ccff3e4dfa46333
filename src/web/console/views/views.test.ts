import { expect, test } from 'vitest'
import { type DeskSearch, deskViews } from '../desk/queues.ts'
import { shows, type View, withView } from './views.ts'

const late: View<DeskSearch> = { name: '超时的', search: { queue: 'open', light: 'red' } }

test('a name is given once, and the newest filters stand under it', () => {
  const again: View<DeskSearch> = { name: '超时的', search: { queue: 'work', light: 'red' } }
  expect(withView([late], again)).toEqual([again])
  expect(withView([late], { ...again, name: '我的' })).toHaveLength(2)
})

test('no more than a row of tabs is kept', () => {
  const many = Array.from({ length: 12 }, (_, n): View<DeskSearch> => ({ name: String(n), search: {} }))
  const next = withView(many, late)
  expect(next).toHaveLength(12)
  expect(next.at(-1)).toBe(late)
  expect(next[0]?.name).toBe('1')
})

test('a page shows a view by its filters, in any order and whatever is open beside them', () => {
  const id = '01936b1e-0000-7000-8000-000000000001'
  expect(shows(deskViews, { light: 'red', queue: 'open', case: id }, late)).toBe(true)
  expect(shows(deskViews, { queue: 'open' }, late)).toBe(false)
  expect(shows(deskViews, { queue: 'open', light: 'red', sort: 'newest' }, late)).toBe(false)
})
