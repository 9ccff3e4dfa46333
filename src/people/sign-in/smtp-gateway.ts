import type { Clock } from '../../platform/clock.ts'
import { toDate } from '../../platform/clock.ts'
import type { SmtpCodeSettings } from '../../platform/code-settings.ts'
import { handOverMail } from '../../platform/mail-transport.ts'
import { type CodeGateway, codeMinutes, GatewayProblem } from './gateway.ts'

const patienceMs = 10_000

/** Mails the code to an address that passes it on as a text message. */
export const smtpGateway = (settings: SmtpCodeSettings, clock: Clock): CodeGateway => ({
  send: async (phone, code) => {
    const mail = {
      // Of the telephone only digits and the plus reach an address: nothing in it can end a line.
      to: settings.to.replace('{phone}', phone.replace(/[^\d+]/g, '')),
      subject: '邻里登录验证码',
      text: `${code} 是您的邻里登录验证码，${codeMinutes} 分钟内有效。请不要告诉任何人。`,
      date: toDate(clock.now()),
    }
    try {
      await handOverMail(settings, mail, patienceMs)
    } catch (error) {
      // A class of failure, as nodemailer names it; its sentence quotes the server and the address.
      throw new GatewayProblem(error instanceof Error && 'code' in error ? String(error.code) : 'unknown')
    }
  },
})
