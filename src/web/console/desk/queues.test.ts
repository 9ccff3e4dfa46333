import { expect, test } from 'vitest'
import type { Act, PostKind } from '../../../people/contract.ts'
import { permissions } from '../../../people/permission.rule.ts'
import { countWords, deskQuery, queuesOf, readDeskSearch } from './queues.ts'

const actsOf = (kind: PostKind) => ({ acts: Object.keys(permissions[kind]) as Act[] })
const id = '01936b1e-0000-7000-8000-000000000001'

test.each([
  ['centre', ['screen', 'dispatch', 'work', 'decide', 'reply', 'check', 'open', 'ended']],
  ['street_desk', ['screen', 'dispatch', 'work', 'decide', 'reply', 'open', 'ended']],
  ['community_desk', ['screen', 'dispatch', 'work', 'reply', 'open', 'ended']],
  ['unit_desk', ['work', 'open', 'ended']],
  ['evaluator', ['open', 'ended']],
  ['administrator', []],
] as const)('%s has the queues %j', (kind, queues) => {
  expect(queuesOf(actsOf(kind))).toEqual(queues)
})

test('an address keeps what is understood and drops the rest', () => {
  const typed = { queue: 'work', light: 'purple', matter: 'WY01', area: 'x', case: id, other: '1' }
  expect(readDeskSearch(typed)).toEqual({ queue: 'work', matter: 'WY01', case: id })
  expect(readDeskSearch({ queue: ['work'], matter: 7 })).toEqual({})
})

test('a page of a queue is asked for with its filters and the key to read on from', () => {
  expect(deskQuery({ light: 'red', area: id, case: id }, 'work', null)).toBe(
    `queue=work&light=red&areaId=${id}`,
  )
  expect(deskQuery({ matter: 'WY01' }, 'open', 'a=b')).toBe('queue=open&matter=WY01&after=a%3Db')
})

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1000+'],
])('%i waiting is shown as %s', (count, words) => {
  expect(countWords(count, 1000)).toBe(words)
})
