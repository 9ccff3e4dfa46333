import { expect, test } from 'vitest'
import { nameIn, placeIn } from './names.ts'

const willow = { zh: '柳岸小区', en: 'Liu’an Estate' }
const unnamed = { nameZh: '3栋', nameEn: '' }

test.each([
  ['zh', willow, '柳岸小区'],
  ['en', willow, 'Liu’an Estate'],
  ['zh', unnamed, '3栋'],
  ['en', unnamed, '3栋'],
] as const)('in %s %o is %s', (language, name, said) => {
  expect(nameIn(language, name)).toBe(said)
})

test('a place is read widest first in Chinese, and last in English', () => {
  const place = { names: [willow, unnamed] }
  expect(placeIn('zh', place)).toBe('柳岸小区 3栋')
  expect(placeIn('en', place)).toBe('3栋, Liu’an Estate')
  expect(place.names[0]).toBe(willow)
})
