import { connect as connectPlain, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { GatewayProblem } from './gateway.ts'

const patienceMs = 10_000
const longestLine = 2000

/** A mail server that has greeted us (RFC 5321): only what handing over one message needs. */
export interface Smtp {
  /** Whether what is said travels under TLS. */
  readonly isSecure: boolean
  /** Says a line and waits for the reply; throws GatewayProblem where it has another code. Returns the reply's lines. */
  readonly say: (line: string, code: number) => Promise<readonly string[]>
  readonly close: () => void
}

interface Where {
  readonly host: string
  readonly port: number
  readonly tls: boolean
}

/** Connects, greets, and goes under TLS where the server offers it. Throws GatewayProblem. */
export async function openSmtp({ host: named, port, tls }: Where): Promise<Smtp> {
  const host = named.replace(/^\[|\]$/g, '')
  const servername = /^[\d.]+$|:/.test(host) ? '' : host
  const first = talkOver(tls ? connectTls({ host, port, servername }) : connectPlain({ host, port }))
  await first.hear(220)
  const offers = await first.say('EHLO linli', 250)
  if (tls || !offers.some((line) => /^250[ -]STARTTLS/i.test(line))) return { ...first, isSecure: tls }
  await first.say('STARTTLS', 220)
  const second = talkOver(connectTls({ socket: first.release(), servername, host }))
  await second.say('EHLO linli', 250)
  return { ...second, isSecure: true }
}

/** Lines to and fro on a connection. Every wait ends: with the reply, with an error, or when patience does. */
function talkOver(socket: Socket) {
  const lines: string[] = []
  let wake = (): void => undefined
  let failure: GatewayProblem | null = null
  const fail = (why: string) => () => {
    failure ??= new GatewayProblem(why)
    wake()
  }
  let begun = ''
  const read = (bytes: Buffer): void => {
    const whole = `${begun}${bytes.toString('latin1')}`.split('\r\n')
    // Whoever sends without end and never ends a line is cut off.
    begun = (whole.pop() ?? '').slice(0, longestLine)
    lines.push(...whole)
    wake()
  }
  socket.on('data', read)
  const [broken, ended, slow] = [fail('no connection'), fail('connection ended'), fail('no answer')]
  socket.on('error', broken).on('close', ended).on('timeout', slow).setTimeout(patienceMs)

  /** The lines of one reply: the last has a space behind its code. */
  const hear = async (code: number): Promise<readonly string[]> => {
    for (;;) {
      const last = lines.findIndex((line) => /^\d{3}( |$)/.test(line))
      if (last >= 0) {
        const reply = lines.splice(0, last + 1)
        const said = Number(reply.at(-1)?.slice(0, 3))
        if (said === code) return reply
        throw new GatewayProblem(`reply ${said}`)
      }
      if (failure !== null) {
        socket.destroy()
        throw failure
      }
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  }
  return {
    hear,
    say: async (line: string, code: number): Promise<readonly string[]> => {
      socket.write(`${line}\r\n`)
      return hear(code)
    },
    close: () => socket.destroy(),
    /** The bare connection, for TLS to go over it. */
    release: (): Socket => {
      socket.off('data', read)
      socket.off('error', broken).off('close', ended).off('timeout', slow).setTimeout(0)
      return socket
    },
  }
}
