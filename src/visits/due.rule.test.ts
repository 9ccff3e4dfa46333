import { expect, test } from 'vitest'
import type { HomeNeeds } from '../people/register/home-needs.contract.ts'
import { type HomePlan, inOrder, type LastVisits, planOf } from './due.rule.ts'
import { daysOn, rulesOn, startingDays } from './rules.rule.ts'

const today = '2026-11-18'
const home: HomeNeeds = {
  homeId: '00000000-0000-7000-8000-000000000001',
  label: '1-101',
  buildingId: '00000000-0000-7000-8000-000000000002',
  reach: [],
  communityId: '00000000-0000-7000-8000-000000000003',
  gridId: null,
  firstDay: '2020-03-01',
  lastDay: '2020-03-01',
  care: [],
  oldAloneSince: null,
}
const unvisited: LastVisits = { metOn: null, missedOn: null, declinedOn: null }
const alone = { care: [{ kind: 'living_alone', since: '2026-10-01' }] } as const

type Expected = Partial<Pick<HomePlan, 'why' | 'dueOn' | 'everyDays' | 'missedOn'>> | null

test.each<[string, Partial<HomeNeeds>, Partial<LastVisits>, Expected]>([
  ['nobody ever came', {}, {}, { why: 'yearly', dueOn: '2021-03-01', everyDays: 365 }],
  ['met a month ago', {}, { metOn: '2026-10-18' }, { why: 'yearly', dueOn: '2027-10-18' }],
  ['lives alone, never visited', alone, {}, { why: 'often', dueOn: '2021-03-01', everyDays: 30 }],
  [
    'lives alone, met since',
    alone,
    { metOn: '2026-10-20' },
    { why: 'often', dueOn: '2026-11-19', everyDays: 30 },
  ],
  ['met before the flag', alone, { metOn: '2026-09-20' }, { why: 'often', dueOn: '2026-10-31' }],
  [
    'an old person alone',
    { oldAloneSince: '2024-01-01' },
    { metOn: '2026-11-01' },
    { why: 'often', dueOn: '2026-12-01' },
  ],
  [
    'moved in last week',
    { firstDay: '2026-11-10', lastDay: '2026-11-10' },
    {},
    { why: 'arrival', dueOn: '2026-11-24' },
  ],
  [
    'moved in last week, met since',
    { firstDay: '2026-11-10', lastDay: '2026-11-10' },
    { metOn: '2026-11-12' },
    { why: 'yearly', dueOn: '2027-11-12' },
  ],
  [
    'moved in weeks ago, and nobody met them since',
    { lastDay: '2026-10-01' },
    { metOn: '2026-05-01' },
    { why: 'arrival', dueOn: '2026-10-15' },
  ],
  [
    'moved in weeks ago, met since',
    { lastDay: '2026-10-01' },
    { metOn: '2026-10-01' },
    { why: 'yearly', dueOn: '2027-10-01' },
  ],
  [
    'moved in long ago',
    { lastDay: '2026-05-20' },
    { metOn: '2026-05-01' },
    { why: 'yearly', dueOn: '2027-05-01' },
  ],
  [
    'nobody home yesterday',
    alone,
    { metOn: '2026-10-01', missedOn: '2026-11-17' },
    { dueOn: '2026-11-20', missedOn: '2026-11-17' },
  ],
  [
    'nobody home before the last meeting',
    alone,
    { metOn: '2026-11-16', missedOn: '2026-11-10' },
    { dueOn: '2026-12-16', missedOn: null },
  ],
  [
    'nobody home long before it is due',
    {},
    { metOn: '2026-11-01', missedOn: '2026-11-05' },
    { dueOn: '2027-11-01' },
  ],
  ['declined', alone, { declinedOn: '2026-11-01' }, null],
  [
    'people who left had declined',
    { firstDay: '2026-11-10', lastDay: '2026-11-10' },
    { declinedOn: '2026-10-01' },
    { why: 'arrival' },
  ],
])('%s', (_, needs, last, expected) => {
  const plan = planOf({ ...home, ...needs }, { ...unvisited, ...last }, startingDays, today)
  if (expected === null) expect(plan).toBeNull()
  else expect(plan).toMatchObject(expected)
})

test('homes with a need come first, then the longest waiting', () => {
  const plan = (homeId: string, why: HomePlan['why'], dueOn: string) => ({ homeId, why, dueOn })
  const order = inOrder([
    plan('a', 'yearly', '2020-01-01'),
    plan('b', 'often', '2026-11-10'),
    plan('c', 'arrival', '2026-11-01'),
    plan('d', 'yearly', '2019-01-01'),
  ])
  expect(order.map(({ homeId }) => homeId)).toEqual(['c', 'b', 'd', 'a'])
})

test('a rule counts from its day on, the later one over the earlier', () => {
  const announced = [
    { need: 'disability', days: 45, validFrom: '2026-11-01' },
    { need: 'disability', days: 20, validFrom: '2026-12-01' },
  ] as const
  expect(daysOn('2026-10-31', announced).disability).toBe(60)
  expect(daysOn('2026-11-01', announced).disability).toBe(45)
  expect(daysOn('2026-12-01', announced)).toEqual({ ...startingDays, disability: 20 })
  expect(rulesOn('2026-11-18', announced)).toContainEqual(announced[0])
  expect(rulesOn('2026-11-18', announced)).toContainEqual({ need: 'yearly', days: 365, validFrom: null })
})
