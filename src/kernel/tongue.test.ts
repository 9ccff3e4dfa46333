import { expect, test } from 'vitest'
import { tongueOf } from './tongue.ts'

test.each([
  ['三楼的灯不亮', { lang: 'zh-CN' }],
  ['WiFi 断了', { lang: 'zh-CN' }],
  ['The lamp is out', { lang: 'en' }],
  ['000-8800867', {}],
  ['', {}],
])('“%s” is said in %o', (words, tongue) => expect(tongueOf(words)).toEqual(tongue))
