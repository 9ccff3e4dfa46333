import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { identityHash, identityTailHash, openIdentity, sealIdentity } from './identity-seal.rule.ts'

const keys = { seal: randomBytes(32), index: randomBytes(32) }
const number = '11010519491231002X'

test('a sealed number opens for its person', () => {
  const sealed = sealIdentity(keys, 'a', number)
  expect(openIdentity(keys, 'a', sealed)).toBe(number)
  expect(sealed.includes('1101051949')).toBe(false)
})

test('the same number is sealed otherwise each time', () =>
  expect(sealIdentity(keys, 'a', number).equals(sealIdentity(keys, 'a', number))).toBe(false))

test('it opens for nobody else, with no other key, and not when a bit of it changed', () => {
  const sealed = sealIdentity(keys, 'a', number)
  expect(() => openIdentity(keys, 'b', sealed)).toThrow()
  expect(() => openIdentity({ ...keys, seal: randomBytes(32) }, 'a', sealed)).toThrow()
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed)
    changed[at]! ^= 1
    expect(() => openIdentity(keys, 'a', changed)).toThrow()
  }
})

test('what it is found by depends on the key, and the last four on nothing before them', () => {
  const other = { ...keys, index: randomBytes(32) }
  expect(identityHash(keys, number)).toEqual(identityHash(keys, number))
  expect(identityHash(other, number)).not.toEqual(identityHash(keys, number))
  expect(identityTailHash(keys, number)).toEqual(identityTailHash(keys, '43010419900101002X'))
  expect(identityTailHash(keys, number)).toEqual(identityTailHash(keys, '002x'))
  expect(identityTailHash(other, number)).not.toEqual(identityTailHash(keys, number))
})
