import { readAddress, type TypedAddress } from './home-label.rule.ts'
import { type IdentityNumber, readIdentity } from './identity-number.rule.ts'

/** What somebody typed to find a person or a home. */
export type FindQuery =
  | { readonly by: 'identity'; readonly number: IdentityNumber }
  | { readonly by: 'phone'; readonly phone: string }
  /** The last four characters of an identity number or of a telephone. */
  | { readonly by: 'tail'; readonly tail: string }
  | { readonly by: 'letters'; readonly letters: string }
  | { readonly by: 'words'; readonly words: string; readonly address: TypedAddress }
  /** Too little to look for: the beginning of a number. */
  | { readonly by: 'nothing' }

/** Tells by its look what a query is. An identity number is looked for whole or by its last four characters only. */
export function readQuery(
  text: string,
  when: { readonly today: string; readonly invented: boolean },
): FindQuery {
  const plain = text.normalize('NFKC').trim()
  const close = plain.replace(/[\s-]/g, '')
  if (/^\d{17}[\dXx]$|^\d{15}$/.test(close)) {
    const number = readIdentity(close, when)
    return typeof number === 'string' ? { by: 'nothing' } : { by: 'identity', number }
  }
  if (/^(\+?86)?1\d{10}$/.test(close)) return { by: 'phone', phone: close.slice(-11) }
  if (/^\d{3}[\dXx]$/.test(close)) return { by: 'tail', tail: close.toUpperCase() }
  if (close === '' || /^[\dXx]+$/.test(close)) return { by: 'nothing' }
  if (/^[a-züA-ZÜ'’ .-]+$/.test(plain)) return { by: 'letters', letters: plain }
  return { by: 'words', words: plain, address: readAddress(plain) }
}
