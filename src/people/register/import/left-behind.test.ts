import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../testing/world.ts'
import { act } from '../../../testing/world-client.ts'
import type { ImportOverview } from './contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('whoever goes to another community leaves the files behind that they read; who has both keeps them', async () => {
  const desk = world.as('community')
  const rows = ['小区,楼栋,房号,姓名,电话', '柳岸小区,3栋,102,司马远,13800000419', '柳岸小区,3栋,103,,1']
  const file = { bytes: Buffer.from(`${rows.join('\n')}\n`), type: 'text/csv', name: 'a.csv' }
  const { id } = (await desk.upload<ImportOverview>('/api/register/imports', file)).body
  const at = `/api/register/imports/${id}`
  const status = async (url: string) =>
    (await world.app.inject({ url, headers: await desk.headers() })).statusCode
  const answers = async () => {
    const read = await Promise.all([at, `${at}/rows`, `${at}/returned`].map(status))
    const { imports } = await desk.sees<{ imports: unknown[] }>('/api/register/imports')
    return [...read, imports.length]
  }
  expect(await answers()).toEqual([200, 200, 200, 1])
  const { accountId, postId } = world.staff.community
  const elsewhere = { accountId, kind: 'community_desk', areaId: world.places.community3.id }
  const administrator = world.as('administrator')
  await administrator.does('/api/posts', act({ ...elsewhere, unitId: world.units.committee3 }))
  expect(await answers()).toEqual([200, 200, 200, 1])
  await administrator.does('/api/posts/end', { postId })
  expect(await answers()).toEqual([404, 404, 404, 0])
  for (const name of ['take', 'undo', 'drop'])
    expect((await desk.post(`${at}/${name}`, {})).refusal, name).toBe('not_found')
})
