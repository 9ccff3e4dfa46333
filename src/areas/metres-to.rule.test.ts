import { expect, test } from 'vitest'
import type { Shape } from './contract.ts'
import { metresTo } from './metres-to.rule.ts'

const square: Shape = {
  type: 'Polygon',
  coordinates: [
    [
      [120, 30],
      [120.01, 30],
      [120.01, 30.01],
      [120, 30.01],
      [120, 30],
    ],
  ],
}

test.each([
  ['in the middle', 120.005, 30.005, 0],
  ['on the border', 120, 30.005, 0],
  // A thousandth of a degree of latitude is 111 m; of longitude at 30° 96 m.
  ['north of it', 120.005, 30.011, 111],
  ['east of it', 120.011, 30.005, 96],
  ['off a corner', 120.011, 30.011, 147],
])('%s', (_where, lon, lat, metres) => {
  expect(Math.round(metresTo(square, { lon, lat }))).toBe(metres)
})
