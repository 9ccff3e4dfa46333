import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MailSettings } from '../platform/code-settings.ts'
import { noMessages } from '../platform/settings.ts'
import { openMailbox, openReceiver, type Receiver } from '../testing/receivers.ts'
import { examineMessages } from './examine-messages.ts'

let service: Receiver
let mailbox: Awaited<ReturnType<typeof openMailbox>>
/** Nobody listens there. */
let silent: string
let mail: MailSettings
beforeAll(async () => {
  service = await openReceiver({})
  mailbox = await openMailbox()
  mail = mailbox.settings
  const gone = await openReceiver({})
  silent = gone.origin
  await gone.close()
})
afterAll(() => Promise.all([service.close(), mailbox.close()]))

const oidcAt = (issuer: string) => ({
  issuer,
  clientId: 'linli',
  clientSecret: 'secret of the provider',
  callback: 'https://linli.example.org/api/auth/oidc/callback',
  nameClaim: 'preferred_username',
})
const judged = async (...asked: Parameters<typeof examineMessages>) =>
  Object.fromEntries((await examineMessages(...asked)).map(({ name, isGood }) => [name, isGood]))

test('nothing set is no fault, and each line says what to set', async () => {
  const findings = await examineMessages({ demonstration: false }, { messages: noMessages, oidc: null })
  expect(findings.every(({ isGood }) => isGood)).toBe(true)
  const [forMail, forLinks, , forSignOn] = findings
  expect(forMail!.zh).toContain('LINLI_CODE_SMTP')
  expect(forLinks!.en).toContain('LINLI_ADDRESS')
  expect(forSignOn!.en).toContain('LINLI_OIDC_ISSUER')
})

test('what answers is good, and what does not is named with its setting', async () => {
  const address = 'https://linli.example.org'
  expect(
    await judged(
      { demonstration: false },
      { messages: { address, hosts: [service.origin], mail }, oidc: oidcAt(service.origin) },
    ),
  ).toEqual({ mail: true, address: true, 'message hosts': true, 'single sign-on': true })
  const broken = {
    messages: {
      address,
      hosts: [service.origin, silent],
      mail: { ...mail, port: Number(new URL(silent).port) },
    },
    oidc: oidcAt(silent),
  }
  expect(await judged({ demonstration: false }, broken)).toEqual({
    mail: false,
    address: true,
    'message hosts': false,
    'single sign-on': false,
  })
  const said = JSON.stringify(await examineMessages({ demonstration: false }, broken))
  expect(said).toContain('LINLI_MESSAGE_HOSTS')
  expect(said).not.toContain(`连不上：${service.origin}`)
  expect(said).not.toContain('secret of the provider')
})

test('a demonstration sends mail to nobody, and says how it could be tried', async () => {
  const [forMail] = await examineMessages(
    { demonstration: true },
    { messages: { ...noMessages, mail: { ...mail, host: 'mail.example.org' } }, oidc: null },
  )
  expect([forMail!.isGood, forMail!.en.includes('LINLI_MESSAGE_HOSTS')]).toEqual([true, true])
})
