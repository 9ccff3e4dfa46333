import { expect, test } from 'vitest'
import { accountNameForm } from '../../../people/contract.ts'
import { consoleWords } from '../../words/console.ts'
import { emptySetUp, setUpErrors } from './set-up.ts'

const filled = {
  ...emptySetUp,
  districtNameZh: '望江区（演示）',
  districtCode: '990101',
  name: '林主任',
  accountName: '林主任',
  password: 'wangjiang',
  passwordAgain: 'wangjiang',
}
const wrong = (change: Partial<typeof filled>) =>
  Object.keys(setUpErrors(consoleWords.zh, { ...filled, ...change }))

test('a whole form can be sent; English name and account name may be left out', () => {
  expect(wrong({})).toEqual([])
  expect(wrong({ accountName: '' })).toEqual([])
  expect(Object.keys(setUpErrors(consoleWords.zh, emptySetUp))).toEqual([
    'districtNameZh',
    'districtCode',
    'name',
    'password',
  ])
})

test.each([
  [{ districtCode: '9901' }, ['districtCode']],
  [{ password: 'short', passwordAgain: 'short' }, ['password']],
  [{ passwordAgain: 'wangjianG' }, ['passwordAgain']],
] as const)('%j is named', (change, fields) => {
  expect(wrong(change)).toEqual(fields)
})

test.each(['a', '-ab', 'a b', 'ab', '林主任', 'x'.repeat(30), 'x'.repeat(31)])(
  'the account name %s is judged as the server judges it',
  (accountName) => {
    expect(wrong({ accountName }).length === 0).toBe(accountNameForm.test(accountName))
  },
)
