import { randomUUID } from 'node:crypto'
import type { Clock } from '../../platform/clock.ts'
import { toDate } from '../../platform/clock.ts'
import type { SmtpCodeSettings } from '../../platform/code-settings.ts'
import { type CodeGateway, codeMinutes, GatewayProblem } from './gateway.ts'
import { openSmtp } from './smtp.ts'

/** Mails the code to an address that passes it on as a text message. */
export const smtpGateway = (settings: SmtpCodeSettings, clock: Clock): CodeGateway => ({
  send: async (phone, code) => {
    const { from, user, password } = settings
    // Of the telephone only digits and the plus reach an address: nothing in it can end a line.
    const to = settings.to.replace('{phone}', phone.replace(/[^\d+]/g, ''))
    const smtp = await openSmtp(settings)
    try {
      const isSafe = smtp.isSecure || isThisMachine(settings.host)
      // A password does not travel in the clear.
      if (user !== null && !isSafe) throw new GatewayProblem('the server offers no TLS')
      if (user !== null) await smtp.say(`AUTH PLAIN ${base64(`\0${user}\0${password}`)}`, 235)
      await smtp.say(`MAIL FROM:<${from}>`, 250)
      await smtp.say(`RCPT TO:<${to}>`, 250)
      await smtp.say('DATA', 354)
      await smtp.say(`${messageOf({ from, to, code, at: toDate(clock.now()).toUTCString() })}\r\n.`, 250)
      await smtp.say('QUIT', 221)
    } finally {
      smtp.close()
    }
  },
})

const isThisMachine = (host: string): boolean =>
  host === '127.0.0.1' || host === '[::1]' || host === 'localhost'
const base64 = (text: string): string => Buffer.from(text).toString('base64')

/** One part of plain text (RFC 5322, RFC 2045); in base64 no line can begin with a dot. */
function messageOf({ from, to, code, at }: { from: string; to: string; code: string; at: string }): string {
  const text = `${code} 是您的邻里登录验证码，${codeMinutes} 分钟内有效。请不要告诉任何人。`
  return [
    `From: <${from}>`,
    `To: <${to}>`,
    `Subject: =?UTF-8?B?${base64('邻里登录验证码')}?=`,
    `Date: ${at.replace('GMT', '+0000')}`,
    `Message-ID: <${randomUUID()}@${from.split('@')[1]}>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=UTF-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...(base64(text).match(/.{1,76}/g) ?? []),
  ].join('\r\n')
}
