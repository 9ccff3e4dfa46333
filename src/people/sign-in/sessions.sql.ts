import type { Pool } from '../../platform/database.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { Device } from './device.rule.ts'
import { isAskedForFactor } from './second-factor.sql.ts'
import type { SessionNeeds } from './session-needs.rule.ts'

export const sessionDays = 14
/** How long a password that was right waits for the second factor. */
const secondFactorMinutes = 10

export interface NewSession extends Device {
  readonly id: string
  readonly accountId: string
  readonly token: string
  readonly sourceMasked: string
  readonly at: Temporal.Instant
  /** Local day of the moment, YYYY-MM-DD. */
  readonly today: string
  /** Whether the account's second factor, where it has one, is still to be shown. */
  readonly asksSecondFactor: boolean
  /** A provider signed the person in and has seen to all of it: nothing has to be set up or changed here. */
  readonly factorElsewhere?: boolean
}

const hasTotp = 'exists (select from auth_totp t where t.user_id = $1 and t.confirmed_at is not null)'

/** What a session of $1 needs on day $2. */
const needsOf = (asksSecondFactor: string, factorElsewhere: string): string => `case
  when ${asksSecondFactor} and ${hasTotp} then 'second_factor'
  when not ${factorElsewhere} and exists (
    select from auth_account c where c.user_id = $1 and c.provider_id = 'credential' and c.password_by_other
  ) then 'password'
  when not ${factorElsewhere} and not ${hasTotp} and ${isAskedForFactor} then 'enrolment'
end`

/** Opens a session. Returns what stands between it and everything else; one that needs a second factor lasts minutes. */
export async function insertSession(pool: Pool, session: NewSession): Promise<SessionNeeds | null> {
  const { id, accountId, token, sourceMasked, at, today, asksSecondFactor, system, browser } = session
  const factorElsewhere = session.factorElsewhere ?? false
  const { rows } = await pool.query<{ needs: SessionNeeds | null }>(
    `insert into auth_session (user_id, id, token, created_at, updated_at, seen_at, device_system, device_browser,
       source_masked, factor_elsewhere, needs, expires_at)
     select $1, $4, $5, $6, $6, $6, $7, $8, $9, $12, needs,
       case when needs = 'second_factor' then $11::timestamptz else $10::timestamptz end
     from (select ${needsOf('$3::boolean', '$12::boolean')} as needs) as given
     returning needs`,
    [
      accountId,
      today,
      asksSecondFactor,
      id,
      token,
      at.toString(),
      system,
      browser,
      sourceMasked,
      at.add({ hours: sessionDays * 24 }).toString(),
      at.add({ minutes: secondFactorMinutes }).toString(),
      factorElsewhere,
    ],
  )
  return rows[0]?.needs ?? null
}

export interface OwnSessionRow {
  readonly id: string
  readonly token: string
  readonly system: Device['system'] | null
  readonly browser: Device['browser'] | null
  readonly sourceMasked: string | null
  readonly openedAt: Temporal.Instant
  readonly seenAt: Temporal.Instant
}

/** Sessions of an account that stand, the last used first. */
export async function selectSessions(
  pool: Pool,
  accountId: string,
  at: Temporal.Instant,
): Promise<OwnSessionRow[]> {
  const { rows } = await pool.query<OwnSessionRow>(
    `select id, token, device_system as system, device_browser as browser, source_masked as "sourceMasked",
       created_at as "openedAt", coalesce(seen_at, created_at) as "seenAt"
     from auth_session where user_id = $1 and expires_at > $2 and needs is distinct from 'second_factor'
     order by coalesce(seen_at, created_at) desc, id desc limit 100`,
    [accountId, at.toString()],
  )
  return rows
}

/** The account of a password that was right and whose second factor is still to come, or null. */
export async function findHalfSession(
  pool: Pool,
  token: string,
  at: Temporal.Instant,
): Promise<string | null> {
  const { rows } = await pool.query<{ accountId: string }>(
    `select s.user_id as "accountId" from auth_session s join accounts a on a.id = s.user_id
     where s.token = $1 and s.needs = 'second_factor' and s.expires_at > $2 and a.ended_at is null`,
    [token, at.toString()],
  )
  return rows[0]?.accountId ?? null
}

/** When the session of this token was opened, or null. */
export async function sessionOpenedAt(pool: Pool, token: string): Promise<Temporal.Instant | null> {
  const { rows } = await pool.query<{ openedAt: Temporal.Instant }>(
    'select created_at as "openedAt" from auth_session where token = $1',
    [token],
  )
  return rows[0]?.openedAt ?? null
}

/** Ends one session of an account by its id; false where there is none. */
export async function deleteSession(pool: Pool, accountId: string, id: string): Promise<boolean> {
  const { rowCount } = await pool.query('delete from auth_session where id = $2 and user_id = $1', [
    accountId,
    id,
  ])
  return rowCount === 1
}

/** Ends the session of this token. */
export async function deleteSessionOf(pool: Pool, token: string): Promise<void> {
  await pool.query('delete from auth_session where token = $1', [token])
}

/** Ends every session of an account but the one of this token; returns how many. */
export async function deleteOtherSessions(pool: Pool, accountId: string, token: string): Promise<number> {
  const { rowCount } = await pool.query('delete from auth_session where user_id = $1 and token <> $2', [
    accountId,
    token,
  ])
  return rowCount ?? 0
}

/** Notes that a session is in use, and looks anew at what it needs: its account's posts may have changed. */
export async function touchSession(
  pool: Pool,
  { token, accountId, at, today }: { token: string; accountId: string; at: Temporal.Instant; today: string },
): Promise<void> {
  await pool.query(
    `update auth_session set seen_at = $4, needs = ${needsOf('false', 'factor_elsewhere')}
     where token = $3 and user_id = $1 and needs is distinct from 'second_factor'`,
    [accountId, today, token, at.toString()],
  )
}

/** Ends every session of an account in the transaction that says why; returns how many stood. */
export async function endSessionsOf(tx: Tx, accountId: string, at: Temporal.Instant): Promise<number> {
  const rows = await tx.db
    .updateTable('auth_session')
    .set({ expires_at: at.toString() })
    .where('user_id', '=', accountId)
    .where('expires_at', '>', at)
    .returning('id')
    .execute()
  return rows.length
}
