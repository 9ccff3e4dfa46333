import type { Ctx } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'
import { type LivedStay, selectLived } from '../register/home-needs.sql.ts'
import { ownAccount, ownEntry } from './own-entry.ts'

/** Where the asker lived and lives, and who else was registered there when. Opens the register to the rest of the transaction. */
export async function ownStays(ctx: Ctx, tx: Tx): Promise<LivedStay[]> {
  const { person } = await ownEntry(ctx, tx, await ownAccount(ctx, tx))
  return person ? selectLived(tx, person.id) : []
}
