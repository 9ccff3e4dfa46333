import { isIPv4, isIPv6 } from 'node:net'

const blocks4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]

const number4 = (address: string): number =>
  address.split('.').reduce((number, part) => number * 256 + Number(part), 0)

const isPublic4 = (address: string): boolean =>
  !blocks4.some(([from, bits]) => {
    const size = 2 ** (32 - bits)
    return Math.floor(number4(address) / size) === Math.floor(number4(from) / size)
  })

/**
 * Whether an address is one of the open Internet (IANA's special-purpose registries, RFC 6890). Of IPv6 that is 2000::/3
 * without what carries an IPv4 address (6to4, Teredo) and what is kept for papers: a message to those could be led inside.
 */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return isPublic4(address)
  if (!isIPv6(address)) return false
  const [first = '', second = ''] = address.toLowerCase().split(':')
  const head = Number.parseInt(first || '0', 16)
  if (head < 0x2000 || head > 0x3fff || head === 0x2002) return false
  const next = Number.parseInt(second || '0', 16)
  return !(head === 0x2001 && (next === 0 || next === 0xdb8))
}
