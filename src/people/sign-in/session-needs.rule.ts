/**
 * What stands between a session and everything else: the second factor, a password that somebody else knows, or setting
 * up the second factor that a post asks for.
 */
export type SessionNeeds = 'second_factor' | 'password' | 'enrolment'

const alwaysOpen = [
  '/api/auth/sign-out',
  '/api/auth/sign-in/',
  '/api/auth/oidc',
  '/api/auth/phone-number/',
  '/api/auth/second-factor',
]
/** One that still needs its second factor is nobody's, wherever it comes. */
type NeedsOfSomebody = Exclude<SessionNeeds, 'second_factor'>
const openWhile: Readonly<Record<NeedsOfSomebody, readonly string[]>> = {
  password: [...alwaysOpen, '/api/auth/change-password'],
  enrolment: [...alwaysOpen, '/api/auth/totp/begin', '/api/auth/totp/confirm'],
}

/** Whether a session that still needs this may come to the address. */
export const isOpenWhile = (needs: NeedsOfSomebody, url: string): boolean =>
  openWhile[needs].some((door) => url.startsWith(door))
