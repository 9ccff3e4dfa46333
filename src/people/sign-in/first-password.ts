import { randomInt } from 'node:crypto'

/** Thirty-two signs that are not mistaken for one another in handwriting: no l, no o, no 0, no 1. */
const signs = 'abcdefghijkmnpqrstuvwxyz23456789'

/** A random password such as `k7mw-3xpa-9rtd`, 60 bits, to be copied by hand and told to one person. */
export function randomPassword(): string {
  const group = () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('')
  return [group(), group(), group()].join('-')
}
