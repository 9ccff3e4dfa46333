import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const reported = async (): Promise<string> => {
  const body = { requestId: randomUUID(), words: '楼道灯不亮', place: world.places.building1.placeCode }
  return (await world.anonymous().does<{ caseId: string }>('/api/reports', body)).caseId
}
const join = (caseId: string, into: string) =>
  world.as('community').post(`/api/cases/${caseId}/join`, { requestId: randomUUID(), into })

test('of two that are joined into each other at once, one is joined and the other told so', async () => {
  await world.as('community').sees('/api/me')
  for (let round = 0; round < 12; round += 1) {
    const [one, other] = [await reported(), await reported()]
    const answers = await Promise.all([join(one, other), join(other, one)])
    const done = answers.filter(({ status }) => status === 200)
    const refused = answers.filter(({ status }) => status === 409)
    expect([done.length, refused.length], JSON.stringify(answers)).toEqual([1, 1])
    // Not a ring that the database had to break after a second of waiting.
    expect(['case_move_not_allowed', 'version_conflict']).toContain(refused[0]!.refusal)
  }
  const { rows } = { rows: await world.sql('reader', `select id from cases where stage = 'joined'`) }
  expect(rows).toHaveLength(12)
  expect((await world.verify()).flaws).toEqual([])
})
