import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../../kernel/refusal.ts'
import { type Forged, softwareAuthenticator } from '../../../testing/software-authenticator.ts'
import { type Asked, algorithms } from './ceremony.rule.ts'
import { readMade, readSigned } from './ceremony.ts'
import type { PasskeyWanted } from './contract.ts'

const site = { rpId: 'linli.example.cn', origin: 'https://linli.example.cn' }
const asked: Asked = { challenge: 'A'.repeat(43), site }
const wanted: PasskeyWanted = {
  challenge: asked.challenge,
  rpId: site.rpId,
  timeoutMs: 300_000,
  rpName: '望江区（演示）',
  user: { handle: 'AAAA', name: '139****0001' },
  algorithms: [...algorithms],
  standing: [],
}
const newDevice = () => softwareAuthenticator(site.origin)
const made = (forged: Forged = {}) => readMade(newDevice().make(wanted, forged), asked)

describe('a new key', () => {
  test('is read with its id and its count', async () => {
    const device = newDevice()
    const { credentialId, signCount } = await readMade(device.make(wanted), asked)
    expect([credentialId.toString('base64url'), signCount]).toEqual([device.credentialId, 1])
  })

  test.each(['packed', 'android-safetynet', 'apple', 'tpm'])(
    'is read whoever vouches: %s',
    async (format) => {
      expect((await made({ attestation: format })).signCount).toBe(1)
    },
  )

  test('weaker than RSA of 2048 bits is refused', async () => {
    const { n } = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'jwk' })
    const modulus = Buffer.from(n ?? '', 'base64url')
    const parts = ['a401030339010020590080', modulus.toString('hex'), '2143010001']
    await expect(made({ key: Buffer.from(parts.join(''), 'hex') })).rejects.toThrow(Refusal)
  })

  test.each([
    ['lists in lists', Buffer.alloc(14_000, 0x81)],
    ['a list of four billion', Buffer.from('9affffffff', 'hex')],
    ['an open list', Buffer.from('9f01ff', 'hex')],
    ['a key’s part that stands twice', Buffer.from('a201020103', 'hex')],
    ['a number alone', Buffer.from('00', 'hex')],
  ])('that is %s is refused', async (_what, bytes) => {
    await expect(made({ key: bytes })).rejects.toThrow(Refusal)
    const { clientDataJSON } = newDevice().make(wanted)
    const attestationObject = bytes.toString('base64url')
    await expect(readMade({ clientDataJSON, attestationObject }, asked)).rejects.toThrow(Refusal)
  })
})

describe('a signature', () => {
  test('is read by its own key, and by no other', async () => {
    const device = newDevice()
    const { publicKey } = await readMade(device.make(wanted), asked)
    expect(await readSigned(device.answer(wanted), asked, publicKey)).toBe(2)
    const other = (await made()).publicKey
    await expect(readSigned(device.answer(wanted), asked, other)).rejects.toThrow(Refusal)
    await expect(readSigned(device.answer(wanted), asked, null)).rejects.toThrow(Refusal)
  })
})

test('whatever comes is refused', async () => {
  const device = newDevice()
  const { publicKey } = await readMade(device.make(wanted), asked)
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 120 }).map((array) => Buffer.from(array))
  const property = fc.asyncProperty(bytes, fc.nat(255), async (some, flags) => {
    const text = some.toString('base64url')
    await expect(made({ key: some, flags })).rejects.toThrow(Refusal)
    await expect(readMade({ clientDataJSON: text, attestationObject: text }, asked)).rejects.toThrow(Refusal)
    const answer = device.answer(wanted)
    for (const part of ['clientDataJSON', 'authenticatorData', 'signature'])
      await expect(readSigned({ ...answer, [part]: text }, asked, publicKey)).rejects.toThrow(Refusal)
  })
  await fc.assert(property, { numRuns: 60 })
})
