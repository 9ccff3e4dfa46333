import excel from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Receipt } from '../cases/contract.ts'
import { handToProperty, threeSaySomething } from '../testing/assessment-acts.ts'
import { photo } from '../testing/photo.ts'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import { act, type Person } from '../testing/world-client.ts'
import { worldPassword } from '../testing/world-people.ts'
import type { FactPage } from './contract.ts'
import type { PartPage } from './parts.contract.ts'

let world: World
const month = '2026-12'
const desks = ['property', 'second', 'third'] as const
let at: string

/** Three desks of the property firm, each of which answers and resolves one case. */
beforeAll(async () => {
  world = await openWorld()
  at = `/api/assessment/units/${world.units.property1}`
  await world.as('centre').does('/api/assessment/formulas', act({ ...threeSaySomething, fromMonth: month }))
  world.clock.set('2026-12-02T09:30:00+08:00')
  for (const name of desks.slice(1)) {
    const post = { kind: 'unit_desk', areaId: world.places.estate1.id, unitId: world.units.property1 }
    await world
      .as('administrator')
      .does('/api/accounts', { accountName: name, password: worldPassword, name, posts: [post] })
  }
  // They chose a password of their own.
  await world.sql('owner', 'update auth_account set password_by_other = false')
})
afterAll(() => world.close())

const as = (name: string): Person => world.as(name as 'property')

async function resolve(by: Person, words: string, seed: number): Promise<Receipt> {
  const receipt = await handToProperty(world, words)
  await by.does(`/api/cases/${receipt.caseId}/sign`, act())
  const file = { bytes: await photo(seed), type: 'image/jpeg' }
  const { fileId } = (await by.upload<{ fileId: string }>('/api/photos', file)).body
  await by.does(`/api/cases/${receipt.caseId}/resolve`, act({ note: '换了灯泡', photos: [fileId] }))
  await world.followersSettled()
  return receipt
}

const posts = () => world.as('street').sees<PartPage>(`${at}/parts?month=${month}&by=post`)
const numbers = ({ rows }: PartPage) =>
  rows.map(({ key, measures }) => [
    key,
    measures.flatMap(({ measure, points, outOf }) =>
      points === null ? [] : [`${measure} ${points}/${outOf}`],
    ),
  ])
const behind = async () =>
  (await world.as('street').sees<FactPage>(`${at}/facts?month=${month}&post=unit_desk&measure=resolved`)).rows

test('a post is said once enough people held it, and opens down to its cases; of fewer nothing is there', async () => {
  const cases = [await resolve(as('property'), '楼道灯坏了', 901)]
  cases.push(await resolve(as('second'), '扶手松了', 902))
  cases.push(await resolve(as('second'), '墙皮掉了', 903))
  expect(numbers(await posts())).toEqual([['unit_desk', []]])
  expect(await behind()).toEqual([])
  const reach = { reach: [world.places.district.id], acts: ['assessment.see'] }
  expect(await world.sql('app', 'select * from post_groups', [], reach)).toEqual([])
  expect(await world.sql('reader', 'select said from post_groups where measure = $1', ['resolved'])).toEqual([
    { said: false },
  ])
  cases.push(await resolve(as('third'), '窗户破了', 904))
  expect(numbers(await posts())).toEqual([['unit_desk', ['responded 4/4', 'resolved 4/4']]])
  expect(new Set((await behind()).map(({ subject }) => subject))).toEqual(
    new Set(cases.map(({ caseId }) => caseId)),
  )
})

test('by whom something was done stands where no request reads it', async () => {
  const everything = { reach: [world.places.district.id], acts: ['assessment.see', 'people.manage'] }
  await expect(world.sql('app', 'select * from worker_parts', [], everything)).rejects.toThrow(
    'permission denied',
  )
})

test('a matter is said with its category, opens down to its cases, and goes out as a sheet', async () => {
  const see = (query: string) => world.as('street').sees<PartPage>(`${at}/parts?month=${month}&${query}`)
  const resolved = { measure: 'resolved', points: 4, outOf: 4 }
  const measures = expect.arrayContaining([expect.objectContaining(resolved)])
  expect((await see('by=matter')).rows).toMatchObject([{ key: 'FA02', measures }])
  const [category] = (await see('by=category')).rows
  expect(category).toMatchObject({ measures })
  expect((await see(`by=matter&category=${category!.key}`)).rows).toHaveLength(1)
  expect((await see('by=matter&category=none')).rows).toEqual([])
  const facts = async (query: string) =>
    (await world.as('street').sees<FactPage>(`${at}/facts?month=${month}&measure=resolved&${query}`)).rows
      .length
  expect(await facts('matter=FA02')).toBe(4)
  expect(await facts(`category=${category!.key}`)).toBe(4)
  expect([await facts('matter=FA03'), await facts('category=none')]).toEqual([0, 0])
  const sheet = await world.app.inject({
    url: `${at}/parts/sheet?month=${month}&by=matter&category=${category!.key}`,
    headers: await world.as('street').headers(),
  })
  expect(sheet.statusCode).toBe(200)
  const book = await new excel.Workbook().xlsx.load(new Uint8Array(sheet.rawPayload).buffer)
  const cells = book.worksheets.map((page) =>
    page.getSheetValues().flatMap((row) => (Array.isArray(row) ? row.map(String) : [])),
  )
  expect(cells[0]).toContain('100.0')
  expect(cells[1]).toEqual(expect.arrayContaining([month, '柳岸物业', '事项', '公共设施']))
  expect((await world.as('street2').get(`${at}/parts?month=${month}`)).refusal).toBe('not_permitted')
})

test('made anew, what is said of posts is the same', async () => {
  const kept = () => world.sql('reader', 'select * from post_groups order by unit_id, month, post, measure')
  const live = await kept()
  expect(live.length).toBeGreaterThan(0)
  await world.rebuilt()
  expect(await kept()).toEqual(live)
})
