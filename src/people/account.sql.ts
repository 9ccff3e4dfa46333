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

/** Ends a staff account; false where none stands under this id. */
export async function endStaff(tx: Tx, id: string, at: Temporal.Instant): Promise<boolean> {
  const row = await tx.db
    .updateTable('accounts')
    .set({ ended_at: at.toString() })
    .where('id', '=', id)
    .where('kind', '=', 'staff')
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
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
