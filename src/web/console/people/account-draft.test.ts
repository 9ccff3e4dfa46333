import { expect, test } from 'vitest'
import { type AccountDraft, accountFaults, emptyAccount, openAccountBody } from './account-draft.ts'
import { firstPassword } from './first-password.ts'
import { emptyPost } from './post-draft.ts'

const today = '2026-11-18'
const whole: AccountDraft = {
  accountName: ' 王敏 ',
  name: ' 王敏 ',
  password: 'k7mw-3xpa-9rtd',
  withPost: true,
  post: { ...emptyPost, kind: 'evaluator' },
}

test('a first password is long, new each time, and has no sign that is mistaken for another', () => {
  const passwords = Array.from({ length: 200 }, firstPassword)
  expect(new Set(passwords).size).toBe(200)
  for (const password of passwords) expect(password).toMatch(/^([a-km-np-z2-9]{4}-){2}[a-km-np-z2-9]{4}$/)
})

test.each<[Partial<AccountDraft>, readonly string[]]>([
  [{}, []],
  [{ name: ' ' }, ['name']],
  [{ accountName: 'x' }, ['accountName']],
  [{ accountName: '-wang' }, ['accountName']],
  [{ password: 'short' }, ['password']],
])('%j lacks %j', (change, faults) => {
  expect(accountFaults({ ...whole, ...change })).toEqual(faults)
  expect(openAccountBody({ ...whole, ...change }, today) === null).toBe(faults.length > 0)
})

test('an account goes with its post, without one when none is wanted, and not with half of one', () => {
  expect(openAccountBody(whole, today)).toEqual({
    accountName: '王敏',
    name: '王敏',
    password: 'k7mw-3xpa-9rtd',
    posts: [{ kind: 'evaluator' }],
  })
  expect(openAccountBody({ ...whole, withPost: false, post: emptyPost }, today)?.posts).toEqual([])
  expect(openAccountBody({ ...whole, post: emptyPost }, today)).toBeNull()
  expect(accountFaults(emptyAccount())).toEqual(['name'])
  expect(openAccountBody({ ...whole, accountName: ' ' }, today)?.accountName).toBe('王敏')
})
