import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Clock } from '../../platform/clock.ts'
import type { CodeSettings } from '../../platform/code-settings.ts'
import type { Ctx, District } from '../../platform/ctx.ts'
import { maskPhone } from '../phone.rule.ts'
import { type CodeGateway, codeMinutes, GatewayProblem } from './gateway.ts'
import { httpGateway } from './http-gateway.ts'
import { insertCode } from './outbox.sql.ts'
import { smtpGateway } from './smtp-gateway.ts'

/**
 * What brings codes in this district. The outbox, which shows them on a page, is for invented people: a demonstration
 * district has that and sends nothing out. A real one without a gateway refuses (`codes_not_sent`).
 */
export function gatewayOf(
  settings: CodeSettings | null,
  district: District,
  clock: Clock,
  log: Pick<Ctx['log'], 'error'>,
): CodeGateway {
  if (district.demonstration) return outboxGateway(district, clock)
  if (settings === null)
    return {
      send: async () => {
        throw new Refusal('codes_not_sent')
      },
    }
  const gateway = settings.kind === 'http' ? httpGateway(settings, clock) : smtpGateway(settings, clock)
  return {
    send: async (phone, code) => {
      try {
        await gateway.send(phone, code)
      } catch (error) {
        // Why, and never what: neither the telephone, nor the code, nor what the gateway answered.
        const why = error instanceof GatewayProblem ? error.message : 'unknown'
        log.error({ part: 'codes', gateway: settings.kind, why }, 'a code was not sent')
        throw new Refusal('code_not_sent')
      }
    },
  }
}

/** The outbox of a demonstration: codes lie in a table and are shown on a page. */
const outboxGateway = (district: District, clock: Clock): CodeGateway => ({
  send: async (phone, code) => {
    const writtenAt = clock.now()
    const expiresAt = writtenAt.add({ minutes: codeMinutes })
    const id = newId(writtenAt.epochMilliseconds)
    await insertCode(district.pools.auth, { id, phoneMasked: maskPhone(phone), code, writtenAt, expiresAt })
  },
})
