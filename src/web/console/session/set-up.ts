import type { SetUp } from '../../../people/contract.ts'
import { call } from '../../api/call.ts'
import type { ConsoleWords } from '../../words/console.ts'

export interface SetUpDraft extends SetUp {
  readonly districtNameEn: string
  readonly passwordAgain: string
}

export const emptySetUp: SetUpDraft = {
  districtNameZh: '',
  districtNameEn: '',
  districtCode: '',
  name: '',
  accountName: '',
  password: '',
  passwordAgain: '',
}

type Errors = Partial<Record<keyof SetUpDraft, string>>

// The same form as the server's `accountNameForm`; the web sees contracts as types only.
export const accountNameForm = /^[\p{L}\p{N}][\p{L}\p{N}_.-]{1,29}$/u

/** What the first administrator signs in with: their name, where nothing else was typed. */
export const accountNameOf = ({ accountName, name }: Pick<SetUp, 'accountName' | 'name'>): string =>
  accountName.trim() || name.trim()

/** What is wrong with the form, by field; empty where it can be sent. */
export function setUpErrors(words: ConsoleWords, draft: SetUpDraft): Errors {
  const said = words.console.setUp.errors
  const errors: Errors = {}
  if (draft.districtNameZh.trim() === '') errors.districtNameZh = said.districtName
  if (!/^(\d{6}|\d{12})$/.test(draft.districtCode.trim())) errors.districtCode = said.districtCode
  if (draft.name.trim() === '') errors.name = said.name
  else if (!accountNameForm.test(accountNameOf(draft))) errors.accountName = said.accountName
  if (draft.password.length < 8 || draft.password.length > 128) errors.password = said.password
  else if (draft.passwordAgain !== draft.password) errors.passwordAgain = said.passwordAgain
  return errors
}

export function sendSetUp({ passwordAgain: _, ...body }: SetUpDraft) {
  return call('POST', '/api/set-up', { ...body, accountName: accountNameOf(body) })
}
