import type { Ctx } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'
import { mustByOwnPost } from '../permission.rule.ts'
import { isAdministrator } from '../post.sql.ts'

/**
 * Accounts and posts of administrators are for administrators in person: somebody who only stands in for one could
 * take theirs over and keep it. Refuses `own_post_needed`.
 */
export async function mustLeaveAdministrators(
  ctx: Ctx,
  tx: Tx,
  of: { readonly accountId: string } | { readonly postId: string },
): Promise<void> {
  if (await isAdministrator(tx, of)) mustByOwnPost(ctx.who, 'people.manage')
}
