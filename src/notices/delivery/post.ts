import { lookup } from 'node:dns'
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { LookupFunction } from 'node:net'
import { isIP } from 'node:net'
import { isPublicAddress } from './public-address.ts'

export interface Posting {
  readonly address: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer
  /** `named`: the operator named this host, it may be a private one (see `host.rule.ts`). */
  readonly host: 'named' | 'known'
  /** For all of it, from the look-up of the name to the answer's last byte. */
  readonly patienceMs: number
  /** Ends it at once, as if no answer had come. */
  readonly signal: AbortSignal
}

/** An answer, or why there is none: nothing was reached, or something was and did not answer, and may have it. */
export type Posted =
  | { readonly status: number; readonly body: string; readonly retryAfterSeconds: number }
  | 'unreachable'
  | 'no_answer'

/** An answer is a line or two; what is longer is not read. */
const mostAnswerChars = 16_384

/**
 * Posts to another host, and follows nobody elsewhere: no redirection, and for a known host no address inside: the
 * address that was looked up is the one that is looked at and connected to, so that a name cannot change in between.
 */
export function post(posting: Posting): Promise<Posted> {
  const { address, headers, body, host, patienceMs, signal } = posting
  const url = new URL(address)
  const isTls = url.protocol === 'https:'
  const bare = url.hostname.replace(/^\[|\]$/g, '')
  if (host === 'known' && isIP(bare) !== 0 && !isPublicAddress(bare)) return Promise.resolve('unreachable')
  return new Promise((resolve) => {
    let reached = false
    const request: ClientRequest = (isTls ? httpsRequest : httpRequest)(url, {
      method: 'POST',
      agent: false,
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      ...(host === 'known' ? { lookup: lookupOutside } : {}),
    })
    const timer = setTimeout(() => request.destroy(), patienceMs)
    const giveUp = (): void => void request.destroy()
    signal.addEventListener('abort', giveUp)
    const done = (posted: Posted): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', giveUp)
      resolve(posted)
    }
    request.on('socket', (socket) => {
      socket.on(isTls ? 'secureConnect' : 'connect', () => {
        reached = true
      })
    })
    request.on('response', (response) => {
      readAnswer(response).then(done, () => done('no_answer'))
    })
    request.on('error', () => done(reached ? 'no_answer' : 'unreachable'))
    request.on('close', () => done(reached ? 'no_answer' : 'unreachable'))
    if (signal.aborted) giveUp()
    else request.end(body)
  })
}

async function readAnswer(response: IncomingMessage): Promise<Posted> {
  let body = ''
  response.setEncoding('utf8')
  for await (const part of response) {
    body += part as string
    if (body.length > mostAnswerChars) break
  }
  const after = Number(response.headers['retry-after'])
  return {
    status: response.statusCode ?? 0,
    body: body.slice(0, mostAnswerChars),
    retryAfterSeconds: Number.isFinite(after) && after > 0 ? after : 0,
  }
}

/** As the system looks a name up, and an error where any of its addresses lies inside. */
const lookupOutside: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '')
    const [first] = addresses
    if (!first || addresses.some(({ address }) => !isPublicAddress(address)))
      return callback(Object.assign(new Error('an address inside'), { code: 'EINSIDE' }), '')
    if (options.all) return callback(null, addresses)
    callback(null, first.address, first.family)
  })
}
