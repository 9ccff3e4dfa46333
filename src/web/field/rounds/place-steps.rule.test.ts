import { expect, test } from 'vitest'
import { placeOfRound } from './place-steps.rule.ts'

const named = (id: string) => ({ id, zh: `${id}名`, en: id })
const district = { id: 'd', steps: [{ id: 'd', kind: 'district', nameZh: 'd名', nameEn: 'd' }] } as const
const estate = { ...named('e'), kind: 'estate', way: ['s', 'c', 'g'].map(named) }

test('a finding that waits keeps its estate, or the building in it, for the form in which it is changed', () => {
  const whole = placeOfRound(district, estate)
  expect(whole.id).toBe('e')
  expect(whole.steps.map(({ id, kind }) => [id, kind])).toEqual([
    ['d', 'district'],
    ['s', 'street'],
    ['c', 'community'],
    ['g', 'grid'],
    ['e', 'estate'],
  ])
  const building = placeOfRound(null, estate, named('b'))
  expect(building.id).toBe('b')
  expect(building.steps.at(-1)).toEqual({ id: 'b', kind: 'building', nameZh: 'b名', nameEn: 'b' })
})

test('a grid is a place too', () => {
  const grid = { ...named('g'), kind: 'grid', way: ['s', 'c'].map(named) }
  expect(placeOfRound(district, grid).steps.map(({ kind }) => kind)).toEqual([
    'district',
    'street',
    'community',
    'grid',
  ])
})
