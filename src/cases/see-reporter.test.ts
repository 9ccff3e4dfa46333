import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import type { Receipt } from './contract.ts'
import type { CaseStory } from './story.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const act = (body: object = {}) => ({ requestId: randomUUID(), ...body })

test('the purpose of a look at a reporter is read by those who may see persons, and by no handler', async () => {
  const contact = { name: '李大力', phone: '13900001234' }
  const report = act({ words: '门禁坏了', areaId: world.places.building1.id, contact })
  const at = `/api/cases/${(await world.anonymous().does<Receipt>('/api/reports', report)).caseId}`
  const desk = world.as('community')
  await desk.does(`${at}/screen`, act({ matter: 'FA02', summary: '门禁损坏需要修理' }))
  await desk.does(`${at}/dispatch`, act())
  const purpose = '约李大力今晚看门禁'
  await desk.does(`${at}/see-reporter`, act({ purpose }))

  expect(JSON.stringify(await desk.sees<CaseStory>(at))).toContain(purpose)
  for (const handler of ['property', 'worker'] as const) {
    const story = await world.as(handler).sees<CaseStory>(at)
    expect(story.timeline.at(-1)?.kind, handler).toBe('case.reporter_seen')
    expect(JSON.stringify(story), handler).not.toContain('李大力')
  }
})
