import { createPublicKey, verify, type webcrypto } from 'node:crypto'

/** A public key of a provider (RFC 7517). */
export type ProviderKey = webcrypto.JsonWebKey & { readonly kid?: unknown }

export interface IdTokenExpected {
  readonly issuer: string
  readonly clientId: string
  readonly nonce: string
  readonly nowSeconds: number
}

/** How far two clocks may stand apart. */
const skewSeconds = 60

type Json = Readonly<Record<string, unknown>>
const parsed = (part: string): Json => JSON.parse(Buffer.from(part, 'base64url').toString()) as Json

/**
 * The claims of an ID token whose signature is a key of the provider's (RS256 or ES256) and which was made for us, now,
 * for this very sign-in (OpenID Connect Core 1.0 §3.1.3.7). Null otherwise.
 */
export function readIdToken(
  token: string,
  keys: readonly ProviderKey[],
  expected: IdTokenExpected,
): Json | null {
  const [head = '', body = '', signature = '', ...more] = token.split('.')
  if (more.length > 0) return null
  try {
    const { alg, kid } = parsed(head)
    const key = keys.find(
      (one) => (kid === undefined || one.kid === kid) && one.use !== 'enc' && fits(alg, one),
    )
    if (!key) return null
    const isOurs = verify(
      'sha256',
      Buffer.from(`${head}.${body}`),
      { key: createPublicKey({ key, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    )
    const claims = parsed(body)
    return isOurs && isFor(claims, expected) ? claims : null
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null
    throw error
  }
}

const fits = (alg: unknown, { kty }: ProviderKey): boolean =>
  (alg === 'RS256' && kty === 'RSA') || (alg === 'ES256' && kty === 'EC')

function isFor(claims: Json, { issuer, clientId, nonce, nowSeconds }: IdTokenExpected): boolean {
  const { iss, aud, azp, exp, iat } = claims
  const isOurs = Array.isArray(aud) ? aud.includes(clientId) && azp === clientId : aud === clientId
  return (
    iss === issuer &&
    isOurs &&
    claims.nonce === nonce &&
    typeof exp === 'number' &&
    exp > nowSeconds - skewSeconds &&
    typeof iat === 'number' &&
    iat < nowSeconds + skewSeconds &&
    typeof claims.sub === 'string' &&
    claims.sub.length > 0
  )
}
