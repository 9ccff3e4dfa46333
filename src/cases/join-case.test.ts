import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import { act } from '../testing/world-client.ts'
import type { CaseStory } from './story.contract.ts'

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

const seen = (caseId: string) => world.as('centre').sees<CaseStory>(`/api/cases/${caseId}`)
const rowOf = async (caseId: string) => {
  const [row] = await world.sql<{ dueMs: number; respondedMs: number | null }>(
    'reader',
    `select extract(epoch from response_due_at)::float8 * 1000 as "dueMs",
       extract(epoch from responded_at)::float8 * 1000 as "respondedMs" from cases where id = $1`,
    [caseId],
  )
  return row!
}

test('a case that is joined keeps the clock it had: the other’s matter gives its first answer no more time', async () => {
  const [one, other] = [await reported(), await reported()]
  await world
    .as('community')
    .does(`/api/cases/${other}/screen`, act({ matter: 'LJ01', summary: '邻里纠纷一起' }))
  const { dueAt } = (await seen(one)).response
  expect((await join(one, other)).status).toBe(200)
  expect((await seen(one)).response.dueAt).toBe(dueAt)
})

test('taken out again, its first answer is due later by what lay between, in row and account alike', async () => {
  const [one, other] = [await reported(), await reported()]
  const { dueAt } = (await seen(one)).response
  expect((await join(one, other)).status).toBe(200)
  world.clock.advance({ minutes: 30 })
  const screen = act({ matter: 'FA02', summary: '楼道里的灯不亮' })
  await world.as('community').does(`/api/cases/${one}/screen`, screen)
  const again = (await seen(one)).response.dueAt
  expect(Date.parse(again!) - Date.parse(dueAt!)).toBe(30 * 60_000)
  expect(await rowOf(one)).toEqual({ dueMs: Date.parse(again!), respondedMs: null })
})

test('whoever had answered before it was joined by mistake has answered', async () => {
  const [one, other] = [await reported(), await reported()]
  await world.as('worker').does(`/api/cases/${one}/note`, act({ note: '看过了' }))
  const answeredMs = world.clock.now().epochMilliseconds
  world.clock.advance({ minutes: 10 })
  expect((await join(one, other)).status).toBe(200)
  world.clock.advance({ minutes: 10 })
  const screen = act({ matter: 'FA02', summary: '楼道里的灯不亮' })
  await world.as('community').does(`/api/cases/${one}/screen`, screen)
  expect((await rowOf(one)).respondedMs).toBe(answeredMs)
})
