import { iso } from '../../platform/clock.ts'
import type { Pool } from '../../platform/database.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { RetentionKind } from './retention.contract.ts'

export interface RetentionRule {
  readonly kind: RetentionKind
  readonly validFrom: string
  readonly days: number
  readonly basis: { readonly zh: string; readonly en: string }
}

/** The rule of each kind that holds on a day. */
export async function rulesOn(tx: Tx, day: string): Promise<RetentionRule[]> {
  const rows = await tx.db
    .selectFrom('retention_rules')
    .distinctOn('kind')
    .selectAll()
    .where('valid_from', '<=', day)
    .orderBy('kind')
    .orderBy('valid_from', 'desc')
    .execute()
  return rows.map((row) => ({
    kind: row.kind as RetentionKind,
    validFrom: row.valid_from,
    days: row.days,
    basis: { zh: row.basis_zh, en: row.basis_en },
  }))
}

export interface RetentionRun {
  readonly kind: RetentionKind
  readonly before: Temporal.Instant
  readonly removed: number
}

/** Enters what a day's round did. */
export async function insertRuns(
  tx: Tx,
  day: string,
  ranAt: Temporal.Instant,
  runs: readonly RetentionRun[],
): Promise<void> {
  await tx.db
    .insertInto('retention_runs')
    .values(
      runs.map(({ kind, before, removed }) => ({
        day,
        kind,
        ran_at: ranAt.toString(),
        before_at: before.toString(),
        removed,
      })),
    )
    .onConflict((on) => on.doNothing())
    .execute()
}

export async function ranOn(tx: Tx, day: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('retention_runs')
    .select('day')
    .where('day', '=', day)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Runs since a day, the latest first. */
export async function selectRuns(tx: Tx, since: string) {
  const rows = await tx.db
    .selectFrom('retention_runs')
    .select(['day', 'kind', 'ran_at', 'removed'])
    .where('day', '>=', since)
    .orderBy('day', 'desc')
    .execute()
  return rows.map(({ ran_at, ...row }) => ({ ...row, ranAt: iso(ran_at) }))
}

const counted = (rowCount: number | null): number => rowCount ?? 0

/** Looks that nobody asks about any more. By the reader's role. */
export const dropLooks = async (pool: Pool, before: Temporal.Instant): Promise<number> =>
  counted((await pool.query('delete from looks where last_at < $1', [before.toString()])).rowCount)

/** One-time codes, what waits for them, and challenges to passkeys. By the role of sign-in. */
export async function dropCodes(pool: Pool, before: Temporal.Instant): Promise<number> {
  const at = [before.toString()]
  const outbox = await pool.query('delete from auth_outbox where expires_at < $1', at)
  const waiting = await pool.query('delete from auth_verification where expires_at < $1', at)
  const challenges = await pool.query('delete from auth_used_challenges where expires_at < $1', at)
  return counted(outbox.rowCount) + counted(waiting.rowCount) + counted(challenges.rowCount)
}

export const dropSessions = async (pool: Pool, before: Temporal.Instant): Promise<number> =>
  counted((await pool.query('delete from auth_session where expires_at < $1', [before.toString()])).rowCount)

/** Empties the reasons of care flags that ended before a day. What kind of care it was goes with them. */
export async function emptyReasons(tx: Tx, day: string): Promise<number> {
  const rows = await tx.query<{ id: string }>(
    'empty_care_reasons',
    `update care_flags set reason = null, salt = null, kind = 'other'
     where reason is not null and coalesce(ended_on, ends_on) < $1::date returning id`,
    [day],
  )
  return rows.length
}

export async function emptyVersions(tx: Tx, before: Temporal.Instant): Promise<number> {
  const rows = await tx.query<{ id: string }>(
    'empty_versions',
    'update register_versions set kept = null where kept is not null and replaced_at < $1 returning row_id as id',
    [before.toString()],
  )
  return rows.length
}
