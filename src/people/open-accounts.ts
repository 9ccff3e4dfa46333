import { newId } from '../kernel/ids.ts'
import { unitPaths } from '../organisations/door.ts'
import type { Ctx } from '../platform/ctx.ts'
import { insertStaffs, markSetUp } from './account.sql.ts'
import { districtChain } from './chain.ts'
import type { OpenedAccount } from './contract.ts'
import { OpenAccount } from './contract.ts'
import { peopleLine } from './events.ts'
import { type CheckedPost, checkPost } from './give-post.ts'
import { insertPosts } from './post.sql.ts'
import { deleteCredentials, insertCredentials } from './sign-in/credential.sql.ts'
import { hashPassword } from './sign-in/hash-password.ts'

/** Accounts of a list: all with one password, which the list's giver changes or hands out. */
export type ListedAccount = Omit<OpenAccount, 'password'>

/**
 * Opens a list of staff accounts with one first password and their posts, in one transaction: all or none.
 * Refuses as `openAccount` does. Returns the accounts in the list's order.
 */
export async function openAccounts(
  ctx: Ctx,
  list: readonly ListedAccount[],
  password: string,
): Promise<OpenedAccount[]> {
  ctx.must('people.manage')
  const passwordHash = await hashPassword(password)
  const createdAt = ctx.clock.now()
  const atMs = createdAt.epochMilliseconds
  const accounts = await Promise.all(
    list.map(async (listed) => {
      const wanted = OpenAccount.parse({ ...listed, password })
      const posts = await Promise.all(wanted.posts.map((post) => checkPost(ctx, post)))
      return { ...wanted, id: newId(atMs), posts: posts.map((post) => ({ ...post, id: newId(atMs) })) }
    }),
  )
  const { pools, demonstration } = ctx.district
  const ids = accounts.map(({ id }) => id)
  const given = accounts.flatMap(({ id, posts }) => posts.map((post) => ({ ...post, accountId: id })))
  const unitIds = new Set(given.flatMap(({ unitId }) => (unitId === null ? [] : [unitId])))
  let credentialsStand = false
  try {
    await ctx.transaction(async (tx) => {
      await markSetUp(tx, createdAt)
      await insertStaffs(
        tx,
        accounts.map(({ id, name, locale }) => ({ id, name, locale, demonstration, createdAt })),
      )
      if (unitIds.size > 0) await unitPaths(tx, [...unitIds])
      await insertPosts(tx, given)
      const chain = await districtChain(ctx)
      for (const { id: accountId, posts } of accounts) {
        tx.record(peopleLine('account.opened', { chain, subject: accountId, data: { accountId } }))
        for (const post of posts) tx.record(givenLine(chain, accountId, post))
      }
      // Last, by their own role: a name that is taken undoes all of the above.
      await insertCredentials(
        pools.auth,
        accounts.map(({ id, accountName }) => ({ accountId: id, accountName, id: newId(atMs) })),
        { passwordHash, byOther: !demonstration, at: createdAt },
      )
      credentialsStand = true
    })
  } catch (error) {
    if (credentialsStand) await deleteCredentials(pools.auth, ids)
    throw error
  }
  return accounts.map(({ id, posts }) => ({ accountId: id, postIds: posts.map((post) => post.id) }))
}

function givenLine(chain: string, accountId: string, post: CheckedPost & { readonly id: string }) {
  const { id: postId, kind, unitId, areaId, startsOn, endsOn } = post
  const data = { postId, accountId, kind, unitId, areaId, startsOn, endsOn }
  return peopleLine('post.given', { chain, subject: postId, data })
}
