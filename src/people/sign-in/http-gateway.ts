import { createHmac, randomUUID } from 'node:crypto'
import type { Clock } from '../../platform/clock.ts'
import type { HttpCodeSettings } from '../../platform/code-settings.ts'
import { type CodeGateway, codeMinutes, GatewayProblem } from './gateway.ts'

const patienceMs = 5_000
const tries = 2

/** The body that is sent: values stand inside JSON texts, so that none can add to it. */
export function fillBody(template: string, values: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{(phone|code|minutes)\}/g, (_, name: string) =>
    JSON.stringify(values[name]).slice(1, -1),
  )
}

/** `sha256=` and HMAC-SHA256 of time and body: neither can be changed, nor an old request sent again much later. */
const signatureOf = (key: string, seconds: string, body: string): string =>
  `sha256=${createHmac('sha256', key).update(`${seconds}.${body}`).digest('hex')}`

/**
 * Posts the code to a gateway for text messages. One that does not answer within five seconds, or is broken, is asked
 * once more under the same request id; what it answers is neither read nor logged.
 */
export const httpGateway = ({ url, body: template, key }: HttpCodeSettings, clock: Clock): CodeGateway => ({
  send: async (phone, code) => {
    const body = fillBody(template, { phone, code, minutes: String(codeMinutes) })
    const requestId = randomUUID()
    let why = ''
    for (let i = 0; i < tries; i++) {
      const seconds = String(Math.floor(clock.now().epochMilliseconds / 1000))
      const signed = key === null ? {} : { 'x-linli-signature': signatureOf(key, seconds, body) }
      const headers = {
        'content-type': 'application/json',
        'x-linli-request': requestId,
        'x-linli-time': seconds,
        ...signed,
      }
      const status = await statusOf(url, { method: 'POST', headers, body, redirect: 'error' })
      if (status !== null && status < 300) return
      why = status === null ? 'no answer' : `status ${status}`
      if (status !== null && status < 500) break
    }
    throw new GatewayProblem(why)
  },
})

/** The status of an answer, or null where none came in time. */
async function statusOf(url: string, request: RequestInit): Promise<number | null> {
  try {
    const answer = await fetch(url, { ...request, signal: AbortSignal.timeout(patienceMs) })
    await answer.body?.cancel()
    return answer.status
  } catch (error) {
    // fetch says TypeError for a network that failed, and DOMException for patience that ended.
    if (error instanceof TypeError || error instanceof DOMException) return null
    throw error
  }
}
