import { expect, test } from 'vitest'
import type { Rung } from '../../cases/door.ts'
import type { Telling } from '../telling.rule.ts'
import { composeForGroup, composeForOne, type Item } from './compose.rule.ts'
import { robotsFor } from './robots-told.rule.ts'

const base = 'https://linli.example.org'
const item = (over: Partial<Item> = {}): Item => ({
  kind: 'unit_dispatched',
  caseId: 'case1',
  whistleId: null,
  number: '20261118-1234567-8',
  matter: { zh: '占道经营', en: 'Street trading' },
  light: 'green',
  area: { zh: '柳巷社区', en: 'Liuxiang Community' },
  communityId: 'community1',
  emergency: null,
  confidential: false,
  ...over,
})

test('one thing is one line, in both languages', () => {
  expect(composeForGroup([item()], 'zh', base)).toEqual({
    title: '新派单，请签收',
    counts: null,
    lines: [{ text: '20261118-1234567-8，占道经营，正常，柳巷社区', link: `${base}/console/cases/case1` }],
    rest: null,
    link: null,
  })
  expect(composeForGroup([item({ matter: null })], 'en', null)).toMatchObject({
    title: 'New case to sign for',
    lines: [{ text: '20261118-1234567-8, matter not named yet, On time, Liuxiang Community', link: null }],
  })
})

test('seven things are one message with counts, five lines, the most urgent first', () => {
  const lights = ['green', 'none', 'red', 'yellow', 'green', 'green'] as const
  const items = [
    ...lights.map((light, i) => item({ light, number: `number${i}` })),
    item({ kind: 'alert', caseId: null, number: null, matter: null, light: 'none' }),
  ]
  const message = composeForGroup(items, 'zh', base)!
  expect(message.title).toBe('有 7 件事要看')
  expect(message.counts).toBe('急事，请马上去看 1 件，新派单，请签收 6 件')
  expect(message.lines).toHaveLength(5)
  expect(message.lines.map(({ text }) => text.split('，').at(-4) ?? text).slice(1, 3)).toEqual([
    'number2',
    'number3',
  ])
  expect(message.lines[0]!.text).toBe('急事，请马上去看，柳巷社区')
  expect(message.rest).toBe('还有 2 件没有列出')
  expect(message.link).toEqual({ text: '打开邻里', address: `${base}/console/notices` })
})

test('what is confidential reaches no group, and of it one is told only that it waits', () => {
  const hidden = item({ confidential: true })
  expect(composeForGroup([hidden], 'zh', base)).toBe(null)
  expect(composeForGroup([hidden, item({ number: 'other' })], 'zh', base)!.lines).toHaveLength(1)
  expect(composeForOne([hidden], 'zh', base)).toEqual({
    title: '有事等您处理，请打开邻里查看',
    lines: [],
    link: `${base}/console/notices`,
    path: '/console/notices',
  })
})

test('what stands on a locked screen has neither matter nor place', () => {
  const one = composeForOne([item({ kind: 'own_replied' })], 'zh', base)!
  expect(one).toEqual({
    title: '您反映的事有答复了，请看看并评价',
    lines: ['20261118-1234567-8'],
    link: `${base}/my/case1`,
    path: '/my/case1',
  })
  const many = composeForOne(
    Array.from({ length: 6 }, () => item()),
    'zh',
    null,
  )!
  expect([many.lines.length, many.lines.at(-1), many.link]).toEqual([6, '还有 1 件没有列出', null])
  expect(JSON.stringify([one, many])).not.toMatch(/占道|柳巷/)
})

const robots = [
  { id: 'district', areaId: 'district', unitId: null, reach: ['district'] },
  { id: 'street', areaId: 'street1', unitId: null, reach: ['district', 'street1'] },
  { id: 'community', areaId: 'community1', unitId: null, reach: ['district', 'street1', 'community1'] },
  { id: 'community2', areaId: 'community2', unitId: null, reach: ['district', 'street2', 'community2'] },
  { id: 'team', areaId: 'street1', unitId: 'team1', reach: ['district', 'street1'] },
]
const called = (kind: Telling['kind']) =>
  telling({ to: 'called', accountIds: ['a'] }, { kind, facts: { areaId: 'street1' } })
