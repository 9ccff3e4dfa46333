import { StartProblem } from './start-problem.ts'

/** A gateway that takes a telephone and a code as JSON. */
export interface HttpCodeSettings {
  readonly kind: 'http'
  readonly url: string
  /** JSON in which {phone}, {code} and {minutes} are filled. */
  readonly body: string
  /** Signs each request; null where the gateway knows us otherwise. */
  readonly key: string | null
}
/** A mail server, and what its mail says that it comes from. */
export interface MailSettings {
  readonly host: string
  readonly port: number
  /** TLS from the first byte; otherwise by STARTTLS where the server offers it. */
  readonly tls: boolean
  readonly user: string | null
  readonly password: string
  readonly from: string
}
/** A mail server in front of something that passes mail on as text messages. */
export interface SmtpCodeSettings extends MailSettings {
  readonly kind: 'smtp'
  /** Address in which {phone} is filled. */
  readonly to: string
}
export type CodeSettings = HttpCodeSettings | SmtpCodeSettings

type Read = (
  name:
    | 'LINLI_CODE_URL'
    | 'LINLI_CODE_BODY'
    | 'LINLI_CODE_KEY'
    | 'LINLI_CODE_SMTP'
    | 'LINLI_CODE_FROM'
    | 'LINLI_CODE_TO',
) => string | undefined

/** What the settings say of one-time codes; the HTTP gateway goes before mail. Throws StartProblem where a part is missing. */
export function codesOf(read: Read): CodeSettings | null {
  const url = read('LINLI_CODE_URL')
  if (url !== undefined)
    return { kind: 'http', url, body: read('LINLI_CODE_BODY')!, key: read('LINLI_CODE_KEY') ?? null }
  const [mail, to] = [mailOf(read), read('LINLI_CODE_TO')]
  // A mail server alone brings mail to people's own addresses, and no codes.
  return mail === null || to === undefined ? null : { kind: 'smtp', ...mail, to }
}

/**
 * The same mail server for mail to people's own addresses: it needs no address that passes mail on. Throws StartProblem
 * where it has none to say that its mail comes from.
 */
export function mailOf(
  read: (name: 'LINLI_CODE_SMTP' | 'LINLI_CODE_FROM') => string | undefined,
): MailSettings | null {
  const [smtp, from] = [read('LINLI_CODE_SMTP'), read('LINLI_CODE_FROM')]
  if (smtp === undefined) return null
  if (from === undefined) throw fromMissing()
  return mailServer(smtp, from)
}

function mailServer(smtp: string, from: string): MailSettings {
  const { protocol, hostname, port, username, password } = new URL(smtp)
  const tls = protocol === 'smtps:'
  return {
    host: hostname,
    port: port === '' ? (tls ? 465 : 25) : Number(port),
    tls,
    user: username === '' ? null : decodeURIComponent(username),
    password: decodeURIComponent(password),
    from,
  }
}

const fromMissing = () =>
  new StartProblem('setting_wrong', {
    sentenceZh: '设了 LINLI_CODE_SMTP，还要设 LINLI_CODE_FROM，邮件才发得出去。',
    sentenceEn: 'LINLI_CODE_SMTP is set, and mail cannot be sent before LINLI_CODE_FROM is set as well.',
    remedy: 'Set LINLI_CODE_FROM',
  })
