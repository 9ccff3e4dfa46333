import type { SendMailOptions } from 'nodemailer'
import type { MailSettings } from './code-settings.ts'

const isThisMachine = (host: string): boolean =>
  host === '127.0.0.1' || host === '[::1]' || host === 'localhost'

const deaf = (): void => undefined

/**
 * Hands one mail to a mail server, which may take `patienceMs` for each of its answers. A password travels under TLS
 * alone, but to this machine. `onHandedOver` is called once the last of the text has left. Throws what nodemailer
 * throws, whose words quote server and address; it is loaded with the first mail.
 */
export async function handOverMail(
  { host, port, tls, user, password, from }: MailSettings,
  mail: Omit<SendMailOptions, 'from'>,
  patienceMs: number,
  onHandedOver: () => void = deaf,
): Promise<void> {
  const { createTransport } = await import('nodemailer')
  // nodemailer says so here, and nowhere else; nothing is logged.
  const hear = (entry: { readonly tnx?: string }): void => {
    if (entry.tnx === 'message') onHandedOver()
  }
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
    await transport.sendMail({ ...mail, from })
  } finally {
    transport.close()
  }
}
