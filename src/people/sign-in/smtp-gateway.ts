import type { Clock } from '../../platform/clock.ts'
import { toDate } from '../../platform/clock.ts'
import type { SmtpCodeSettings } from '../../platform/code-settings.ts'
import { type CodeGateway, codeMinutes, GatewayProblem } from './gateway.ts'

const patienceMs = 10_000

/**
 * Mails the code to an address that passes it on as a text message. A password travels under TLS alone, but to this
 * machine. nodemailer is loaded with the first code.
 */
export const smtpGateway = (settings: SmtpCodeSettings, clock: Clock): CodeGateway => ({
  send: async (phone, code) => {
    const { host, port, tls, user, password, from } = settings
    const { createTransport } = await import('nodemailer')
    const transport = createTransport({
      host: host.replace(/^\[|\]$/g, ''),
      port,
      secure: tls,
      requireTLS: user !== null && !isThisMachine(host),
      connectionTimeout: patienceMs,
      greetingTimeout: patienceMs,
      socketTimeout: patienceMs,
      disableFileAccess: true,
      disableUrlAccess: true,
      ...(user === null ? {} : { auth: { user, pass: password } }),
    })
    try {
      await transport.sendMail({
        from,
        // Of the telephone only digits and the plus reach an address: nothing in it can end a line.
        to: settings.to.replace('{phone}', phone.replace(/[^\d+]/g, '')),
        subject: '邻里登录验证码',
        text: `${code} 是您的邻里登录验证码，${codeMinutes} 分钟内有效。请不要告诉任何人。`,
        date: toDate(clock.now()),
      })
    } catch (error) {
      // A class of failure, as nodemailer names it; its sentence quotes the server and the address.
      throw new GatewayProblem(error instanceof Error && 'code' in error ? String(error.code) : 'unknown')
    } finally {
      transport.close()
    }
  },
})

const isThisMachine = (host: string): boolean =>
  host === '127.0.0.1' || host === '[::1]' || host === 'localhost'
