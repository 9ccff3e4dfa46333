import { iso } from '../../../platform/clock.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { ownAccountId } from './add-passkey.ts'
import type { OwnPasskey } from './contract.ts'
import { selectPasskeys } from './passkey.sql.ts'

/** One's own passkeys, the last added first. Refuses `sign_in_needed`. */
export async function ownPasskeys(ctx: Pick<Ctx, 'who' | 'district'>): Promise<OwnPasskey[]> {
  const rows = await selectPasskeys(ctx.district.pools.auth, ownAccountId(ctx))
  return rows.map(({ credentialId: _credentialId, addedAt, usedAt, ...passkey }) => ({
    ...passkey,
    addedAt: iso(addedAt),
    usedAt: usedAt && iso(usedAt),
  }))
}
