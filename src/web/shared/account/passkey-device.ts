import type {
  NewPasskey,
  PasskeyAnswer,
  PasskeyAsked,
  PasskeyWanted,
} from '../../../people/sign-in/passkey/contract.ts'

/** Why a device made or used no passkey: its owner let it be, it has one already, or it cannot. */
export class PasskeyFault extends Error {
  readonly kind: 'let_be' | 'standing' | 'unable'
  constructor(kind: PasskeyFault['kind']) {
    super(kind)
    this.name = 'PasskeyFault'
    this.kind = kind
  }
}

const kinds: Readonly<Record<string, PasskeyFault['kind']>> = {
  NotAllowedError: 'let_be',
  AbortError: 'let_be',
  InvalidStateError: 'standing',
}

/** Devices say why by the name of the error alone (W3C Web Authentication §5.1.3, §5.1.4). */
async function asked<Answer extends AuthenticatorResponse>(
  asking: Promise<Credential | null>,
): Promise<{ id: ArrayBuffer; response: Answer }> {
  try {
    const credential = await asking
    if (!(credential instanceof PublicKeyCredential)) throw new PasskeyFault('unable')
    return { id: credential.rawId, response: credential.response as Answer }
  } catch (error) {
    if (error instanceof DOMException) throw new PasskeyFault(kinds[error.name] ?? 'unable')
    throw error
  }
}

/** Has this device, or one beside it, make a passkey. Throws PasskeyFault. */
export async function makePasskey(wanted: PasskeyWanted): Promise<NewPasskey> {
  const { response } = await asked<AuthenticatorAttestationResponse>(
    navigator.credentials.create({
      publicKey: {
        challenge: bytesOf(wanted.challenge),
        rp: { id: wanted.rpId, name: wanted.rpName },
        user: { id: bytesOf(wanted.user.handle), name: wanted.user.name, displayName: wanted.user.name },
        pubKeyCredParams: wanted.algorithms.map((alg) => ({ type: 'public-key', alg })),
        excludeCredentials: wanted.standing.map((id) => ({ type: 'public-key', id: bytesOf(id) })),
        authenticatorSelection: {
          residentKey: 'required',
          requireResidentKey: true,
          userVerification: 'required',
        },
        attestation: 'none',
        timeout: wanted.timeoutMs,
      },
    }),
  )
  return {
    clientDataJSON: textOf(response.clientDataJSON),
    attestationObject: textOf(response.attestationObject),
  }
}

/** Has a device sign by the passkey that its owner chooses there. Throws PasskeyFault. */
export async function answerByPasskey({ challenge, rpId, timeoutMs }: PasskeyAsked): Promise<PasskeyAnswer> {
  const { id, response } = await asked<AuthenticatorAssertionResponse>(
    navigator.credentials.get({
      publicKey: { challenge: bytesOf(challenge), rpId, userVerification: 'required', timeout: timeoutMs },
    }),
  )
  // A key that says nobody's name cannot be chosen without one.
  if (response.userHandle === null) throw new PasskeyFault('unable')
  return {
    credentialId: textOf(id),
    clientDataJSON: textOf(response.clientDataJSON),
    authenticatorData: textOf(response.authenticatorData),
    signature: textOf(response.signature),
    userHandle: textOf(response.userHandle),
  }
}

/** base64url, which old browsers do not write by themselves. */
function textOf(bytes: ArrayBuffer): string {
  const letters = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('')
  return btoa(letters).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const letters = atob(text.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0))
}
