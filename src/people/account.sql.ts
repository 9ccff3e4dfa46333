import type { Tx } from '../platform/transaction.ts'

export interface NewStaff {
  readonly id: string
  readonly name: string
  readonly locale: 'zh' | 'en'
  readonly demonstration: boolean
  readonly createdAt: Temporal.Instant
}

/** Adds a staff account and marks the district as set up: whoever opens the first one has done the set-up. */
export async function insertStaff(tx: Tx, staff: NewStaff): Promise<void> {
  await tx.db
    .insertInto('accounts')
    .values({
      id: staff.id,
      kind: 'staff',
      name: staff.name,
      locale: staff.locale,
      demonstration: staff.demonstration,
      created_at: staff.createdAt.toString(),
    })
    .execute()
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
