import { generateKeyPairSync } from 'node:crypto'
import { Refusal } from '../../../kernel/refusal.ts'
import { type Asked, algorithms, isIdOfPasskey } from './ceremony.rule.ts'
import type { NewPasskey, PasskeyAnswer } from './contract.ts'

/** A key that a device made. */
export interface Made {
  readonly credentialId: Buffer
  /** COSE_Key (RFC 9052 §7). */
  readonly publicKey: Buffer
  /** How often the device says that it signed; 0 where it does not count. */
  readonly signCount: number
}

/** The library, loaded with the first passkey that comes: it is 24 packages, 28 MB and a quarter of a second. */
async function load() {
  const [server, helpers] = await Promise.all([
    import('@simplewebauthn/server'),
    import('@simplewebauthn/server/helpers'),
  ])
  return { ...server, ...helpers }
}
type Library = Awaited<ReturnType<typeof load>>

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(text, 'base64url'))

/**
 * Has the library look at what a browser sent. It throws an Error, TypeError, SyntaxError, RangeError or DOMException alike
 * for bytes that do not fit, so that the class of it says nothing. All that a check is given beside these bytes is ours
 * and ready: the challenge, the site, and a key that was tried when it was added. It asks no database, file or network,
 * and nothing of ours may be called in it: whatever comes out of it is about the bytes, and means `passkey_wrong`.
 */
async function checked<Result>(check: () => Promise<Result>): Promise<Result> {
  try {
    return await check()
  } catch {
    throw new Refusal('passkey_wrong')
  }
}

/** What holds of each ceremony: who asked, at which page of which host, and that its owner was there and recognised. */
const expectedOf = ({ challenge, site }: Asked) => ({
  expectedChallenge: challenge,
  expectedOrigin: site.origin,
  expectedRPID: site.rpId,
  requireUserVerification: true,
})

/** The library knows pages in others' frames, and lets some pass. Refuses `passkey_wrong` all of them. */
function mustBeNoFrame({ decodeClientDataJSON }: Library, clientDataJSON: string): void {
  const { crossOrigin, topOrigin } = decodeClientDataJSON(clientDataJSON)
  if (crossOrigin || topOrigin !== undefined) throw new Refusal('passkey_wrong')
}

/**
 * The key that a device made for what it was asked (W3C Web Authentication §7.1). Refuses `passkey_wrong` what does not fit,
 * what is no key of a kind that is taken, and one that is too weak.
 */
export async function readMade(made: NewPasskey, asked: Asked): Promise<Made> {
  const library = await load()
  const { verified, registrationInfo } = await checked(async () =>
    library.verifyRegistrationResponse({
      response: {
        // Not asked for and not compared: the id that counts stands in what the device says.
        id: 'unasked',
        rawId: 'unasked',
        type: 'public-key',
        clientExtensionResults: {},
        response: { ...made, attestationObject: unattested(library, made.attestationObject) },
      },
      ...expectedOf(asked),
      supportedAlgorithmIDs: [...algorithms],
    }),
  )
  if (!verified) throw new Refusal('passkey_wrong')
  mustBeNoFrame(library, made.clientDataJSON)
  const { id, publicKey, counter } = registrationInfo.credential
  const credentialId = Buffer.from(id, 'base64url')
  if (!isIdOfPasskey(credentialId)) throw new Refusal('passkey_wrong')
  await checked(() => tryKey(library, publicKey))
  return { credentialId, publicKey: Buffer.from(publicKey), signCount: counter }
}

/**
 * The same without the word of whoever made the device, which is neither asked for nor read. The library would follow
 * the certificates in it, and fetch lists of revoked ones from addresses that stand in them.
 */
function unattested({ decodeAttestationObject, isoBase64URL, isoCBOR }: Library, text: string): string {
  const authData = decodeAttestationObject(bytesOf(text)).get('authData')
  const object = new Map<string, string | Map<string, string> | Uint8Array>([
    ['fmt', 'none'],
    ['attStmt', new Map()],
    ['authData', authData],
  ])
  return isoBase64URL.fromBuffer(isoCBOR.encode(object))
}

/** ECDSA's signature of r = 1 and s = 1 in DER; to the other kinds it is as wrong as any. */
const wrongSignature = Uint8Array.of(0x30, 6, 2, 1, 1, 2, 1, 1)
const leastBytesOfRsa = 256

/** Throws where no signature can be checked by the key, right or wrong, or where it is weaker than RSA of 2048 bits. */
async function tryKey(library: Library, credentialPublicKey: Uint8Array<ArrayBuffer>): Promise<void> {
  const { cose, decodeCredentialPublicKey, verifySignature } = library
  await verifySignature({ signature: wrongSignature, data: new Uint8Array(32), credentialPublicKey })
  const key = decodeCredentialPublicKey(credentialPublicKey)
  if (cose.isCOSEPublicKeyRSA(key) && (key.get(cose.COSEKEYS.n)?.length ?? 0) < leastBytesOfRsa)
    throw new Refusal('passkey_wrong')
}

/** Nobody holds the other half: an unknown passkey is checked against it, in the time that a known one takes. */
const nobodys = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' })

const nobodysKey = ({ cose, isoCBOR }: Library): Uint8Array<ArrayBuffer> =>
  isoCBOR.encode(
    new Map<number, number | Uint8Array>([
      [cose.COSEKEYS.kty, cose.COSEKTY.EC2],
      [cose.COSEKEYS.alg, cose.COSEALG.ES256],
      [cose.COSEKEYS.crv, cose.COSECRV.P256],
      [cose.COSEKEYS.x, bytesOf(nobodys.x ?? '')],
      [cose.COSEKEYS.y, bytesOf(nobodys.y ?? '')],
    ]),
  )

/**
 * How often a device says that it signed, once it was found to have signed what it was asked by this key (§7.2); null is
 * a passkey that nobody has. Refuses `passkey_wrong` everything else, the unknown after the work of a known one.
 */
export async function readSigned(
  answer: PasskeyAnswer,
  asked: Asked,
  publicKey: Buffer | null,
): Promise<number> {
  const library = await load()
  const { credentialId: id, ...response } = answer
  const other = nobodysKey(library)
  const credential = {
    id,
    publicKey: publicKey === null ? other : Uint8Array.from(publicKey),
    // Where it counts on from is compared as it is written, once for two answers at the same time.
    counter: 0,
  }
  const { verified, authenticationInfo } = await checked(() =>
    library.verifyAuthenticationResponse({
      response: { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response },
      ...expectedOf(asked),
      credential,
    }),
  )
  if (!verified || publicKey === null) throw new Refusal('passkey_wrong')
  mustBeNoFrame(library, answer.clientDataJSON)
  return authenticationInfo.newCounter
}
