import { Refusal } from '../../kernel/refusal.ts'
import { dayOf, iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { ownPasskeys } from './passkey/own-passkeys.ts'
import { selectSecondFactor } from './second-factor.sql.ts'
import type { EndedSessions, OwnSecurity } from './security.contract.ts'
import { deleteOtherSessions, deleteSession, selectSessions } from './sessions.sql.ts'

function ownId({ who }: Ctx): string {
  if (who.accountId === null) throw new Refusal('sign_in_needed')
  return who.accountId
}

/** Where one is signed in, and by what. Refuses `sign_in_needed`. */
export async function ownSecurity(ctx: Ctx, token: string | null): Promise<OwnSecurity> {
  const accountId = ownId(ctx)
  const { pools, timeZone } = ctx.district
  const now = ctx.clock.now()
  const sessions = await selectSessions(pools.auth, accountId, now)
  const second =
    ctx.who.kind === 'staff' ? await selectSecondFactor(pools.auth, accountId, dayOf(now, timeZone)) : null
  return {
    sessions: sessions.map(({ token: its, openedAt, seenAt, ...session }) => ({
      ...session,
      isThis: its === token,
      openedAt: iso(openedAt),
      seenAt: iso(seenAt),
    })),
    passkeys: await ownPasskeys(ctx),
    secondFactor: second && {
      since: second.since && iso(second.since),
      codesLeft: second.since === null ? 0 : second.codesLeft,
      isRequired: second.isRequired,
    },
  }
}

/** Ends one of one's own sessions: its next request is nobody's. Refuses `session_unknown`, others' too. */
export async function endOwnSession(ctx: Ctx, id: string): Promise<EndedSessions> {
  if (!(await deleteSession(ctx.district.pools.auth, ownId(ctx), id))) throw new Refusal('session_unknown')
  return { ended: 1 }
}

/** Ends all of one's own sessions but the one that asks. */
export const endOtherOwnSessions = async (ctx: Ctx, token: string | null): Promise<EndedSessions> => ({
  ended: await deleteOtherSessions(ctx.district.pools.auth, ownId(ctx), token ?? ''),
})
