import { expect, test } from 'vitest'
import { compassFrom, metresBetween } from './metres.ts'

const here = { lon: 112.5, lat: 29 }

test('a thousandth of a degree of latitude is 111 metres, and of longitude less', () => {
  expect(Math.round(metresBetween(here, { lon: 112.5, lat: 29.001 }))).toBe(111)
  expect(Math.round(metresBetween(here, { lon: 112.501, lat: 29 }))).toBe(97)
  expect(metresBetween(here, here)).toBe(0)
})

test.each([
  [0, 1, 'n'],
  [1, 1, 'ne'],
  [1, 0, 'e'],
  [1, -1, 'se'],
  [0, -1, 's'],
  [-1, -1, 'sw'],
  [-1, 0, 'w'],
  [-1, 1, 'nw'],
  [0.2, 1, 'n'],
] as const)('%d east and %d north of here lies %s', (east, north, direction) => {
  expect(compassFrom(here, { lon: 112.5 + east / 1000, lat: 29 + north / 1000 })).toBe(direction)
})
