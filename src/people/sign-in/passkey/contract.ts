import { z } from 'zod'
import { deviceBrowsers, deviceSystems } from '../device.rule.ts'

const bytes = (most: number) => z.base64url().min(1).max(most)

/** What the browser asks a device for when somebody signs in: the same whoever asks, and no name in it. */
export const PasskeyAsked = z.object({
  /** base64url. */
  challenge: z.string(),
  rpId: z.string(),
  timeoutMs: z.number().int(),
})
export type PasskeyAsked = z.infer<typeof PasskeyAsked>

/** What a device answers when somebody signs in; bytes in base64url (W3C Web Authentication, AuthenticatorAssertionResponse). */
export const PasskeyAnswer = z.strictObject({
  credentialId: bytes(1400),
  clientDataJSON: bytes(4000),
  authenticatorData: bytes(4000),
  signature: bytes(2000),
  userHandle: bytes(100),
})
export type PasskeyAnswer = z.infer<typeof PasskeyAnswer>

/** Staff show that they know their password; residents, who have none, that they have just signed in. */
export const BeginPasskey = z.strictObject({ password: z.string().min(1).max(128).optional() })
export type BeginPasskey = z.infer<typeof BeginPasskey>

/** What the browser asks a device for when a passkey is added. */
export const PasskeyWanted = PasskeyAsked.extend({
  rpName: z.string(),
  /** What the device's own list says; `handle` is base64url. */
  user: z.object({ handle: z.string(), name: z.string() }),
  /** COSE numbers, the best first. */
  algorithms: z.array(z.number().int()),
  /** Own passkeys (base64url): a device that has one of them makes no second. */
  standing: z.array(z.string()),
})
export type PasskeyWanted = z.infer<typeof PasskeyWanted>

/** A new key, as the device tells it (AuthenticatorAttestationResponse). */
export const NewPasskey = z.strictObject({ clientDataJSON: bytes(4000), attestationObject: bytes(20_000) })
export type NewPasskey = z.infer<typeof NewPasskey>

/** One of one's own passkeys, by what it was added on. */
export const OwnPasskey = z.object({
  id: z.uuid(),
  system: z.enum(deviceSystems),
  browser: z.enum(deviceBrowsers),
  addedAt: z.iso.datetime(),
  usedAt: z.iso.datetime().nullable(),
})
export type OwnPasskey = z.infer<typeof OwnPasskey>
