import { expect, test } from 'vitest'
import type { OwnLook } from '../../../people/rights/contract.ts'
import { groupLooks } from './group-looks.ts'

const station = { zh: '柳巷社区居委会', en: 'Liuxiang committee' }
const grid = { zh: '柳巷第一网格', en: '' }
const look = (lastAt: string, more: Partial<OwnLook>): OwnLook => ({
  what: 'page',
  purpose: null,
  words: null,
  firstAt: lastAt,
  lastAt,
  times: 1,
  post: 'community_desk',
  unit: station,
  area: null,
  ...more,
})

test('looks of one post are counted together, those at the whole number are kept apart, the latest post is first', () => {
  const number = look('2026-11-17T02:00:00Z', { what: 'identity', purpose: 'service', words: '办卡' })
  const groups = groupLooks([
    look('2026-11-18T02:00:00Z', { post: 'grid_worker', unit: null, area: grid, times: 2 }),
    number,
    look('2026-11-16T02:00:00Z', { times: 3 }),
    look('2026-11-15T02:00:00Z', { post: 'grid_worker', unit: null, area: grid }),
    look('2026-11-14T02:00:00Z', { post: null, unit: null }),
  ])
  expect(new Set(groups.map(({ key }) => key)).size).toBe(3)
  expect(groups).toMatchObject([
    { post: 'grid_worker', where: grid, times: 3, lastAt: '2026-11-18T02:00:00Z', identity: [] },
    { post: 'community_desk', where: station, times: 4, lastAt: '2026-11-17T02:00:00Z', identity: [number] },
    { post: null, where: null, times: 1, lastAt: '2026-11-14T02:00:00Z', identity: [] },
  ])
})

test('nobody looked', () => expect(groupLooks([])).toEqual([]))
