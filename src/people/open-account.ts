import { newId } from '../kernel/ids.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Ctx } from '../platform/ctx.ts'
import { insertStaffs, markSetUp } from './account.sql.ts'
import { districtChain } from './chain.ts'
import type { OpenedAccount } from './contract.ts'
import { OpenAccount } from './contract.ts'
import { peopleLine } from './events.ts'
import { addPost, checkPost } from './give-post.ts'
import { deleteCredentials, insertCredentials } from './sign-in/credential.sql.ts'
import { hashPassword } from './sign-in/hash-password.ts'

export interface HowToOpen {
  /** Refuses `district_already_set_up` unless this is the district's first staff account. */
  readonly asFirst?: boolean
  /** Made by `hashPassword`: many accounts with one password need not hash it each time. */
  readonly passwordHash?: string
}

/**
 * Opens a staff account that signs in by name and password, with its posts. Refuses a name that is taken
 * (`account_exists`), an unknown unit or area, and a post in the wrong kind of area.
 */
export async function openAccount(ctx: Ctx, body: OpenAccount, how: HowToOpen = {}): Promise<OpenedAccount> {
  ctx.must('people.manage')
  const wanted = OpenAccount.parse(body)
  const passwordHash = how.passwordHash ?? (await hashPassword(wanted.password))
  const places = await Promise.all(wanted.posts.map((post) => checkPost(ctx, post)))
  const createdAt = ctx.clock.now()
  const accountId = newId(createdAt.epochMilliseconds)
  const { pools, demonstration } = ctx.district
  let credentialStands = false
  try {
    return await ctx.transaction(async (tx) => {
      const isFirst = await markSetUp(tx, createdAt)
      if (how.asFirst && !isFirst) throw new Refusal('district_already_set_up')
      const { name, locale, accountName } = wanted
      await insertStaffs(tx, [{ id: accountId, name, locale, demonstration, createdAt }])
      const chain = await districtChain(ctx)
      tx.record(peopleLine('account.opened', { chain, subject: accountId, data: { accountId } }))
      const postIds: string[] = []
      for (const place of places) postIds.push(await addPost(ctx, tx, accountId, place, chain))
      // Last, by its own role: a name that is taken undoes all of the above.
      const id = newId(createdAt.epochMilliseconds)
      await insertCredentials(pools.auth, [{ id, accountId, accountName }], {
        passwordHash,
        // Whoever is set up first chose the password themselves.
        byOther: ctx.who.kind !== 'system',
        at: createdAt,
      })
      credentialStands = true
      return { accountId, postIds }
    })
  } catch (error) {
    if (credentialStands) await deleteCredentials(pools.auth, [accountId])
    throw error
  }
}
