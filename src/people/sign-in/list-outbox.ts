import { Refusal } from '../../kernel/refusal.ts'
import { iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Outbox } from '../contract.ts'
import { selectCodes } from './outbox.sql.ts'

/**
 * One-time codes that a demonstration shows instead of sending them: to everyone, since its accounts are invented. A real
 * district has no outbox (`not_found`); docs/decisions/0004-sign-in.md.
 */
export async function listOutbox(ctx: Ctx): Promise<Outbox> {
  if (!ctx.district.demonstration) throw new Refusal('not_found')
  const codes = await selectCodes(ctx.district.pools.auth, ctx.clock.now())
  return {
    codes: codes.map(({ phoneMasked, code, writtenAt, expiresAt }) => ({
      phoneMasked,
      code,
      writtenAt: iso(writtenAt),
      expiresAt: iso(expiresAt),
    })),
  }
}
