import { newId } from '../../kernel/ids.ts'
import type { Clock } from '../../platform/clock.ts'
import type { District } from '../../platform/ctx.ts'
import { maskPhone } from '../phone.rule.ts'
import { insertCode } from './outbox.sql.ts'

/** Minutes for which a one-time code is good. */
export const codeMinutes = 5

/** Brings a one-time code to a telephone. A text-message provider becomes one more of these. */
export interface CodeGateway {
  readonly send: (phone: string, code: string) => Promise<void>
}

/** The development outbox: codes lie in a table and are shown on a page, because nothing sends them yet. */
export const outboxGateway = (district: District, clock: Clock): CodeGateway => ({
  send: async (phone, code) => {
    const writtenAt = clock.now()
    const expiresAt = writtenAt.add({ minutes: codeMinutes })
    const id = newId(writtenAt.epochMilliseconds)
    await insertCode(district.pools.auth, { id, phoneMasked: maskPhone(phone), code, writtenAt, expiresAt })
  },
})
