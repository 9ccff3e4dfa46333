import { afterAll, beforeAll, expect, test } from 'vitest'
import { addHome, addPerson } from '../testing/register-acts.ts'
import { openWorld, type World } from '../testing/world.ts'
import { act } from '../testing/world-client.ts'
import type { StaffName } from '../testing/world-people.ts'
import type { FieldVisits, VisitRules } from './contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('a district sets how often, from a day on', async () => {
  const set = (who: StaffName, body: object) => world.as(who).post('/api/visit-rules', act(body))
  const today = (await world.as('worker').sees<FieldVisits>('/api/field/visits')).today
  const rule = { need: 'old_alone', days: 10, validFrom: today }
  expect((await set('community', rule)).refusal).toBe('not_permitted')
  expect((await set('centre', { ...rule, validFrom: '2026-11-01' })).refusal).toBe('visit_rule_past')
  expect((await set('centre', rule)).status).toBe(201)
  expect((await set('administrator', rule)).refusal).toBe('visit_rule_set')
  const rules = await world.as('worker').sees<VisitRules>('/api/visit-rules')
  expect(rules.inForce).toContainEqual(rule)
  expect(rules.can).toEqual({ set: false })
  const worker = world.as('worker')
  const home = await addHome(worker, world.places.building1.id, '1-101')
  await addPerson(worker, home, { name: '陈秀英', birthDay: '1948-03-01', fromDay: '2025-11-20' })
  const { grids } = await worker.sees<FieldVisits>('/api/field/visits')
  expect(grids[0]!.rows).toMatchObject([{ homeId: home, everyDays: 10 }])
})
