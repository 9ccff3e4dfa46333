import { afterAll, beforeAll, expect, test } from 'vitest'
import { wallsAgree } from '../../testing/wall-agrees.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { act } from '../../testing/world-client.ts'
import type { Receipt } from '../contract.ts'
import type { ReportsPage, Wall } from './contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const levels = () => {
  const { district, street1, street2, community1, grid1 } = world.places
  return [district, street1, street2, community1, grid1].map(({ id }) => id)
}
const wall = async (by: Parameters<World['as']>[0], areaId?: string) => {
  await world.followersSettled()
  return world.as(by).sees<Wall>(`/api/wall${areaId === undefined ? '' : `?areaId=${areaId}`}`)
}
const reported = async (words: string) => {
  const report = act({ words, place: world.places.building1.placeCode })
  return (await world.anonymous().does<Receipt>('/api/reports', report)).caseId
}
const screened = async (caseId: string, more: object = {}) =>
  world
    .as('centre')
    .does(`/api/cases/${caseId}/screen`, act({ matter: 'FA02', summary: '楼道灯不亮', ...more }))

test('every number is a plain count and the length of its list, at every level, whatever the clock has turned', async () => {
  const ids = await Promise.all(['一楼灯不亮', '二楼灯不亮', '三楼灯不亮'].map(reported))
  expect(await wallsAgree(world, levels())).toBeGreaterThan(50)
  await screened(ids[0]!)
  await world.as('centre').does(`/api/cases/${ids[0]}/dispatch`, act())
  await screened(ids[1]!)
  await wallsAgree(world, levels())
  expect((await wall('centre')).open).toMatchObject({ green: 3, red: 0 })
  // Nobody does anything, and no line is written: only time goes by.
  for (const hours of [3, 30, 200]) {
    world.clock.advance({ hours })
    await wallsAgree(world, levels())
  }
  expect((await wall('centre')).open).toMatchObject({ green: 0, red: 3 })
  await world.as('property').does(`/api/cases/${ids[0]}/sign`, act())
  await wallsAgree(world, levels())
  expect((await wall('centre')).stages).toEqual([
    { stage: 'accepted', open: 1 },
    { stage: 'screened', open: 1 },
    { stage: 'signed', open: 1 },
  ])
})

test('what is confidential, practised or kept from a community counts on no wall that must not know of it', async () => {
  const { community1, street1 } = world.places
  const before = await wall('centre', street1.id)
  const inCommunity = await wall('centre', community1.id)
  await reported('举报有人贪污受贿')
  await reported('投诉网格员态度恶劣')
  const after = await wall('centre', street1.id)
  const total = ({ open }: Wall) => open.red + open.yellow + open.green + open.none + open.stopped
  expect(total(after) - total(before)).toBe(1)
  expect((await wall('centre', community1.id)).open).toEqual(inCommunity.open)
  expect((after.day.accepted ?? 0) - (before.day.accepted ?? 0)).toBe(1)
  await wallsAgree(world, levels())
  const later = await reported('邻居家里的事情')
  await wallsAgree(world, levels())
  const counted = await wall('centre', community1.id)
  await screened(later, { matter: 'MJ01' })
  const hidden = await wall('centre', community1.id)
  expect(total(counted) - total(hidden)).toBe(1)
  expect((counted.day.accepted ?? 0) - (hidden.day.accepted ?? 0)).toBe(1)
  await wallsAgree(world, levels())
})

test('each sees the wall of what is theirs, and no other', async () => {
  const { street1, street2, community1 } = world.places
  expect((await wall('street')).area.id).toBe(street1.id)
  expect((await wall('community')).steps.map(({ id }) => id)).toEqual([community1.id])
  expect((await world.as('street').get(`/api/wall?areaId=${street2.id}`)).refusal).toBe('not_permitted')
  expect((await world.as('community').get(`/api/wall?areaId=${street1.id}`)).refusal).toBe('not_permitted')
  for (const path of ['/api/wall', '/api/figures/trend', '/api/wall/stream']) {
    expect((await world.anonymous().get(path)).refusal).toBe('sign_in_needed')
  }
  for (const path of ['/api/wall', '/api/wall/stream'])
    expect((await world.as('property').get(path)).refusal).toBe('not_permitted')
  const days = 'count=accepted&from=2020-01-01&to=2020-01-02'
  expect((await world.as('street').get(`/api/figures/cases?${days}`)).refusal).toBe('figure_too_old')
  const wrong = 'count=accepted&from=2026-01-02&to=2026-01-01'
  expect((await world.as('street').get(`/api/figures/cases?${wrong}`)).refusal).toBe('input_invalid')
})

