import { Refusal } from '../../../kernel/refusal.ts'

/** Where a passkey is made or used: it is bound to the host, and what it signs to the whole origin. */
export interface Site {
  /** The host's name without a port. */
  readonly rpId: string
  /** As a browser writes it: https://linli.example.cn. */
  readonly origin: string
}

/** The site of a request's own scheme and host. Refuses `passkey_wrong` what is no host. */
export function siteOf(protocol: string, host: string): Site {
  const address = URL.parse(`${protocol}://${host}`)
  if (address === null || address.pathname !== '/' || address.username !== '')
    throw new Refusal('passkey_wrong')
  return { rpId: address.hostname, origin: address.origin }
}

/** What this browser was asked to have signed, and where. */
export interface Asked {
  readonly challenge: string
  readonly site: Site
}

/** Kinds of key that are taken, by their COSE numbers (RFC 9053, RFC 8812), the best first: Ed25519, ES256, RS256. */
export const algorithms = [-8, -7, -257] as const

/** §4: an id has at least 16 bytes that nobody guesses, and 1023 at most. */
export const isIdOfPasskey = (credentialId: Uint8Array): boolean =>
  credentialId.length >= 16 && credentialId.length <= 1023

/** What a device keeps beside a key to know whose it is: the account's id, 16 bytes, base64url. */
export const handleOf = (accountId: string): string =>
  Buffer.from(accountId.replaceAll('-', ''), 'hex').toString('base64url')
