import type { RefusalFacts } from '../../kernel/refusal.ts'
import { learnServerTime } from '../clock.ts'
import { clientSecret } from './identity.ts'
import { Problem } from './problem.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export interface CallOptions {
  /** Receipt code of a case: lets a reader without an account follow that case. */
  readonly receipt?: string | undefined
  readonly signal?: AbortSignal | undefined
  /** Pauses before each further try, in milliseconds. */
  readonly retryAfterMs?: readonly number[]
  readonly timeoutMs?: number
}

const GATEWAY_DOWN = new Set([502, 503, 504])

/** Only what the server answers twice with one act may be sent twice: a POST that carries its request id. */
const mayRepeat = (method: Method, body: unknown): boolean =>
  method === 'POST' && typeof body === 'object' && body !== null && 'requestId' in body

/**
 * Sends one request and answers with its JSON (undefined for 204).
 * A POST whose body has a `requestId` is tried again, byte for byte the same, where no answer came.
 * @throws Problem and nothing else, except the caller's own abort.
 */
export async function call<Reply>(
  method: Method,
  path: string,
  body?: object,
  { receipt, signal, retryAfterMs = [500, 2000, 5000], timeoutMs = 30_000 }: CallOptions = {},
): Promise<Reply> {
  const headers: Record<string, string> = { accept: 'application/json', 'x-linli-client': clientSecret() }
  if (receipt !== undefined) headers['x-linli-receipt'] = receipt
  const isForm = body instanceof FormData
  if (body !== undefined && !isForm) headers['content-type'] = 'application/json'
  const init: RequestInit = { method, headers, credentials: 'same-origin' }
  if (body !== undefined) init.body = isForm ? body : JSON.stringify(body)

  const pauses = mayRepeat(method, body) ? retryAfterMs : []
  for (let attempt = 0; ; attempt++) {
    const pauseMs = pauses[attempt]
    try {
      const answer = await send(path, init, timeoutMs, signal)
      if (!GATEWAY_DOWN.has(answer.status) || pauseMs === undefined) return await read<Reply>(answer)
    } catch (error) {
      if (signal?.aborted || !(error instanceof Problem) || error.kind !== 'offline') throw error
      if (pauseMs === undefined) throw error
    }
    await pause(pauseMs, signal)
  }
}

/** Reads a file that only its owner may see: the headers that say who asks cannot ride on an `img`. Throws as `call`. */
export async function fetchFile(path: string, { receipt, signal }: CallOptions = {}): Promise<Blob> {
  const headers: Record<string, string> = { 'x-linli-client': clientSecret() }
  if (receipt !== undefined) headers['x-linli-receipt'] = receipt
  const answer = await send(path, { headers, credentials: 'same-origin' }, 60_000, signal)
  return answer.ok ? await answer.blob() : await read<Blob>(answer)
}

const pause = (ms: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((done, fail) => {
    const timer = setTimeout(done, ms)
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      fail(new DOMException('aborted', 'AbortError'))
    })
  })

async function send(
  path: string,
  init: RequestInit,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<Response> {
  const stop = new AbortController()
  const abort = () => stop.abort()
  signal?.addEventListener('abort', abort)
  const timer = setTimeout(abort, timeoutMs)
  try {
    const answer = await fetch(path, { ...init, signal: stop.signal })
    learnServerTime(answer.headers.get('date'))
    return answer
  } catch (error) {
    if (signal?.aborted) throw error
    throw new Problem('offline')
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
}

async function read<Reply>(answer: Response): Promise<Reply> {
  if (answer.status === 204) return undefined as Reply
  const { status } = answer
  const text = await answer.text().catch(() => {
    throw new Problem('offline', { status })
  })
  const json = parsed(text)
  if (answer.ok && json !== undefined) return json as Reply
  const refusal = refusalIn(json)
  // A fault of ours is 500; a "no" for now is 503, and says what to do meanwhile.
  if (refusal !== null && status !== 500) throw new Problem('refused', { status, ...refusal })
  const requestId = refusal?.facts.requestId
  throw new Problem('broken', { status, reference: typeof requestId === 'string' ? requestId : null })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON: a proxy's page. The caller says "broken" with its status.
    return undefined
  }
}

function refusalIn(json: unknown): { code: string; facts: RefusalFacts } | null {
  if (typeof json !== 'object' || json === null || !('error' in json)) return null
  const { error } = json
  if (typeof error !== 'object' || error === null || !('code' in error)) return null
  if (typeof error.code !== 'string') return null
  const facts = 'facts' in error && typeof error.facts === 'object' ? error.facts : null
  return { code: error.code, facts: (facts ?? {}) as RefusalFacts }
}