const areaIds = ['district', 'street1', 'community1', 'grid1']
const telling = (audience: Telling['audience'], over: Partial<Telling> = {}): Telling => ({
  kind: 'unit_dispatched',
  caseId: 'case1',
  facts: {},
  audience,
  confidential: false,
  ...over,
})
const climbing = (rung: Rung, unitIds: readonly string[]) => telling({ to: 'rung', rung, unitIds, areaIds })
const chosen = (of: Telling, among = robots) => robotsFor(of, among).map(({ id }) => id)

test.each([
  ['a unit’s work', telling({ to: 'units', unitIds: ['team1'] }), ['team']],
  ['another unit’s', telling({ to: 'units', unitIds: ['team2'] }), []],
  ['what comes in', telling({ to: 'grid_workers', areaIds }, { kind: 'grid_accepted' }), ['community']],
  ['what the street decides', telling({ to: 'deciders', areaIds }), ['street']],
  ['an emergency', telling({ to: 'nearest', areaIds }, { kind: 'alert' }), ['community']],
  [
    'an emergency somewhere',
    telling({ to: 'nearest', areaIds: ['district'] }, { kind: 'alert' }),
    ['district'],
  ],
  ['a report somewhere', telling({ to: 'grid_workers', areaIds: ['district'] }), []],
  ['somebody’s own', telling({ to: 'reporter', accountId: 'a' }), []],
  ['somebody’s account', telling({ to: 'holder', accountId: 'a' }), []],
  ['a step for a unit’s desk', climbing('desk', ['team1']), ['team']],
  ['a step for a unit’s head', climbing('unit_head', ['team1']), []],
  ['a step for the desk of the place', climbing('desk', []), ['community']],
  ['a step for the street', climbing('street', ['team1']), ['street']],
  ['a step for the district', climbing('district', ['team1']), ['district']],
  ['a declared emergency', called('emergency_called'), ['street', 'community']],
  ['the end of one', called('emergency_ended'), ['street', 'community']],
  ['a drill', called('drill_called'), []],
  ['what is confidential', telling({ to: 'units', unitIds: ['team1'] }, { confidential: true }), []],
] as const)('%s is told by these groups', (_what, of, ids) => {
  expect(chosen(of)).toEqual(ids)
})

test('without a group of its own a community is heard by its street, and never by the district', () => {
  const of = telling({ to: 'grid_workers', areaIds }, { kind: 'grid_accepted' })
  expect(
    chosen(
      of,
      robots.filter(({ id }) => id !== 'community'),
    ),
  ).toEqual(['street'])
  expect(
    chosen(
      of,
      robots.filter(({ id }) => id === 'district'),
    ),
  ).toEqual([])
})

test('an emergency says which and where, and opens where its reader works', () => {
  const flood = { modeId: 'm1', name: { zh: '防汛', en: 'Flood' }, atField: false }
  const street = { zh: '东渡街道', en: 'Dongdu Street' }
  const of = (atField: boolean) =>
    item({
      kind: 'emergency_called',
      caseId: null,
      number: null,
      matter: null,
      area: street,
      communityId: null,
      emergency: { ...flood, atField },
    })
  expect(composeForOne([of(false)], 'zh', base)).toEqual({
    title: '有应急状态，请看并确认',
    lines: ['防汛，东渡街道'],
    link: `${base}/console/emergency/m1`,
    path: '/console/emergency/m1',
  })
  expect(composeForGroup([of(false)], 'zh', base)).toMatchObject({
    title: '应急状态启动',
    lines: [{ text: '防汛，东渡街道' }],
  })
  expect(composeForOne([of(true)], 'en', base)).toMatchObject({
    lines: ['Flood, Dongdu Street'],
    path: '/field/',
  })
  expect(composeForOne([of(true), item({ kind: 'grid_accepted' })], 'zh', base)!.path).toBe('/field/')
  expect(composeForOne([of(true), of(true)], 'zh', base)!.lines[0]).toBe(
    '有应急状态，请看并确认，防汛，东渡街道',
  )
})
