import { newId } from '../../kernel/ids.ts'
import type { Clock } from '../../platform/clock.ts'
import { toDate } from '../../platform/clock.ts'
import type { District } from '../../platform/ctx.ts'
import { datedDatabase } from '../../platform/dated-database.ts'
import { accountNameForm } from '../contract.ts'
import { maskPhone } from '../phone.rule.ts'
import { ensureResident } from '../resident.sql.ts'
import { cookieSecret } from '../session.ts'
import type { CodeGateway } from './code-gateway.ts'
import { codeMinutes } from './code-gateway.ts'
import { credentialFields, reservedEmail } from './credential.sql.ts'
import { cookiePrefix } from './session-cookie.rule.ts'

const daySeconds = 86_400
const sessionDays = 14
/** Wrong guesses that a one-time code bears. */
const codeGuesses = 3

/**
 * better-auth for one district: staff by name and password, residents by a one-time code. Nobody signs up as staff,
 * nothing is sent out, no address of a browser is kept. Imported when the first person signs in, for its weight.
 * See docs/decisions/0004-sign-in.md.
 */
export async function openSignIn(
  district: District,
  clock: Clock,
  gateway: CodeGateway,
  onError: (text: string) => void,
) {
  const [{ betterAuth }, { username }, { phoneNumber }] = await Promise.all([
    import('better-auth'),
    import('better-auth/plugins/username'),
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
    advanced: {
      cookiePrefix,
      // Offices begin on plain http inside their network; the routes add `Secure` where the request came by TLS.
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      database: { generateId: nextId },
      ipAddress: { disableIpTracking: true },
    },
    ...credentialFields,
    session: {
      ...credentialFields.session,
      expiresIn: sessionDays * daySeconds,
      updateAge: daySeconds,
    },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 8, maxPasswordLength: 128 },
    databaseHooks: sessionHooks(clock),
    plugins: [
      username({
        displayUsername: false,
        minUsernameLength: 2,
        maxUsernameLength: 30,
        usernameValidator: (name) => accountNameForm.test(name),
        schema: { user: { fields: { username: 'username' } } },
      }),
      phoneNumber(codesBy(gateway, district, clock, nextId)),
    ],
  })
}

/** Sessions end by the district's clock, and what browser someone uses is nobody's business here. */
const sessionHooks = (clock: Clock) => ({
  session: {
    create: {
      before: async (session: object) => ({
        data: {
          ...session,
          userAgent: null,
          ipAddress: null,
          expiresAt: toDate(clock.now().add({ hours: 24 * sessionDays })),
        },
      }),
    },
  },
})

/** One-time codes, and the resident's account that comes with the first right one. */
const codesBy = (gateway: CodeGateway, district: District, clock: Clock, nextId: () => string) => ({
  otpLength: 6,
  expiresIn: codeMinutes * 60,
  allowedAttempts: codeGuesses,
  sendOTP: ({ phoneNumber, code }: { phoneNumber: string; code: string }) => gateway.send(phoneNumber, code),
  signUpOnVerification: { getTempEmail: () => reservedEmail(nextId()), getTempName: maskPhone },
  callbackOnVerification: ({ phoneNumber, user }: { phoneNumber: string; user: { id: string } }) =>
    ensureResident(district.pools.auth, {
      id: user.id,
      phone: phoneNumber,
      name: maskPhone(phoneNumber),
      demonstration: district.demonstration,
      createdAt: clock.now(),
    }),
  schema: {
    user: { fields: { phoneNumber: 'phone_number', phoneNumberVerified: 'phone_number_verified' } },
  },
})

export type SignIn = Awaited<ReturnType<typeof openSignIn>>
