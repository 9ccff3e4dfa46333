import type { Me, Outbox } from '../people/contract.ts'
import type { OwnPasskey, PasskeyAsked, PasskeyWanted } from '../people/sign-in/passkey/contract.ts'
import { type Forged, type SoftwareAuthenticator, softwareAuthenticator } from './software-authenticator.ts'
import type { World } from './world.ts'
import { type Browser, browserAt } from './world-browser.ts'

/** What the test server is called by. */
export const testOrigin = 'http://localhost'
export const passkeyDoor = '/api/auth/sign-in/passkey'

/** A resident who has just signed in by a code, in a browser of their own. */
export async function newResident(
  { app }: World,
  phoneNumber: string,
): Promise<{ browser: Browser; accountId: string }> {
  const browser = browserAt(app, { agent: 'Mozilla/5.0 (iPhone) Version/17.0 Safari/604.1' })
  await browser.post('/api/auth/phone-number/send-otp', { phoneNumber })
  const { codes } = (await browser.get<Outbox>('/api/outbox')).body
  const code = codes.find(({ phoneMasked }) => phoneMasked.endsWith(phoneNumber.slice(-4)))?.code
  await browser.post('/api/auth/phone-number/verify', { phoneNumber, code })
  const { account } = (await browser.get<Me>('/api/me')).body
  return { browser, accountId: account!.id }
}

export const beginPasskey = async (browser: Browser, password?: string): Promise<PasskeyWanted> =>
  (await browser.post<PasskeyWanted>('/api/my/passkeys/begin', { password })).body

/** Adds a passkey to the account of this browser; fails the test where that is refused. */
export async function addPasskey(
  browser: Browser,
  {
    device = softwareAuthenticator(testOrigin),
    password,
  }: { device?: SoftwareAuthenticator; password?: string } = {},
): Promise<{ device: SoftwareAuthenticator; passkey: OwnPasskey }> {
  const made = device.make(await beginPasskey(browser, password))
  const answer = await browser.post<OwnPasskey>('/api/my/passkeys', made)
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return { device, passkey: answer.body }
}

export const askPasskey = async (browser: Browser): Promise<PasskeyAsked> =>
  (await browser.post<PasskeyAsked>(`${passkeyDoor}/begin`)).body

/** Signs in by a device in a new browser; `who` is whose the session then is, or null. */
export async function signInBy({ app }: World, device: SoftwareAuthenticator, forged: Forged = {}) {
  const browser = browserAt(app)
  const answer = await browser.post(passkeyDoor, device.answer(await askPasskey(browser), forged))
  return { ...answer, browser, who: (await browser.get<Me>('/api/me')).body.account?.id ?? null }
}
