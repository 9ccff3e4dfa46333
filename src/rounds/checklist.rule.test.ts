import { expect, test } from 'vitest'
import { EstateKind } from '../areas/contract.ts'
import { doorFor } from '../matters/door.rule.ts'
import { type AnnouncedList, listOn } from './checklist.rule.ts'
import { startingChecklist } from './starting-checklists.rule.ts'

const list = (id: string, areaId: string, validFrom: string): AnnouncedList => ({
  id,
  areaId,
  validFrom,
  estateKind: 'new',
  periodDays: 30,
  items: [],
})
const announced = [
  list('district', 'd', '2026-01-01'),
  list('street', 's', '2026-03-01'),
  list('later', 's', '2026-06-01'),
]

test.each([
  ['2025-12-31', ['d', 's', 'c'], null],
  ['2026-02-01', ['d', 's', 'c'], 'district'],
  ['2026-03-01', ['d', 's', 'c'], 'street'],
  ['2026-07-01', ['d', 's', 'c'], 'later'],
  ['2026-07-01', ['d', 'other', 'c'], 'district'],
])('on %s at %j the list is %s', (day, path, id) => {
  expect(listOn(day, path, 'new', announced)?.id ?? null).toBe(id)
  expect(listOn(day, path, 'old', announced)).toBeNull()
})

test.each(EstateKind.options)(
  'of %s estates no thing by itself rings as an emergency, and each has one code',
  (kind) => {
    const { items } = startingChecklist(kind)
    expect(items.filter(({ zh, en }) => doorFor(zh) !== null || doorFor(en) !== null)).toEqual([])
    expect(new Set(items.map(({ code }) => code)).size).toBe(items.length)
  },
)
