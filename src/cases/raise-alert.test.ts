import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const raised = async (place: object): Promise<string> => {
  const body = { requestId: randomUUID(), words: '楼道里着火了', ...place }
  return (await world.anonymous().does<{ alertId: string }>('/api/alerts', body)).alertId
}
const take = (name: 'worker' | 'community' | 'centre', alertId: string) =>
  world.as(name).post(`/api/alerts/${alertId}/take`)
const linesOf = (alertId: string) =>
  world.sql<{ kind: string; chain: string; actor: string }>(
    'reader',
    'select kind, chain, actor from journal where subject = $1 order by recorded_at, n',
    [alertId],
  )

test('the first who takes an emergency has it, on the record; a second is told so', async () => {
  const alertId = await raised({ place: world.places.building1.placeCode })
  expect((await take('worker', alertId)).status).toBe(200)
  expect(await take('community', alertId)).toMatchObject({ status: 409, refusal: 'alert_taken' })
  expect((await take('worker', alertId)).status).toBe(200)
  const chain = world.places.community1.id
  expect(await linesOf(alertId)).toMatchObject([
    { kind: 'emergency.alerted', chain },
    { kind: 'emergency.taken', chain, actor: `account:${world.staff.worker.accountId}` },
  ])
  const [row] = await world.sql<{ seen_by: string }>('reader', 'select seen_by from alerts where id = $1', [
    alertId,
  ])
  expect(row!.seen_by).toBe(world.staff.worker.accountId)
})

test('of two who take it at once, one has it', async () => {
  const alertId = await raised({ place: world.places.building1.placeCode })
  const answers = await Promise.all([take('worker', alertId), take('community', alertId)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  expect(await linesOf(alertId)).toHaveLength(2)
})

test('where no place was said, it stands on the chain of the district', async () => {
  const alertId = await raised({})
  expect((await take('centre', alertId)).status).toBe(200)
  const chains = new Set((await linesOf(alertId)).map(({ chain }) => chain))
  expect(chains).toEqual(new Set([world.places.district.id]))
  expect((await world.verify()).flaws).toEqual([])
})

test('an emergency that is not there cannot be taken', async () => {
  expect(await take('worker', randomUUID())).toMatchObject({ status: 404 })
})
