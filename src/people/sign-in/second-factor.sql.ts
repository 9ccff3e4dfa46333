import type { Pool } from '../../platform/database.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { PostKind } from '../contract.ts'

export interface TotpRow {
  readonly secretSealed: Buffer
  readonly confirmedAt: Temporal.Instant | null
}

/** Whether a post that account $1 holds or stands in for on day $2 is of a kind that asks for a second factor. */
export const isAskedForFactor = `exists (
    select from posts p join second_factor_kinds k on k.post_kind = p.kind
    where p.starts_on <= $2::date and (p.ends_on is null or p.ends_on > $2::date) and p.id in (
      select id from posts where account_id = $1
      union all
      select d.post_id from delegations d
      where d.to_account_id = $1 and d.ended_at is null and d.starts_on <= $2::date and d.ends_on > $2::date
    )
  )`

/** Keeps a new secret that is not in force yet. False where one is in force: it stays. */
export async function beginTotp(
  pool: Pool,
  accountId: string,
  secretSealed: Buffer,
  at: Temporal.Instant,
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `insert into auth_totp (user_id, secret_sealed, last_step, created_at) values ($1, $2, 0, $3)
     on conflict (user_id) do update set secret_sealed = excluded.secret_sealed, last_step = 0,
       created_at = excluded.created_at
     where auth_totp.confirmed_at is null`,
    [accountId, secretSealed, at.toString()],
  )
  return rowCount === 1
}

export async function findTotp(pool: Pool, accountId: string): Promise<TotpRow | null> {
  const { rows } = await pool.query<TotpRow>(
    `select secret_sealed as "secretSealed", confirmed_at as "confirmedAt" from auth_totp where user_id = $1`,
    [accountId],
  )
  return rows[0] ?? null
}

/** Takes a time step as used. False where it, or a later one, was used before: of two at once one gets it. */
export async function takeStep(pool: Pool, accountId: string, step: number): Promise<boolean> {
  const { rowCount } = await pool.query(
    'update auth_totp set last_step = $2 where user_id = $1 and last_step < $2',
    [accountId, step],
  )
  return rowCount === 1
}

/** Puts codes in the place of those that were. */
export async function replaceRecoveryCodes(
  pool: Pool,
  accountId: string,
  codes: readonly { readonly id: string; readonly hash: Buffer }[],
): Promise<void> {
  await pool.query(
    `with gone as (delete from auth_recovery_code where user_id = $1)
     insert into auth_recovery_code (id, user_id, code_hash)
     select id, $1, hash from unnest($2::uuid[], $3::bytea[]) as given (id, hash)`,
    [accountId, codes.map(({ id }) => id), codes.map(({ hash }) => hash)],
  )
}

/** Takes a recovery code as used. False where there is none such, or it was used before. */
export async function takeRecoveryCode(
  pool: Pool,
  accountId: string,
  hash: Buffer,
  at: Temporal.Instant,
): Promise<boolean> {
  const { rowCount } = await pool.query(
    'update auth_recovery_code set used_at = $3 where user_id = $1 and code_hash = $2 and used_at is null',
    [accountId, hash, at.toString()],
  )
  return rowCount === 1
}

/** How an account signs in: since when by codes, how many recovery codes are left, and whether a post asks for it. */
export async function selectSecondFactor(
  pool: Pool,
  accountId: string,
  today: string,
): Promise<{ since: Temporal.Instant | null; codesLeft: number; isRequired: boolean }> {
  const { rows } = await pool.query<{
    since: Temporal.Instant | null
    codesLeft: number
    isRequired: boolean
  }>(
    `select (select confirmed_at from auth_totp where user_id = $1) as since,
       (select count(*)::integer from auth_recovery_code where user_id = $1 and used_at is null) as "codesLeft",
       ${isAskedForFactor} as "isRequired"`,
    [accountId, today],
  )
  return rows[0]!
}

/** Puts the second factor in force, or out of it, in the transaction that writes the line. False where it was so. */
export async function setTotp(
  tx: Tx,
  accountId: string,
  confirmedAt: Temporal.Instant | null,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('auth_totp')
    .set({ confirmed_at: confirmedAt?.toString() ?? null })
    .where('user_id', '=', accountId)
    .where('confirmed_at', confirmedAt === null ? 'is not' : 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** What was to be set up is set up: the sessions that waited for it wait no more. */
export async function endEnrolment(pool: Pool, accountId: string): Promise<void> {
  await pool.query(`update auth_session set needs = null where user_id = $1 and needs = 'enrolment'`, [
    accountId,
  ])
}

/** Kinds of post whose holders sign in with a second factor. */
export async function selectFactorKinds(tx: Tx): Promise<PostKind[]> {
  const rows = await tx.db
    .selectFrom('second_factor_kinds')
    .select('post_kind')
    .orderBy('post_kind')
    .execute()
  return rows.map((row) => row.post_kind as PostKind)
}

export async function replaceFactorKinds(
  tx: Tx,
  kinds: readonly PostKind[],
  at: Temporal.Instant,
): Promise<void> {
  const out = tx.db.deleteFrom('second_factor_kinds')
  await (kinds.length > 0 ? out.where('post_kind', 'not in', kinds) : out).execute()
  if (kinds.length === 0) return
  await tx.db
    .insertInto('second_factor_kinds')
    .values(kinds.map((post_kind) => ({ post_kind, since: at.toString() })))
    .onConflict((met) => met.column('post_kind').doNothing())
    .execute()
}
