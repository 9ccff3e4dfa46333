import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** What a receiver does with a request: answers, says nothing for ever, hangs up, or answers once it is let go. */
export type Answer =
  | { readonly status?: number; readonly body?: string; readonly headers?: Record<string, string> }
  | 'stall'
  | 'drop'
  | Promise<{ readonly status?: number; readonly body?: string }>

export interface Heard {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** A real server on this machine that keeps what it hears and answers as it is told, then as `usual`. */
export interface Receiver {
  readonly origin: string
  readonly heard: Heard[]
  /** What it answers to the next requests, the first first. */
  readonly next: (...answers: Answer[]) => void
  readonly close: () => Promise<void>
}

export async function openReceiver(usual: Answer): Promise<Receiver> {
  const heard: Heard[] = []
  const answers: Answer[] = []
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    heard.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) })
    const answer = await (answers.shift() ?? usual)
    if (answer === 'stall') return
    if (answer === 'drop') return request.socket.destroy()
    const headers = 'headers' in answer ? (answer.headers ?? {}) : {}
    response.writeHead(answer.status ?? 200, headers).end(answer.body ?? '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    next: (...more) => void answers.push(...more),
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

export interface ReceivedMail {
  readonly to: readonly string[]
  readonly text: string
}

/** A real mail server: it takes a mail, refuses it for now (450) or for good (550), or says nothing once it has it. */
export async function openMailbox() {
  const mails: ReceivedMail[] = []
  const answers: ('take' | 'busy' | 'refuse' | 'stall')[] = []
  const server = new SMTPServer({
    hideSTARTTLS: true,
    authOptional: true,
    logger: false,
    onData: async (stream, session, done) => {
      const parts: Buffer[] = []
      for await (const part of stream) parts.push(part as Buffer)
      const answer = answers.shift() ?? 'take'
      const no = (responseCode: number) =>
        done(Object.assign(new Error('words of the server'), { responseCode }))
      if (answer === 'busy') return no(450)
      if (answer === 'refuse') return no(550)
      const to = session.envelope.rcptTo.map(({ address }) => address)
      mails.push({ to, text: Buffer.concat(parts).toString() })
      if (answer === 'take') done()
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    mails,
    settings: { host: '127.0.0.1', port, tls: false, user: null, password: '', from: 'linli@example.org' },
    next: (...more: typeof answers) => void answers.push(...more),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
