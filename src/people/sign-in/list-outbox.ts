import { iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Outbox } from '../contract.ts'
import { selectCodes } from './outbox.sql.ts'

/**
 * One-time codes that no gateway sent. In a demonstration district everyone may read them, since its accounts are
 * invented; elsewhere administrators alone (a code opens a resident's account; docs/decisions/0004-sign-in.md).
 */
export async function listOutbox(ctx: Ctx): Promise<Outbox> {
  if (!ctx.district.demonstration) ctx.must('people.manage')
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
