import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../testing/world.ts'
import { act } from '../../testing/world-client.ts'
import type { Receipt } from '../contract.ts'
import type { BehindPage, Figures, Trend } from './contract.ts'
import type { MeasureCode } from './measures.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ now: '2026-10-09T09:00:00+08:00' })
})
afterAll(() => world.close())

const reported = async (areaId: string, matter?: string) => {
  const { caseId } = await world
    .anonymous()
    .does<Receipt>('/api/reports', act({ words: '楼道灯不亮', areaId }))
  if (matter !== undefined)
    await world.as('centre').does(`/api/cases/${caseId}/screen`, act({ matter, summary: '楼道灯不亮' }))
  return caseId
}
const read = async (query: string) => {
  await world.followersSettled()
  return world.as('centre').sees<Figures>(`/api/figures?${query}`)
}
const said = (row: Figures['whole'], measure: MeasureCode) =>
  row.figures.find((figure) => figure.measure === measure)!

test('a month stands beside the month before, and its parts and matters amount to it', async () => {
  const { grid1, grid4 } = world.places
  await reported(grid1.id, 'FA02')
  await reported(grid4.id, 'FA02')
  world.clock.set('2026-11-18T09:30:00+08:00')
  for (const area of [grid1, grid1, grid4]) await reported(area.id, 'FA02')
  await reported(grid1.id, 'HJ03')
  await reported(grid1.id)
  const november = await read('from=2026-11-01&to=2026-11-30')
  expect(said(november.whole, 'accepted')).toMatchObject({ value: 5, before: 2, lastYear: 0 })
  const sum = (rows: readonly Figures['whole'][]) =>
    rows.reduce((all, row) => all + said(row, 'accepted').value!, 0)
  expect(sum(november.parts)).toBe(5)
  expect(sum(november.matters)).toBe(5)
  expect(november.matters.map(({ matter }) => matter?.code ?? null)).toEqual(['FA02', null, 'HJ03'])
  const light = await read('from=2026-11-01&to=2026-11-30&matter=FA02')
  expect(said(light.whole, 'accepted')).toMatchObject({ value: 3, before: 2 })
  // Days that are no whole months say the same of the same time.
  const days = await read('from=2026-10-02&to=2026-11-29')
  expect(said(days.whole, 'accepted').value).toBe(7)
})

test('a case that gets another matter takes with it all that it counted', async () => {
  const caseId = await reported(world.places.grid1.id, 'FA02')
  const count = async (matter: string) =>
    said((await read(`from=2026-11-01&to=2026-11-30&matter=${matter}`)).whole, 'accepted').value!
  const [lamp, noise] = [await count('FA02'), await count('HJ03')]
  const other = await reported(world.places.grid1.id, 'FA02')
  await world.as('centre').does(`/api/cases/${caseId}/join`, act({ into: other }))
  await world.as('centre').does(`/api/cases/${caseId}/screen`, act({ matter: 'HJ03', summary: '晚上太吵' }))
  expect([await count('FA02'), await count('HJ03')]).toEqual([lamp, noise + 1])
})

test('a share of fewer than five is not said', async () => {
  const figures = await read('from=2026-11-01&to=2026-11-30')
  expect(said(figures.whole, 'satisfaction_rate')).toMatchObject({ value: null, of: 0 })
})

test('last month’s figures stay with last month’s map', async () => {
  const { street1, street2, community1 } = world.places
  const of = async (areaId: string) => read(`areaId=${areaId}&from=2026-11-01&to=2026-11-30`)
  const before = await of(street1.id)
  const move = act({ parentId: street2.id, fromDay: '2026-11-18' })
  await world.as('administrator').does(`/api/areas/${community1.id}/move`, move)
  const part = (figures: Figures) => figures.parts.find(({ area }) => area.id === community1.id)
  expect(await of(street1.id)).toEqual(before)
  expect(part(before)).toBeDefined()
  expect(said(part(await of(street2.id))!, 'accepted').value).toBe(0)
})

test('a trend says what is ordinary only where it is known, and each of its days opens', async () => {
  const trend = await world.as('centre').sees<Trend>('/api/figures/trend?days=28')
  expect(trend.days).toHaveLength(28)
  expect(trend.days.at(-1)).toMatchObject({ day: '2026-11-18' })
  expect(trend.days.at(-1)!.ordinary).not.toBeNull()
  expect(trend.days[0]!.ordinary).toBeNull()
  const day = trend.days.at(-1)!
  const query = `count=accepted&from=${day.day}&to=${day.day}&limit=2`
  const numbers: string[] = []
  for (let after: string | null = ''; after !== null; ) {
    const key: string = after && `&after=${after}`
    const page: BehindPage = await world.as('centre').sees(`/api/figures/cases?${query}${key}`)
    expect(page.total).toBe(day.count)
    numbers.push(...page.rows.map(({ number }) => number))
    after = page.next
  }
  expect(new Set(numbers).size).toBe(day.count)
})

test('a complaint about workers counts above them, though it was accepted before first lines said from whom it is kept', async () => {
  const community = world.places.grid4.path[2]!
  const accepted = async (areaId: string) =>
    said((await read(`from=2026-11-01&to=2026-11-30&areaId=${areaId}`)).whole, 'accepted').value!
  const street = world.places.grid4.path[1]!
  const [above, below] = [await accepted(street), await accepted(community)]
  const caseId = await reported(world.places.grid4.id)
  await world.sql('owner', `insert into figure_depths (case_id, depth) values ('${caseId}', 2)`)
  expect([await accepted(street), await accepted(community)]).toEqual([above + 1, below])
})
