import { createHash } from 'node:crypto'

/** Crockford's base 32: no I, L, O or U, so that a code read off a worn plate is read right. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 8

/**
 * The public code of a place, printed with its QR code on the stair: eight characters drawn from the ids and
 * a check character. It tells nothing of its neighbours' codes, and stays the same however often it is printed.
 */
export function placeCode(districtId: string, areaId: string): string {
  const hash = createHash('sha256').update(`${districtId}/${areaId}`).digest()
  let code = ''
  // Five bits of each byte: 40 bits, so that among ten thousand places a clash has a chance of 1 in 20,000.
  for (const byte of hash.subarray(0, LENGTH)) code += ALPHABET[byte & 31]
  return code + checkCharacter(code)
}

/**
 * Reads a code as people type it: small letters, blanks and hyphens, O for 0, I or L for 1.
 * Returns its printed form, or null where it is no place code (wrong length, character or check character).
 */
export function readPlaceCode(typed: string): string | null {
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  if (code.length !== LENGTH + 1 || [...code].some((character) => !ALPHABET.includes(character))) return null
  return checkCharacter(code.slice(0, LENGTH)) === code[LENGTH] ? code : null
}

/** The hybrid check of ISO 7064 carried to 32 characters (MOD 33,32): finds every single wrong character. */
function checkCharacter(code: string): string {
  let carry = 32
  for (const character of code) {
    const sum = (carry + ALPHABET.indexOf(character)) % 32
    carry = ((sum === 0 ? 32 : sum) * 2) % 33
  }
  return ALPHABET[(33 - carry) % 32]!
}
