import { expect, test } from 'vitest'
import { requestBody } from './request-body.ts'

const draft = { kind: null, days: '', reviewOn: '', condition: '', reason: '等备件' } as const

test.each([
  ['nothing chosen', draft, null],
  ['no reason', { ...draft, kind: 'return', reason: ' ' }, null],
  [
    'a return needs a reason alone',
    { ...draft, kind: 'return', days: '5' },
    { kind: 'return', reason: '等备件' },
  ],
  ['an extension without days', { ...draft, kind: 'extension' }, null],
  ['half a day', { ...draft, kind: 'extension', days: '1.5' }, null],
  ['more days than are left', { ...draft, kind: 'pause', days: '61' }, null],
  [
    'all that are left',
    { ...draft, kind: 'pause', days: '60' },
    { kind: 'pause', reason: '等备件', days: 60 },
  ],
  ['a listing without its review', { ...draft, kind: 'listing', days: '5' }, null],
  ['a listing without its condition', { ...draft, kind: 'listing', reviewOn: '2027-01-04' }, null],
  [
    'a listing',
    { ...draft, kind: 'listing', days: '5', reviewOn: '2027-01-04', condition: ' 资金到位 ' },
    { kind: 'listing', reason: '等备件', reviewOn: '2027-01-04', condition: '资金到位' },
  ],
] as const)('%s', (_name, asked, body) => {
  expect(requestBody(asked, 60)).toEqual(body)
})