test('what many report is hot, what is due stands in its order, and today is told as it happens', async () => {
  const [first, ...others] = await Promise.all(
    ['广场舞太吵', '广场舞噪声', '晚上广场舞', '广场舞扰民'].map(reported),
  )
  await screened(first!, { matter: 'HJ03', summary: '广场舞噪声' })
  for (const id of others) await world.as('centre').does(`/api/cases/${id}/join`, act({ into: first }))
  const shown = await wall('centre')
  expect(shown.hot).toMatchObject([{ id: first, reports: 4, summary: '广场舞噪声' }])
  expect(shown.stream[0]).toMatchObject({ count: 'accepted' })
  const due = shown.soon.map(({ redAt }) => redAt)
  expect(due).toEqual(due.toSorted())
  expect(due.length).toBeGreaterThan(0)
  expect(JSON.stringify(shown)).not.toContain('太吵')
  await wallsAgree(world, levels())
  world.clock.advance({ days: 7, minutes: 1 })
  await reported('井盖松了')
  expect((await wall('centre')).lastWeek.accepted).toBeGreaterThan(3)
  await wallsAgree(world, levels())
})

test('a case that is taken out of another stands by itself again', async () => {
  const [one, two] = await Promise.all(['井盖松了', '井盖响'].map(reported))
  await screened(one!)
  await world.as('centre').does(`/api/cases/${two}/join`, act({ into: one }))
  await wallsAgree(world, levels())
  await screened(two!)
  await wallsAgree(world, levels())
})

test('the reports of one thing are read on page by page, and are as many as the asker may see', async () => {
  const { hot } = await wall('centre')
  const whole = hot.find(({ reports }) => reports > 2)!
  const read = (by: Parameters<World['as']>[0], query = '') =>
    world.as(by).sees<ReportsPage>(`/api/cases/${whole.id}/reports?limit=2${query}`)
  const first = await read('centre')
  const rest = await read('centre', `&after=${encodeURIComponent(first.next!)}`)
  const ids = [...first.rows, ...rest.rows].map(({ id }) => id)
  expect(new Set(ids).size).toBe(whole.reports)
  expect(ids).toEqual(ids.toSorted().reverse())
  expect(rest.next).toBeNull()
  const strange = await world.as('street2').get(`/api/cases/${whole.id}/reports`)
  expect(strange.refusal).toBe('not_found')
})

test('a complaint that the desk above put among reports is in no number that its community reads', async () => {
  const reports = await Promise.all(['电梯坏了', '电梯不动', '电梯停了'].map(reported))
  const complaint = await reported('投诉网格员态度恶劣，电梯的事不管')
  const [whole, ...others] = reports
  await screened(whole!, { matter: 'FA02', summary: '电梯停运' })
  for (const id of [...others, complaint])
    await world.as('centre').does(`/api/cases/${id}/join`, act({ into: whole }))
  for (const by of ['centre', 'street', 'community'] as const) {
    const hot = (await wall(by, world.places.community1.id)).hot.find(({ id }) => id === whole)
    const list = await world.as(by).sees<ReportsPage>(`/api/cases/${whole}/reports`)
    expect([by, hot?.reports, list.total, list.rows.length]).toEqual([by, 3, 3, 3])
    expect(list.rows.map(({ id }) => id)).not.toContain(complaint)
  }
  await wallsAgree(world, levels())
})

test('read from the journal anew, it is the same', async () => {
  const before = await wall('centre')
  const figures = () => world.sql('reader', 'select * from figures order by 1, 2, 3, 4, 5, 6')
  const facts = () => world.sql('reader', 'select * from figure_facts order by 1, 2, 3, 4, 5')
  const kept = [await figures(), await facts()]
  await world.rebuilt()
  expect(await wall('centre')).toEqual(before)
  expect([await figures(), await facts()]).toEqual(kept)
})
