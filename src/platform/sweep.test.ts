import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { photo } from '../testing/photo.ts'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import { forgetRequests, sweep } from './sweep.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('a photograph that no case shows goes after two days, a shown one stays, and old request ids end', async () => {
  const resident = world.anonymous()
  const upload = async (red: number) =>
    (
      await resident.upload<{ fileId: string }>('/api/photos', {
        bytes: await photo(red),
        type: 'image/jpeg',
      })
    ).body.fileId
  const [shown, forgotten] = [await upload(1), await upload(2)]
  const body = { requestId: randomUUID(), words: '墙裂了', areaId: world.places.grid1.id, photos: [shown] }
  const { receiptCode } = await resident.does<{ receiptCode: string }>('/api/reports', body)
  expect(await sweep(world.district, world.clock)).toEqual({ files: 0 })
  world.clock.advance({ hours: 49 })
  expect(await sweep(world.district, world.clock)).toEqual({ files: 1 })
  const left = await world.sql<{ id: string }>('reader', 'select id from files')
  expect(left.map((row) => row.id)).toEqual([shown])
  expect(left.map((row) => row.id)).not.toContain(forgotten)
  const seen = await world.app.inject({
    url: `/api/photos/${shown}`,
    headers: await resident.withReceipt(receiptCode).headers(),
  })
  expect(seen.headers['content-type']).toBe('image/jpeg')
  world.clock.advance({ hours: 24 * 91 })
  expect(await forgetRequests(world.district, world.clock.now().subtract({ hours: 24 * 90 }))).toBe(1)
})
