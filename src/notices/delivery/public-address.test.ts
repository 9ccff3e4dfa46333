import { expect, test } from 'vitest'
import { isPublicAddress } from './public-address.ts'

test.each([
  ['1.2.3.4', true],
  ['101.91.22.57', true],
  ['172.15.0.1', true],
  ['172.32.0.1', true],
  ['192.169.0.1', true],
  ['100.63.255.255', true],
  ['0.0.0.0', false],
  ['10.255.0.1', false],
  ['100.64.0.1', false],
  ['127.0.0.53', false],
  ['169.254.169.254', false],
  ['172.16.0.1', false],
  ['172.31.255.255', false],
  ['192.168.1.1', false],
  ['198.19.0.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['2400:3200::1', true],
  ['2001:4860:4860::8888', true],
  ['::', false],
  ['::1', false],
  ['::ffff:10.0.0.1', false],
  ['::ffff:8.8.8.8', false],
  ['64:ff9b::a00:1', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['ff02::1', false],
  ['2002:a00:1::', false],
  ['2001:0:4136::1', false],
  ['2001::1', false],
  ['2001:db8::1', false],
  ['not an address', false],
])('%s is of the open Internet: %s', (address, open) => {
  expect(isPublicAddress(address)).toBe(open)
})
