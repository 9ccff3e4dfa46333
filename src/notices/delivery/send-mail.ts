import { type Clock, toDate } from '../../platform/clock.ts'
import type { MailSettings } from '../../platform/code-settings.ts'
import { handOverMail } from '../../platform/mail-transport.ts'
import type { Outcome } from './contract.ts'

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The same for every try of one message: a mail server that has it knows it again. */
  readonly messageId: string
}

/** Hands a mail to the district's mail server. */
export async function sendMail(
  settings: MailSettings,
  clock: Clock,
  { to, subject, text, messageId }: Mail,
  patienceMs: number,
): Promise<Outcome> {
  const { from } = settings
  const mail = {
    to: { name: '', address: to },
    subject,
    text,
    messageId: `<${messageId}@${from.slice(from.lastIndexOf('@') + 1)}>`,
    date: toDate(clock.now()),
    headers: { 'auto-submitted': 'auto-generated' },
  }
  let handedOver = false
  try {
    await handOverMail(settings, mail, patienceMs, () => {
      handedOver = true
    })
    return 'sent'
  } catch (error) {
    return outcomeOf(error, handedOver)
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
