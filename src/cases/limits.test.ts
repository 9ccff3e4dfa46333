import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MatterHistory } from '../matters/contract.ts'
import { importCatalogue } from '../matters/door.ts'
import { openWorld, type World } from '../testing/world.ts'
import { act } from '../testing/world-client.ts'
import type { ApprovalPage } from './approvals.contract.ts'
import type { Receipt } from './contract.ts'
import type { CaseStory } from './story.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

async function signed(matter = 'FA02', unit: 'property' | 'team' = 'property'): Promise<string> {
  const body = act({ words: '楼道灯不亮', place: world.places.building1.placeCode })
  const { caseId } = await world.anonymous().does<Receipt>('/api/reports', body)
  const at = `/api/cases/${caseId}`
  await world.as('community').does(`${at}/screen`, act({ matter, summary: '楼道灯不亮' }))
  await world.as('street').does(`${at}/dispatch`, act())
  await world.as(unit).does(`${at}/sign`, act())
  return at
}

const ask = (at: string, days: number, kind = 'extension', unit: 'property' | 'team' = 'property') =>
  world.as(unit).post(`${at}/request`, act({ kind, days, reason: '等材料' }))
const decide = async (at: string, granted = true) => {
  const { requests } = await world.as('street').sees<CaseStory>(at)
  const path = `${at}/requests/${requests.find((request) => request.granted === null)!.id}/decide`
  return world.as('street').post(path, act({ granted, reason: '知道了' }))
}

test('a unit sees what is left before it asks, and asks for no more than that', async () => {
  const at = await signed()
  const left = async () => (await world.as('property').sees<CaseStory>(at)).room?.left
  expect(await left()).toMatchObject({ extensions: 2, extensionDays: 20, pauses: 2, pauseDays: 20 })
  expect((await ask(at, 21)).body).toMatchObject({
    error: { code: 'case_limit_reached', facts: { limit: 'extensionDays', most: 20, left: 20 } },
  })
  expect((await ask(at, 12)).status).toBe(200)
  const { rows } = await world.as('street').sees<ApprovalPage>('/api/approvals')
  expect(rows[0]?.room?.left).toMatchObject({ extensions: 2, extensionDays: 20 })
  expect((await decide(at)).status).toBe(200)
  expect(await left()).toMatchObject({ extensions: 1, extensionDays: 8 })
  // What is refused uses nothing up.
  await ask(at, 8)
  await decide(at, false)
  expect(await left()).toMatchObject({ extensions: 1, extensionDays: 8 })
  expect((await ask(at, 9)).refusal).toBe('case_limit_reached')
  expect((await ask(at, 8)).status).toBe(200)
  await decide(at)
  expect((await ask(at, 1)).body).toMatchObject({
    error: { code: 'case_limit_reached', facts: { limit: 'extensions', most: 2, left: 0 } },
  })
  // Whoever asks for nothing here is told nothing of it.
  expect((await world.as('street').sees<CaseStory>(at)).room).toBeNull()
})

test('limits are of the matter’s day: what a version allowed holds on, and is asked again when it is decided', async () => {
  const at = await signed('FA03', 'team')
  expect((await ask(at, 6, 'pause', 'team')).status).toBe(200)
  const { versions } = await world.as('centre').sees<MatterHistory>('/api/catalogue/FA03')
  const { id: baseId, ...matter } = versions[0]!.matter
  const limits = { extensions: 1, extensionDays: 3, pauses: 1, pauseDays: 5, listingDays: 10 }
  const tomorrow = { matter: { ...matter, limits }, baseId, fromDay: '2026-11-19' }
  expect((await world.as('centre').post('/api/catalogue', act(tomorrow))).status).toBe(201)
  world.clock.set('2026-11-19T10:00:00+08:00')
  expect((await decide(at)).status).toBe(200)
  const later = await signed('FA03', 'team')
  expect((await ask(later, 6, 'pause', 'team')).refusal).toBe('case_limit_reached')
  expect((await ask(later, 5, 'pause', 'team')).status).toBe(200)
  // The day's own version is put right: what was asked under the slip is not granted.
  await importCatalogue(world.system, [{ ...matter, limits: { ...limits, pauseDays: 4 } }])
  expect((await decide(later)).body).toMatchObject({
    error: { code: 'case_limit_reached', facts: { limit: 'pauseDays', most: 4 } },
  })
  expect((await decide(later, false)).status).toBe(200)
})
