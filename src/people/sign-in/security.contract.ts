import { z } from 'zod'
import { PostKind } from '../contract.ts'
import { deviceBrowsers, deviceSystems } from './device.rule.ts'
import { OwnPasskey } from './passkey/contract.ts'

/** What signing in came to: `needs` says what stands between it and everything else. */
export const SignedIn = z.object({
  signedIn: z.boolean(),
  needs: z.enum(['second_factor', 'password', 'enrolment']).nullable(),
})
export type SignedIn = z.infer<typeof SignedIn>

/** Six digits of the app, or a recovery code. */
export const SecondFactorCode = z.strictObject({ code: z.string().trim().min(6).max(40) })
export const OwnPassword = z.strictObject({ password: z.string().min(1).max(128) })

/** The secret for the app on one's phone, as text and as the address that a picture carries. */
export const TotpToSetUp = z.object({ secret: z.string(), address: z.string() })
export type TotpToSetUp = z.infer<typeof TotpToSetUp>

/** Shown this once: each signs in one time in the place of a code of the app. */
export const RecoveryCodes = z.object({ codes: z.array(z.string()) })
export type RecoveryCodes = z.infer<typeof RecoveryCodes>

/** Where one is signed in. The network is masked; `isThis` is the session that asks. */
export const OwnSession = z.object({
  id: z.uuid(),
  isThis: z.boolean(),
  system: z.enum(deviceSystems).nullable(),
  browser: z.enum(deviceBrowsers).nullable(),
  /** Half of an address, or `local` for the machine that Linli runs on; null where it was not kept. */
  sourceMasked: z.string().nullable(),
  openedAt: z.iso.datetime(),
  /** To the hour. */
  seenAt: z.iso.datetime(),
})
export type OwnSession = z.infer<typeof OwnSession>

/** How one's account is signed in to. */
export const OwnSecurity = z.object({
  sessions: z.array(OwnSession),
  passkeys: z.array(OwnPasskey),
  /** Null for residents, who sign in by a code sent to their telephone, or a passkey. */
  secondFactor: z
    .object({
      since: z.iso.datetime().nullable(),
      codesLeft: z.number().int(),
      /** Whether a post asks for it. */
      isRequired: z.boolean(),
    })
    .nullable(),
})
export type OwnSecurity = z.infer<typeof OwnSecurity>

export const EndedSessions = z.object({ ended: z.number().int() })
export type EndedSessions = z.infer<typeof EndedSessions>

/** Kinds of post whose holders sign in with a second factor; in force at their next sign-in, within the hour for others. */
export const SecondFactorKinds = z.strictObject({ kinds: z.array(PostKind).max(20) })
export type SecondFactorKinds = z.infer<typeof SecondFactorKinds>

export const SecondFactorReset = z.object({ accountId: z.uuid(), sessionsEnded: z.number().int() })
export type SecondFactorReset = z.infer<typeof SecondFactorReset>
