import { expect, test } from 'vitest'
import { nearness } from './near.rule.ts'

const at = (text: string) => ({ path: text.split(' ') })

test.each([
  ['the same building', 'd s c g e b', 'd s c g e b', null, 1],
  ['an estate and a building of it', 'd s c g e', 'd s c g e b', null, 1],
  ['one of which no more is known than its community', 'd s c', 'd s c g e b', null, 0.75],
  ['the same grid', 'd s c g', 'd s c g e', null, 0.75],
  ['other buildings', 'd s c g e b', 'd s c g e b2', null, 0.5],
  ['other grids', 'd s c g e', 'd s c g2 e2', null, 0.4],
  ['points that are one', 'd s c g e b', 'd s c g e b2', 40, 1],
  ['points a street apart', 'd s c', 'd s c', 120, 0.5],
  ['points far apart', 'd s c g e b', 'd s c g e b', 5000, 0.3],
  ['one point', 'd s c', 'd s c', 0, 1],
])('%s', (_, one, other, metres, near) => {
  expect(nearness(at(one), at(other), metres)).toBe(near)
  expect(nearness(at(other), at(one), metres)).toBe(near)
})
