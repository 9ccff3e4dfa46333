import { execFileSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, createServer as createPlain, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createSecureContext, getCACertificates, setDefaultCACertificates, TLSSocket } from 'node:tls'
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

interface Post {
  readonly said: string[]
  readonly settings: SmtpCodeSettings
}

/** A mail server; with `secure` it offers STARTTLS, and hears what is said under it in capital "TLS" lines. */
async function mailServer(secure?: { key: Buffer; cert: Buffer }, refuses = ''): Promise<Post> {
  const said: string[] = []
  const sockets = new Set<Socket>()
  const talk = (socket: Socket, under: string) => {
    let inMessage = false
    const reader = createInterface({ input: socket })
    reader.on('line', (line) => {
      said.push(`${under}${line}`)
      if (inMessage && line !== '.') return
      if (refuses !== '' && line.startsWith(refuses)) return void socket.write('550 no\r\n')
      if (line === 'STARTTLS') {
        reader.close()
        socket.write('220 go\r\n')
        const secured = new TLSSocket(socket, { isServer: true, secureContext: createSecureContext(secure) })
        secured.on('error', () => socket.destroy())
        return talk(secured, 'TLS ')
      }
      if (line.startsWith('EHLO'))
        return void socket.write(
          secure && under === '' ? '250-mail\r\n250 STARTTLS\r\n' : '250-mail\r\n250 OK\r\n',
        )
      inMessage = line === 'DATA'
      const code = line === 'DATA' ? 354 : line === 'QUIT' ? 221 : line.startsWith('AUTH') ? 235 : 250
      socket.write(`${code} said\r\n`)
    })
  }
  const server: Server = createPlain((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.write('220-mail\r\n220 hello\r\n')
    talk(socket, '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  open.push(() => {
    for (const socket of sockets) socket.destroy()
    return new Promise((resolve) => server.close(resolve))
  })
  const settings: SmtpCodeSettings = {
    kind: 'smtp',
    host: '127.0.0.1',
    port: portOf(server),
    tls: false,
    user: null,
    password: '',
    from: 'linli@example.org',
    to: '{phone}@sms.example.org',
  }
  return { said, settings }
}

describe('a mail server', () => {
  test('is handed one message in Chinese, to the address of the telephone', async () => {
    const { said, settings } = await mailServer()
    await smtpGateway({ ...settings, user: 'linli', password: 'pass word' }, systemClock).send(
      '+8613800000001',
      '012345',
    )
    expect(said.slice(0, 5)).toEqual([
      'EHLO linli',
      `AUTH PLAIN ${Buffer.from('\0linli\0pass word').toString('base64')}`,
      'MAIL FROM:<linli@example.org>',
      'RCPT TO:<+8613800000001@sms.example.org>',
      'DATA',
    ])
    const text = said.slice(said.indexOf('') + 1, said.indexOf('.')).join('')
    expect(Buffer.from(text, 'base64').toString()).toContain('012345 是您的邻里登录验证码，5 分钟内有效')
    expect(said.at(-1)).toBe('QUIT')
  })

  test.each(['MAIL', 'RCPT', 'DATA'])('that refuses %s says so by its code alone', async (refuses) => {
    const { settings } = await mailServer(undefined, refuses)
    await expect(smtpGateway(settings, systemClock).send('+8613800000001', '012345')).rejects.toThrow(
      /^reply 550$/,
    )
  })

  test('that is not there, and a telephone that would end a line', async () => {
    const { said, settings } = await mailServer()
    await expect(smtpGateway({ ...settings, port: 1 }, systemClock).send('+86138', '012345')).rejects.toThrow(
      /^no connection$/,
    )
    await smtpGateway(settings, systemClock).send('+86138>\r\nRCPT TO:<x@y', '012345')
    expect(said.filter((line) => line.startsWith('RCPT'))).toEqual(['RCPT TO:<+86138@sms.example.org>'])
  })

  const hasOpenssl = (() => {
    try {
      return execFileSync('openssl', ['version']).length > 0
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
      throw error
    }
  })()

  test.runIf(hasOpenssl)(
    'that offers TLS is spoken to under it, once its certificate is trusted',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'linli-mail-'))
      open.push(() => rmSync(folder, { recursive: true }))
      const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
      const made = [
        '-subj',
        '/CN=localhost',
        '-addext',
        'subjectAltName=DNS:localhost',
        '-days',
        '2',
        '-nodes',
      ]
      execFileSync(
        'openssl',
        ['req', '-x509', '-newkey', 'rsa:2048', '-keyout', keyFile, '-out', certFile, ...made],
        {
          stdio: 'ignore',
        },
      )
      const cert = readFileSync(certFile)
      const { said, settings } = await mailServer({ key: readFileSync(keyFile), cert })
      const gateway = smtpGateway(
        { ...settings, host: 'localhost', user: 'linli', password: 'secret' },
        systemClock,
      )
      await expect(gateway.send('+8613800000001', '012345')).rejects.toThrow(/^no connection$/)
      expect(said).toEqual(['EHLO linli', 'STARTTLS'])

      const trusted = getCACertificates()
      setDefaultCACertificates([...trusted, cert.toString()])
      open.push(() => setDefaultCACertificates(trusted))
      await gateway.send('+8613800000001', '012345')
      expect(said.slice(2, 6)).toEqual([
        'EHLO linli',
        'STARTTLS',
        'TLS EHLO linli',
        expect.stringMatching(/^TLS AUTH/),
      ])
      expect(said.at(-1)).toBe('TLS QUIT')
    },
  )
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
