import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../testing/world.ts'
import { act, type Person } from '../../../testing/world-client.ts'
import type { ImportOverview, RowPage } from './contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const read = async (desk: Person, ...rows: string[]): Promise<string> => {
  const lines = ['小区,楼栋,房号,姓名,电话', ...rows.map((row) => `柳岸小区,3栋,${row}`)]
  const file = { bytes: Buffer.from(`${lines.join('\n')}\n`), type: 'text/csv', name: 'a.csv' }
  return `/api/register/imports/${(await desk.upload<ImportOverview>('/api/register/imports', file)).body.id}`
}
const names = async (desk: Person, at: string) =>
  (await desk.sees<RowPage>(`${at}/rows`)).rows.map(({ name, state }) => [name, state])

test('a community goes to another street: its files go with it, and its people leave the files of the old one', async () => {
  const [community, before, after] = [world.as('community'), world.as('street'), world.as('street2')]
  const ofCommunity = await read(community, '201,司马远,13800000421', '202,欧阳近,13800000422')
  const ofStreet = await read(before, '203,上官来,13800000423', '204,夏侯往,13800000424')
  await before.does(`${ofStreet}/take`, { rows: [1] })
  const all = [
    ['司马远', 'waiting'],
    ['欧阳近', 'waiting'],
  ]
  expect(await names(before, ofCommunity)).toEqual(all)
  expect((await after.get(ofCommunity)).refusal).toBe('not_found')

  const move = act({ parentId: world.places.street2.id, fromDay: '2026-11-18' })
  await world.as('administrator').does(`/api/areas/${world.places.community1.id}/move`, move)
  await world.followersSettled()

  for (const way of ['', '/rows', '/returned?language=zh'])
    expect((await before.get(`${ofCommunity}${way}`)).refusal, way).toBe('not_found')
  expect((await before.post(`${ofCommunity}/undo`, {})).refusal).toBe('not_found')
  expect(await names(after, ofCommunity)).toEqual(all)
  expect(await names(community, ofCommunity)).toEqual(all)

  // The old street's own file: ids of what it did, and nobody's name.
  expect(await names(before, ofStreet)).toEqual([
    [null, 'taken'],
    [null, 'stale'],
  ])
  const kept = `select 1 from register_import_rows where import_id = $1 and plan is not null`
  expect(await world.sql('owner', kept, [ofStreet.split('/').at(-1)])).toEqual([])
  const undone = await before.does<ImportOverview>(`${ofStreet}/undo`, {})
  expect(undone.states).toEqual({ kept: 1, stale: 1 })
  const standing = `select name from persons where name = '上官来'`
  expect(await world.sql('owner', standing)).toEqual([{ name: '上官来' }])
  expect((await world.verify()).flaws).toEqual([])
})
