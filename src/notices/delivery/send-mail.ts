import { type Clock, toDate } from '../../platform/clock.ts'
import type { MailSettings } from '../../platform/code-settings.ts'
import type { Outcome } from './contract.ts'

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The same for every try of one message: a mail server that has it knows it again. */
  readonly messageId: string
}

const isThisMachine = (host: string): boolean =>
  host === '127.0.0.1' || host === '[::1]' || host === 'localhost'

/**
 * Hands a mail to the district's mail server. A password travels under TLS alone, but to this machine. nodemailer is
 * loaded with the first mail.
 */
export async function sendMail(
  settings: MailSettings,
  clock: Clock,
  mail: Mail,
  patienceMs: number,
): Promise<Outcome> {
  const { host, port, tls, user, password, from } = settings
  const { createTransport } = await import('nodemailer')
  let handedOver = false
  // nodemailer says so once the last of the text has left, and nowhere else; nothing is logged.
  const hear = (entry: { readonly tnx?: string }): void => {
    if (entry.tnx === 'message') handedOver = true
  }
  const deaf = (): void => undefined
  const logger = { level: deaf, trace: deaf, debug: deaf, info: hear, warn: deaf, error: deaf, fatal: deaf }
  const transport = createTransport({
    host: host.replace(/^\[|\]$/g, ''),
    port,
    secure: tls,
    requireTLS: user !== null && !isThisMachine(host),
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    logger: logger as never,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(user === null ? {} : { auth: { user, pass: password } }),
  })
  try {
    const { to, subject, text, messageId } = mail
    await transport.sendMail({
      from,
      to: { name: '', address: to },
      subject,
      text,
      messageId: `<${messageId}@${from.slice(from.lastIndexOf('@') + 1)}>`,
      date: toDate(clock.now()),
      headers: { 'auto-submitted': 'auto-generated' },
    })
    return 'sent'
  } catch (error) {
    return outcomeOf(error, handedOver)
  } finally {
    transport.close()
  }
}

/** SMTP (RFC 5321 §4.2.1): 4xx is for now, 5xx for good. What broke off after the text had left may have come. */
function outcomeOf(error: unknown, handedOver: boolean): Outcome {
  const { responseCode, code } = error as { responseCode?: number; code?: string }
  if (code === 'EAUTH') return 'bad_key'
  if (responseCode !== undefined && responseCode >= 500) return 'refused'
  if (responseCode !== undefined && responseCode >= 400) return 'busy'
  if (code === 'EENVELOPE') return 'refused'
  return handedOver ? 'no_answer' : 'unreachable'
}
