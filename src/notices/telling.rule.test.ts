import { expect, test } from 'vitest'
import type { JournalLine } from '../platform/follower.ts'
import { type About, tellingsOf } from './telling.rule.ts'

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
