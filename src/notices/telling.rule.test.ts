import { expect, test } from 'vitest'
import type { JournalLine } from '../platform/follower.ts'
import { type About, tellingsOf, toldKinds } from './telling.rule.ts'

const path = ['district', 'street', 'community', 'grid']
const moved = (reach: readonly string[]) => [{ kind: 'case.reach_moved', data: { reach }, seq: 4 }]
const asked = (arbitration: boolean) =>
  ({ kind: 'case.requested', data: { unitId: 'u', requestId: 'r', kind: 'return', arbitration } }) as never

test.each<[string, readonly string[], About['before'], boolean, readonly string[]]>([
  ['of any case', path, [], false, path],
  ['in a dispute', path, [], true, ['district']],
  [
    'after an area change',
    path,
    moved(['district', 'street2', 'community']),
    false,
    ['district', 'street2', 'community'],
  ],
  ['of what its street must not hear', ['district'], [], false, ['district']],
  ['of what its community must not hear', ['district', 'street'], [], false, ['district', 'street']],
  [
    'of that after an area change',
    ['district', 'street'],
    moved(['district', 'street2']),
    false,
    ['district', 'street2'],
  ],
])('a unit’s request %s is told to those who decide', (_, toldAreas, before, arbitration, areaIds) => {
  const told = {
    id: 'c',
    number: '1',
    accountId: null,
    confidential: false,
    path,
    toldAreas,
    joinedInto: null,
    practice: false,
  }
  const tellings = tellingsOf(asked(arbitration) as JournalLine, { told, before, joined: [] })
  expect(tellings.map(({ kind, audience }) => [kind, audience])).toEqual([
    ['desk_requested', { to: 'deciders', areaIds }],
  ])
})

test('what is asked for once more is told to the centre, and a no to whoever asked', () => {
  const told = {
    ...{ id: 'c', number: '1', accountId: 'a', confidential: false, joinedInto: null, practice: false },
    ...{ path, toldAreas: path },
  }
  const tell = (kind: string, data: object) =>
    tellingsOf({ kind, data } as JournalLine, { told, before: [], joined: [] }).map((one) => [
      one.kind,
      one.audience,
    ])
  expect(tell('case.reopen_asked', {})).toEqual([
    ['desk_reopen_asked', { to: 'deciders', areaIds: ['district'] }],
  ])
  expect(tell('case.reopen_decided', { granted: false })).toEqual([
    ['own_reopen_refused', { to: 'reporter', accountId: 'a' }],
  ])
  expect(tell('case.reopen_decided', { granted: true })).toEqual([])
  for (const kind of ['case.reopen_asked', 'case.reopen_decided']) expect(toldKinds).toContain(kind)
})

test('whoever asked for it once more hears that a desk sent it back by itself', () => {
  const told = {
    ...{ id: 'c', number: '1', accountId: 'a', confidential: false, joinedInto: null, practice: false },
    ...{ path, toldAreas: path },
  }
  const checked = (seq: number) =>
    tellingsOf({ kind: 'case.checked', data: { passed: false }, seq } as unknown as JournalLine, {
      told,
      before: [
        { kind: 'case.dispatched', data: { units: [{ unitId: 'u', role: 'lead', dueAt: 'd' }] }, seq: 3 },
        { kind: 'case.reopen_decided', data: { granted: true }, seq: 8 },
      ],
      joined: [],
    }).map((one) => [one.kind, one.facts.unitId])
  expect(checked(9)).toEqual([
    ['unit_sent_back', 'u'],
    ['own_reopened', 'u'],
  ])
  // Sent back again, long after: nobody had asked this time.
  expect(checked(12)).toEqual([['unit_sent_back', 'u']])
})
