import type { Pool } from '../platform/database.ts'
import type { Tx } from '../platform/transaction.ts'

export interface NewStaff {
  readonly id: string
  readonly name: string
  readonly locale: 'zh' | 'en'
  readonly demonstration: boolean
  readonly createdAt: Temporal.Instant
}

/** Adds staff accounts; whoever opens the first one marks the district as set up. */
export async function insertStaffs(tx: Tx, staffs: readonly NewStaff[]): Promise<void> {
  const rows = staffs.map(({ id, name, locale, demonstration, createdAt }) => ({
    id,
    kind: 'staff',
    name,
    locale,
    demonstration,
    created_at: createdAt.toString(),
  }))
  await tx.db.insertInto('accounts').values(rows).execute()
}

/** Whether a staff account stands under this id. */
export async function isStaff(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('accounts')
    .select('id')
    .where('id', '=', id)
    .where('kind', '=', 'staff')
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

export interface StaffRow {
  readonly id: string
  readonly name: string
  readonly accountName: string
  readonly openedAt: Temporal.Instant
}

/**
 * Staff accounts that stand, the latest first, whose name or account name holds `text` in small letters (all with '').
 * By the role of sign-in: only it sees account names.
 */
export async function selectStaff(
  pool: Pool,
  { text, after, limit }: { readonly text: string; readonly after: string | null; readonly limit: number },
): Promise<StaffRow[]> {
  const { rows } = await pool.query<StaffRow>(
    `select a.id, a.name, u.username as "accountName", a.created_at as "openedAt"
     from accounts a join auth_user u on u.id = a.id
     where a.kind = 'staff' and a.ended_at is null and ($2::uuid is null or a.id < $2)
       and (strpos(lower(a.name), $1) > 0 or strpos(u.username, $1) > 0)
     order by a.id desc limit $3`,
    [text, after, limit],
  )
  return rows
}

/** Marks the district as set up; false where it already was. A second set-up at once waits here for the first. */
export async function markSetUp(tx: Tx, at: Temporal.Instant): Promise<boolean> {
  const row = await tx.db
    .insertInto('set_ups')
    .values({ only_one: true, set_up_at: at.toString() })
    .onConflict((on) => on.doNothing())
    .returning('only_one')
    .executeTakeFirst()
  return row !== undefined
}

export async function isSetUp(tx: Tx): Promise<boolean> {
  return (await tx.db.selectFrom('set_ups').select('only_one').executeTakeFirst()) !== undefined
}
