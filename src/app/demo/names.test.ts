import { expect, test } from 'vitest'
import { chineseNumber, communityNames, streetNames, townNames, villageNames } from './names.ts'

test.each([
  [1, '一'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [45, '四十五'],
])('%i is %s', (number, zh) => expect(chineseNumber(number)).toBe(zh))

test('no two places bear one name, in either language', () => {
  const places = [...streetNames, ...townNames, ...communityNames, ...villageNames]
  expect(new Set(places.map(({ zh }) => zh)).size).toBe(places.length)
  expect(new Set(places.map(({ en }) => en)).size).toBe(places.length)
  for (const { zh, en } of places) expect(`${zh} ${en}`).toMatch(/^\p{Script=Han}{2} [A-Z][a-z']+$/u)
})
