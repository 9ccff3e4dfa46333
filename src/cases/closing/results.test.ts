import { afterAll, beforeAll, expect, test } from 'vitest'
import { photo } from '../../testing/photo.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { act } from '../../testing/world-client.ts'
import type { Receipt } from '../contract.ts'
import type { CallResults } from './closing.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const centre = () => world.as('centre')
const results = (month = '2026-11') => centre().sees<CallResults>(`/api/call-backs/results?month=${month}`)

/** A case of the property firm, answered, asked about and closed. */
async function closed(said: object | null, seed: number): Promise<void> {
  const contact = { name: '吴阿姨', phone: `1390000${1000 + seed}` }
  const place = world.places.building1.placeCode
  const report = act({ words: `楼道灯不亮，第 ${seed} 层`, place, contact })
  const { caseId } = await world.anonymous().does<Receipt>('/api/reports', report)
  const at = `/api/cases/${caseId}`
  await world.as('community').does(`${at}/screen`, act({ matter: 'FA02', summary: '楼道灯不亮' }))
  await world.as('community').does(`${at}/dispatch`, act())
  world.clock.advance({ minutes: 1 })
  const property = world.as('property')
  await property.does(`${at}/sign`, act())
  const file = { bytes: await photo(seed), type: 'image/jpeg' }
  const { body } = await property.upload<{ fileId: string }>('/api/photos', file)
  await property.does(`${at}/resolve`, act({ note: '修好了', photos: [body.fileId] }))
  await world.as('community').does(`${at}/reply`, act({ answer: '已经修好' }))
  if (said) await centre().does(`${at}/call-back`, act(said))
  await centre().does(`${at}/check`, act({ passed: true }))
  await centre().does(`${at}/close`, act())
}

const yes = (way: string, rating = 5) => ({ way, outcome: 'answered', solved: true, rating })

test('of fewer than five who answered nothing is said; of five, by what way and what', async () => {
  await closed(null, 1)
  await closed({ way: 'telephone', outcome: 'declined' }, 2)
  for (const [at, way] of ['telephone', 'telephone', 'visit', 'message'].entries())
    await closed(yes(way), 10 + at)
  const unit = { id: world.units.property1 }
  expect(await results()).toMatchObject({
    least: 5,
    rows: [{ unit, closed: 6, called: 5, reached: 4, said: null }],
  })
  await closed(yes('telephone', 3), 20)
  const ways = { telephone: 3, message: 1, visit: 1 }
  expect(await results()).toMatchObject({
    rows: [{ unit, closed: 7, called: 6, reached: 5, said: { ways, solved: 5, satisfied: 5, reopened: 0 } }],
  })
  expect((await results('2026-10')).rows).toEqual([])
})

test('whoever closes nothing is told nothing, and no other street sees the units of this one', async () => {
  expect((await world.as('property').get('/api/call-backs/results')).refusal).toBe('not_permitted')
  const other = await world.as('street2').get<CallResults>('/api/call-backs/results')
  expect(other.refusal ?? other.body.rows).toEqual(other.refusal === null ? [] : 'not_permitted')
})
