import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, describe, expect, test } from 'vitest'
import { systemClock } from '../../platform/clock.ts'
import type { HttpCodeSettings, SmtpCodeSettings } from '../../platform/code-settings.ts'
import { openWorld } from '../../testing/world.ts'
import { browserAt } from '../../testing/world-browser.ts'
import type { Me } from '../contract.ts'
import { fillBody, httpGateway } from './http-gateway.ts'
import { smtpGateway } from './smtp-gateway.ts'

const open: (() => unknown)[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})
const portOf = (server: { address(): AddressInfo | string | null }) => (server.address() as AddressInfo).port

interface Heard {
  readonly headers: Record<string, string | string[] | undefined>
  readonly body: string
}

/** A gateway that answers with these statuses, one after the other; 0 does not answer at all. */
async function gatewayWith(...statuses: number[]) {
  const heard: Heard[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    heard.push({ headers: request.headers, body })
    const status = statuses[heard.length - 1] ?? 200
    if (status === 0) request.socket.destroy()
    else response.writeHead(status, { location: '/elsewhere' }).end('internal words of the gateway')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  open.push(() => new Promise((resolve) => server.close(resolve)))
  const settings: HttpCodeSettings = {
    kind: 'http',
    url: `http://127.0.0.1:${portOf(server)}/send?app=1`,
    body: '{"to":"{phone}","text":"码 {code}，{minutes} 分钟"}',
    key: 'a-key-of-the-gateway',
  }
  return { heard, settings }
}

describe('a gateway for text messages', () => {
  test('is sent telephone and code as its template says, signed with the moment', async () => {
    const { heard, settings } = await gatewayWith()
    await httpGateway(settings, systemClock).send('+8613800000001', '012345')
    expect(JSON.parse(heard[0]!.body)).toEqual({ to: '+8613800000001', text: '码 012345，5 分钟' })
    const { 'x-linli-time': time, 'x-linli-signature': signature } = heard[0]!.headers
    const right = createHmac('sha256', settings.key!).update(`${time}.${heard[0]!.body}`).digest('hex')
    expect(signature).toBe(`sha256=${right}`)
  })

  test.each([
    [[503, 200], 2, true],
    [[0, 200], 2, true],
    [[500, 502], 2, false],
    [[400], 1, false],
    [[302, 302], 2, false],
  ])('that answers %j is asked %i times', async (statuses, times, isTaken) => {
    const { heard, settings } = await gatewayWith(...statuses)
    const sending = httpGateway(settings, systemClock).send('+8613800000001', '012345')
    await (isTaken ? sending : expect(sending).rejects.toThrow(/^(status \d+|no answer)$/))
    expect(heard).toHaveLength(times)
    expect(new Set(heard.map(({ headers }) => headers['x-linli-request'])).size).toBe(1)
  })

  test('what is filled in cannot add to the JSON around it', () => {
    const body = fillBody('{"to":"{phone}","code":"{code}"}', { phone: '1","admin":"1', code: '{phone}' })
    expect(JSON.parse(body)).toEqual({ to: '1","admin":"1', code: '{phone}' })
  })
})

interface Mail {
  readonly to: string[]
  readonly text: string
  readonly user: string | null
  readonly isSecure: boolean
}

/** A real mail server; its own certificate is signed by nobody. */
async function mailServer(options: { tls?: boolean; refuses?: boolean } = {}) {
  const mails: Mail[] = []
  const server = new SMTPServer({
    hideSTARTTLS: !options.tls,
    authOptional: true,
    allowInsecureAuth: true,
    logger: false,
    onAuth: ({ username, password }, _session, done) =>
      password === 'pass word' ? done(null, { user: username ?? '' }) : done(new Error('no')),
    onRcptTo: (_to, _session, done) => done(options.refuses ? new Error('no such secret address') : null),
    onData: async (stream, session, done) => {
      const parts: Buffer[] = []
      for await (const part of stream) parts.push(part as Buffer)
      const text = Buffer.concat(parts).toString()
      const to = session.envelope.rcptTo.map(({ address }) => address)
      mails.push({ to, text, user: String(session.user ?? '') || null, isSecure: session.secure })
      done()
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  open.push(() => new Promise<void>((resolve) => server.close(resolve)))
  const settings: SmtpCodeSettings = {
    kind: 'smtp',
    host: '127.0.0.1',
    port: portOf(server.server),
    tls: false,
    user: null,
    password: '',
    from: 'linli@example.org',
    to: '{phone}@sms.example.org',
  }
  return { mails, settings }
}

describe('a mail server', () => {
  test('is handed one message in Chinese, to the address of the telephone', async () => {
    const { mails, settings } = await mailServer()
    const known = { ...settings, user: 'linli', password: 'pass word' }
    await smtpGateway(known, systemClock).send('+8613800000001', '012345')
    expect(mails).toMatchObject([{ to: ['+8613800000001@sms.example.org'], user: 'linli', isSecure: false }])
    const body = mails[0]!.text.split('\r\n\r\n')[1]!
    expect(Buffer.from(body, 'base64').toString()).toContain('012345 是您的邻里登录验证码，5 分钟内有效')
  })

  test.each([
    ['refuses the address', { refuses: true }, {}, 'EENVELOPE'],
    ['refuses the password', {}, { user: 'linli', password: 'wrong' }, 'EAUTH'],
    ['is not there', {}, { port: 1 }, 'ESOCKET'],
    ['has a certificate that nobody signed', { tls: true }, {}, 'ETLS'],
    [
      'offers no TLS where a password would travel',
      {},
      { user: 'linli', password: 'pass word', host: 'x' },
      null,
    ],
  ])('that %s: the reason is named by its class alone', async (_, server, changed, why) => {
    const { mails, settings } = await mailServer(server)
    const sending = smtpGateway({ ...settings, ...changed }, systemClock).send('+8613800000001', '012345')
    await expect(sending).rejects.toThrow(why === null ? /^[A-Z]+$/ : new RegExp(`^(${why}|ESOCKET)$`))
    expect(mails).toEqual([])
  })

  test('a telephone cannot end a line', async () => {
    const { mails, settings } = await mailServer()
    await smtpGateway(settings, systemClock).send('+86138>\r\nRCPT TO:<x@y', '012345')
    expect(mails.map(({ to }) => to)).toEqual([['+86138@sms.example.org']])
  })
})

test('in a real district a resident signs in by the code that the gateway was sent, and no page shows it', async () => {
  const { heard, settings } = await gatewayWith(200, 500, 500)
  const world = await openWorld({ now: systemClock.now().toString(), demonstration: false, codes: settings })
  open.push(() => world.close())
  const browser = browserAt(world.app)
  const send = (phoneNumber: string) => browser.post('/api/auth/phone-number/send-otp', { phoneNumber })
  expect((await send('13800000001')).status).toBe(200)
  const code = /码 (\d{6})/.exec(heard[0]!.body)![1]
  expect((await browser.get('/api/outbox')).refusal).toBe('not_found')
  expect((await world.as('administrator').get('/api/outbox')).refusal).toBe('not_found')
  await browser.post('/api/auth/phone-number/verify', { phoneNumber: '13800000001', code })
  expect((await browser.get<Me>('/api/me')).body.account?.kind).toBe('resident')
  expect((await send('13800000002')).refusal).toBe('code_not_sent')
})

test('a real district without a gateway says that it sends none', async () => {
  const world = await openWorld({ demonstration: false })
  open.push(() => world.close())
  const answer = await world
    .anonymous()
    .post('/api/auth/phone-number/send-otp', { phoneNumber: '13800000001' })
  expect([answer.status, answer.refusal]).toEqual([503, 'codes_not_sent'])
})
