import { randomUUID } from 'node:crypto'
import type { FastifyInstance, InjectOptions } from 'fastify'

/** A body with a request id of its own. */
export const act = (body: object = {}) => ({ requestId: randomUUID(), ...body })

/** What the server answered. */
export interface Answer<Body> {
  readonly status: number
  readonly body: Body
  /** Code of the Refusal, or null where there was none. */
  readonly refusal: string | null
}

/** Someone before the server, with what their browser would send along. */
export interface Person {
  readonly get: <Body = unknown>(path: string) => Promise<Answer<Body>>
  readonly post: <Body = unknown>(path: string, body?: object) => Promise<Answer<Body>>
  readonly put: <Body = unknown>(path: string, body?: object) => Promise<Answer<Body>>
  readonly delete: <Body = unknown>(path: string) => Promise<Answer<Body>>
  /** Sends one file as a form, as a browser does. */
  readonly upload: <Body = unknown>(path: string, file: Upload) => Promise<Answer<Body>>
  /** As `post`, and fails the test where the answer is a "no". */
  readonly does: <Body = unknown>(path: string, body?: object) => Promise<Body>
  /** As `get`, and fails the test where the answer is a "no". */
  readonly sees: <Body = unknown>(path: string) => Promise<Body>
  /** The same person showing a receipt code. */
  readonly withReceipt: (code: string) => Person
  /** The headers that the person's browser sends. */
  readonly headers: () => Promise<Readonly<Record<string, string>>>
}

export interface Upload {
  readonly bytes: Buffer
  readonly type: string
  readonly name?: string
  readonly fields?: Readonly<Record<string, string>>
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

export function personAt(
  app: FastifyInstance,
  headers: () => Promise<Readonly<Record<string, string>>>,
): Person {
  const send = async <Body>(method: Method, url: string, body?: object): Promise<Answer<Body>> => {
    const request: InjectOptions = { method, url, headers: await headers() }
    if (body !== undefined) request.payload = body
    return answerOf<Body>(await app.inject(request))
  }
  const succeed = async <Body>(method: Method, path: string, body?: object): Promise<Body> => {
    const answer = await send<Body>(method, path, body)
    if (answer.status < 400) return answer.body
    throw new Error(`${method} ${path} answered ${answer.status} ${JSON.stringify(answer.body)}`)
  }
  return {
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, body),
    put: (path, body) => send('PUT', path, body),
    delete: (path) => send('DELETE', path),
    does: (path, body) => succeed('POST', path, body),
    sees: (path) => succeed('GET', path),
    upload: async (path, file) => {
      const form = formOf(file)
      const type = form.headers.get('content-type')!
      const payload = Buffer.from(await form.arrayBuffer())
      return answerOf(
        await app.inject({
          method: 'POST',
          url: path,
          headers: { ...(await headers()), 'content-type': type },
          payload,
        }),
      )
    },
    withReceipt: (code) => personAt(app, async () => ({ ...(await headers()), 'x-linli-receipt': code })),
    headers,
  }
}

function formOf({ bytes, type, name = 'photo', fields = {} }: Upload): Response {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.set(field, value)
  form.set('file', new Blob([Uint8Array.from(bytes)], { type }), name)
  return new Response(form)
}

/** What an answer of the server says. */
export function answerOf<Body>(response: { statusCode: number; body: string }): Answer<Body> {
  const body = (response.body === '' ? undefined : JSON.parse(response.body)) as Body & {
    readonly error?: { readonly code: string }
  }
  const refusal = response.statusCode >= 400 ? (body?.error?.code ?? null) : null
  return { status: response.statusCode, body, refusal }
}
