import type { OpenAccount } from '../../../people/contract.ts'
import { accountNameForm } from '../session/set-up.ts'
import { firstPassword } from './first-password.ts'
import { emptyPost, newPost, type PostDraft } from './post-draft.ts'

/** A new account as the form holds it. */
export interface AccountDraft {
  readonly accountName: string
  readonly name: string
  readonly password: string
  readonly withPost: boolean
  readonly post: PostDraft
}

/** An empty form, with a first password of its own. */
export const emptyAccount = (): AccountDraft => ({
  accountName: '',
  name: '',
  password: firstPassword(),
  withPost: true,
  post: emptyPost,
})

export type AccountFault = 'accountName' | 'name' | 'password'

/** What somebody signs in with: their name, where nothing else was typed. */
const accountNameOf = ({ accountName, name }: AccountDraft): string => accountName.trim() || name.trim()

/** What must be mended first, but for the post. */
export function accountFaults(draft: AccountDraft): readonly AccountFault[] {
  const { name, password } = draft
  const faults: AccountFault[] = []
  if (name.trim() === '') faults.push('name')
  else if (!accountNameForm.test(accountNameOf(draft))) faults.push('accountName')
  if (password.length < 8 || password.length > 128) faults.push('password')
  return faults
}

/** The account to be opened, or null while something is missing. */
export function openAccountBody(draft: AccountDraft, today: string): OpenAccount | null {
  const post = draft.withPost ? newPost(draft.post, today) : null
  if (accountFaults(draft).length > 0 || (draft.withPost && post === null)) return null
  const { name, password } = draft
  return {
    accountName: accountNameOf(draft),
    name: name.trim(),
    password,
    posts: post === null ? [] : [post],
  }
}
