import type { Ctx } from '../../platform/ctx.ts'
import { forgetInHeaders } from '../register/import/forget-named.ts'
import { eraseSubject } from './erase-subject.ts'
import { dropSignIn, type Erasure, finishRow, loadErasure } from './erasure.sql.ts'
import type { Subject } from './request.sql.ts'

/** An erasure that other rooms still have to follow, or null. As the program itself. */
export async function openErasure(ctx: Ctx, id: string): Promise<Erasure | null> {
  ctx.must('rights.answer')
  const erasure = await ctx.read((tx) => loadErasure(tx, id))
  return erasure && !erasure.finished ? erasure : null
}

/**
 * The other rooms are done: the headers of files, the way in, and the words by which all looked go. Done again it changes
 * nothing.
 */
export async function finishErasure(ctx: Ctx, { id, accountId, words }: Erasure): Promise<void> {
  ctx.must('rights.answer')
  await forgetInHeaders(ctx, words)
  if (accountId !== null) await dropSignIn(ctx.district.pools.auth, accountId)
  await ctx.transaction((tx) => finishRow(tx, id, ctx.clock.now()))
}

/**
 * Erases again somebody who was erased after a backup was made and came back with it. Returns the new erasure's id, or
 * null where the backup knew nothing of them.
 */
export function eraseAgain(ctx: Ctx, subject: Subject): Promise<string | null> {
  ctx.must('rights.answer')
  return ctx.transaction((tx) => eraseSubject(ctx, tx, subject))
}
