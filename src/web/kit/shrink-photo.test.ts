import { expect, test } from 'vitest'
import { fitted } from './shrink-photo.ts'

test.each([
  [4000, 3000, 1600, 1200],
  [3000, 4000, 1200, 1600],
  [1600, 900, 1600, 900],
  [640, 480, 640, 480],
  [10_000, 2, 1600, 1],
])('%i × %i is sent as %i × %i', (width, height, fitWidth, fitHeight) => {
  expect(fitted(width, height)).toEqual({ width: fitWidth, height: fitHeight })
})
