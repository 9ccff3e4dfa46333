import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { type Answer, answerOf } from './world-client.ts'

/** A browser that keeps cookies, at an address and under a name of its own. */
export interface Browser {
  readonly get: <Body = unknown>(url: string) => Promise<Answer<Body>>
  readonly post: <Body = unknown>(url: string, body?: object) => Promise<Answer<Body>>
  readonly put: <Body = unknown>(url: string, body?: object) => Promise<Answer<Body>>
  /** What it keeps now, by the cookies' names. */
  readonly cookies: Map<string, string>
}

interface Where {
  readonly ip?: string
  readonly agent?: string
}

/** Opens a browser before the server; `ip` is where its requests come from. */
export function browserAt(app: FastifyInstance, { ip = '10.1.1.1', agent = '' }: Where = {}): Browser {
  const cookies = new Map<string, string>()
  const send = async <Body>(method: 'GET' | 'POST' | 'PUT', url: string, body?: object) => {
    const response = await app.inject({
      method,
      url,
      remoteAddress: ip,
      cookies: Object.fromEntries(cookies),
      headers: { 'user-agent': agent },
      ...(body === undefined ? {} : { payload: body }),
    })
    keepCookies(cookies, response)
    return answerOf<Body>(response)
  }
  return {
    get: (url) => send('GET', url),
    post: (url, body) => send('POST', url, body),
    put: (url, body) => send('PUT', url, body),
    cookies,
  }
}

function keepCookies(kept: Map<string, string>, { cookies }: LightMyRequestResponse): void {
  for (const { name, value, maxAge } of cookies)
    if (maxAge === 0) kept.delete(name)
    else kept.set(name, value)
}
