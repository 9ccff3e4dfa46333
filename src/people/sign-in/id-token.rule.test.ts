import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { expect, test } from 'vitest'
import { readIdToken } from './id-token.rule.ts'

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 })
const keys = [
  { ...rsa.publicKey.export({ format: 'jwk' }), kid: 'r', use: 'sig' },
  { ...ec.publicKey.export({ format: 'jwk' }), kid: 'e', use: 'sig' },
]
const expected = { issuer: 'https://id.example.org', clientId: 'linli', nonce: 'n-1', nowSeconds: 1_000_000 }
const claims = { iss: expected.issuer, aud: 'linli', nonce: 'n-1', sub: 's-1', iat: 999_990, exp: 1_000_300 }

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
function token(
  body: object,
  head: object = { alg: 'RS256', kid: 'r' },
  key: KeyObject = rsa.privateKey,
): string {
  const said = `${part(head)}.${part(body)}`
  return `${said}.${sign('sha256', Buffer.from(said), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`
}

test.each([
  ['RS256', { alg: 'RS256', kid: 'r' }, rsa.privateKey],
  ['ES256', { alg: 'ES256', kid: 'e' }, ec.privateKey],
])('a token signed by %s is read', (_, head, key) => {
  expect(readIdToken(token(claims, head, key), keys, expected)?.sub).toBe('s-1')
})

test.each([
  ['for another client', { ...claims, aud: 'other' }],
  ['for several, and not by us', { ...claims, aud: ['linli', 'other'], azp: 'other' }],
  ['of another issuer', { ...claims, iss: 'https://evil.example.org' }],
  ['of another sign-in', { ...claims, nonce: 'n-2' }],
  ['without a nonce', { ...claims, nonce: undefined }],
  ['that is over', { ...claims, exp: 999_900 }],
  ['of the future', { ...claims, iat: 1_000_100 }],
  ['without a subject', { ...claims, sub: '' }],
])('a token %s is none', (_, body) => {
  expect(readIdToken(token(body), keys, expected)).toBeNull()
})

test('a signature by somebody else, by no algorithm, or by a secret made of the public key, is none', () => {
  const said = `${part({ alg: 'none' })}.${part(claims)}`
  const wrong = [
    token(claims, { alg: 'RS256', kid: 'r' }, stranger.privateKey),
    token(claims, { alg: 'ES256', kid: 'r' }),
    token(claims, { alg: 'HS256', kid: 'r' }),
    token(claims, { alg: 'RS256', kid: 'x' }),
    `${said}.`,
    `${said}.AAAA`,
    `${token(claims)}.x`,
    'x.y.z',
    '',
  ]
  for (const text of wrong) expect(readIdToken(text, keys, expected), text).toBeNull()
  const [head, , signature] = token(claims).split('.')
  expect(readIdToken(`${head}.${part({ ...claims, sub: 's-2' })}.${signature}`, keys, expected)).toBeNull()
})
