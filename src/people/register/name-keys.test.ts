import { expect, test } from 'vitest'
import { nameKeys, plainLetters } from './name-keys.ts'

test.each([
  ['王小明', '王小明', 'wangxiaoming', 'wxm'],
  ['单雄信', '单雄信', 'shanxiongxin', 'sxx'],
  ['曾国藩', '曾国藩', 'zengguofan', 'zgf'],
  ['欧阳 修', '欧阳修', 'ouyangxiu', 'oyx'],
  ['吕布', '吕布', 'lvbu', 'lb'],
  ['阿依古丽·买买提', '阿依古丽买买提', 'ayigulimaimaiti', 'ayglmmt'],
  ['Anna O’Neil', 'annaoneil', 'annaoneil', 'annaoneil'],
])('%s is found by %s, %s and %s', async (name, ...keys) =>
  expect(Object.values(await nameKeys(name))).toEqual(keys),
)

test('what is typed becomes as plain', () => expect(plainLetters(' Lü Bu ')).toBe('lvbu'))
