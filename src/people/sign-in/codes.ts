import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Clock } from '../../platform/clock.ts'
import type { District } from '../../platform/ctx.ts'
import { datedDatabase } from '../../platform/dated-database.ts'
import { maskPhone } from '../phone.rule.ts'
import { ensureResident } from '../resident.sql.ts'
import { cookieSecret } from '../session.ts'
import { credentialFields, reservedEmail } from './credential.sql.ts'
import { type CodeGateway, codeMinutes } from './gateway.ts'

/** Wrong guesses that a one-time code bears. */
const codeGuesses = 3

/** Residents' way in: a one-time code to a telephone. */
export interface SignInByCodes {
  readonly send: (phone: string) => Promise<void>
  /** The resident's account, made with the first right code. Refuses `sign_in_wrong`, `too_many_requests`. */
  readonly verify: (phone: string, code: string) => Promise<string>
}

/**
 * One-time codes of a district, by better-auth: it makes, keeps and checks them. No session of its is opened, nothing of
 * its answers is handed on. Imported when the first resident signs in, for its weight. docs/decisions/0004-sign-in.md
 */
export async function openCodes(
  district: District,
  clock: Clock,
  gateway: CodeGateway,
  onError: (text: string) => void,
): Promise<SignInByCodes> {
  const { api } = await openBetterAuth(district, clock, gateway, onError)
  return {
    send: async (phoneNumber) => {
      await answered(api.sendPhoneNumberOTP({ body: { phoneNumber } }))
    },
    verify: async (phoneNumber, code) => {
      const body = { phoneNumber, code, disableSession: true }
      const { user } = await answered(api.verifyPhoneNumber({ body }))
      return user.id
    },
  }
}

/** Every "no" of better-auth's is one and the same here; the gateway's passes through. */
async function answered<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked
  } catch (error) {
    const status = error instanceof Error && 'statusCode' in error ? error.statusCode : null
    if (typeof status !== 'number' || status >= 500) throw error
    throw new Refusal(status === 403 || status === 429 ? 'too_many_requests' : 'sign_in_wrong')
  }
}

async function openBetterAuth(
  district: District,
  clock: Clock,
  gateway: CodeGateway,
  onError: (text: string) => void,
) {
  const [{ betterAuth }, { phoneNumber }] = await Promise.all([
    import('better-auth'),
    import('better-auth/plugins/phone-number'),
  ])
  const nextId = (): string => newId(clock.now().epochMilliseconds)
  return betterAuth({
    // Only `api` is called, by our own routes: the address is never used.
    baseURL: 'http://linli.invalid',
    secret: cookieSecret(district),
    database: { db: datedDatabase(district.pools.auth), type: 'postgres' },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message) => onError(message) },
    rateLimit: { enabled: false },
    advanced: { database: { generateId: nextId }, ipAddress: { disableIpTracking: true } },
    ...credentialFields,
    plugins: [
      phoneNumber({
        otpLength: 6,
        expiresIn: codeMinutes * 60,
        allowedAttempts: codeGuesses,
        sendOTP: ({ phoneNumber: phone, code }) => gateway.send(phone, code),
        signUpOnVerification: { getTempEmail: () => reservedEmail(nextId()), getTempName: maskPhone },
        callbackOnVerification: ({ phoneNumber: phone, user }) =>
          ensureResident(district.pools.auth, {
            id: user.id,
            phone,
            name: maskPhone(phone),
            demonstration: district.demonstration,
            createdAt: clock.now(),
          }),
        schema: {
          user: { fields: { phoneNumber: 'phone_number', phoneNumberVerified: 'phone_number_verified' } },
        },
      }),
    ],
  })
}
