import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { World } from '../../testing/world.ts'
import { openWorld } from '../../testing/world.ts'
import { personAt } from '../../testing/world-client.ts'
import type { Me } from '../contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const act = (body: object = {}) => ({ requestId: randomUUID(), ...body })

test.each(['signed out', 'expired'])('whose session is %s writes nothing as somebody else', async (how) => {
  const phone = how === 'expired' ? '13900000031' : '13900000032'
  const resident = world.resident(phone)
  const headers = { ...(await resident.headers()), 'x-linli-client': 'ab'.repeat(32) }
  const lost = personAt(world.app, async () => headers)
  const report = { words: '楼道灯不亮', areaId: world.places.grid1.id }
  await lost.does('/api/reports', act(report))
  if (how === 'expired') world.clock.advance({ hours: 24 * 60 })
  else await lost.does('/api/auth/sign-out', {})

  expect((await lost.post('/api/reports', act(report))).refusal).toBe('sign_in_needed')
  expect((await lost.post('/api/notices/read', { ids: [randomUUID()] })).refusal).toBe('sign_in_needed')
  // Reading goes on, an emergency is heard, and the way back in is open.
  expect((await lost.sees<Me>('/api/me')).account).toBeNull()
  expect((await lost.get('/api/board')).status).toBe(200)
  const alert = act({ words: '家里着火了快来', areaId: world.places.grid1.id })
  expect((await lost.post('/api/alerts', alert)).status).toBe(201)
  expect((await lost.post('/api/auth/sign-out', {})).refusal).not.toBe('sign_in_needed')
})
