import { afterAll, beforeAll, expect, test } from 'vitest'
import { doAndRate, handToProperty, threeSaySomething } from '../testing/assessment-acts.ts'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import { act } from '../testing/world-client.ts'

let world: World

/** A formula, a claim that was granted, one that was dismissed, a mark and a month that is final, by a clock that runs. */
beforeAll(async () => {
  world = await openWorld()
  const [centre, property] = [world.as('centre'), world.as('property')]
  const { property1, water } = world.units
  await centre.does('/api/assessment/formulas', act({ ...threeSaySomething, fromMonth: '2026-12' }))
  world.clock.set('2026-12-02T09:30:00+08:00')
  const receipt = await handToProperty(world)
  await doAndRate(world, receipt, 5)
  const support = { kind: 'support', unitId: water, areaId: world.places.street1.id, support: 2 }
  await world.as('street').does('/api/assessment/marks', act({ ...support, words: '常找不到人' }))
  await world.followersSettled()
  world.clock.tick()
  const about = { unitId: property1, month: '2026-12', words: '请复核' }
  const file = (more: object) =>
    property.does<{ id: string }>('/api/assessment/claims', act({ ...about, ...more }))
  const out = await file({ kind: 'exclusion', subjects: [receipt.caseId] })
  const no = await file({ kind: 'objection', subjects: [] })
  const decide = (id: string, granted: boolean, takenOut: readonly string[]) =>
    centre.does(`/api/assessment/claims/${id}/decide`, act({ granted, takenOut, words: '已核' }))
  await decide(out.id, true, [receipt.caseId])
  await decide(no.id, false, [])
  world.clock.set('2027-01-06T09:00:00+08:00')
  world.clock.tick()
  await centre.does('/api/assessment/months/2026-12/close', act())
})
afterAll(() => world.close())

const flaws = async () => (await world.verify()).flaws.map(({ about }) => about.replace(/ [0-9a-f-]{36}/, ''))
const otherwise = (what: string) => `${what}: not as its lines say`

test('claims, marks, months and formulas that are as their lines say are no flaw', async () => {
  expect(await flaws()).toEqual([])
})

const second = "interval '1 second'"
test.each([
  ['claim', 'claims', `taken_out = '{}' where granted`, `taken_out = subjects where granted`, 1],
  ['claim', 'claims', `granted = true where not granted`, `granted = false where kind = 'objection'`, 1],
  ['claim', 'claims', `month = '2026-11'`, `month = '2026-12'`, 2],
  ['claim', 'claims', `decided_at = decided_at + ${second}`, `decided_at = decided_at - ${second}`, 2],
  ['mark', 'marks', 'support = 5', 'support = 2', 1],
  ['mark', 'marks', `given_at = given_at - ${second}`, `given_at = given_at + ${second}`, 1],
  ['month 2026-12', 'months', `closed_at = closed_at + ${second}`, `closed_at = closed_at - ${second}`, 1],
  ['formula', 'weights', `least = 4 where measure = 'stood'`, 'least = 3', 1],
  ['formula', 'formulas', 'least_workers = 50', 'least_workers = 3', 1],
])(
  'what was written past the program shows: a %s, by %s set to %s',
  async (what, table, set, back, count) => {
    await world.sql('owner', `update assessment_${table} set ${set}`)
    expect(await flaws()).toEqual(Array.from({ length: count }, () => otherwise(what)))
    await world.sql('owner', `update assessment_${table} set ${back}`)
    expect(await flaws()).toEqual([])
  },
)

test('a mark that was taken out, and a month that was opened again, show', async () => {
  await world.sql('owner', 'delete from assessment_marks')
  await world.sql('owner', 'delete from assessment_months')
  // What the mark said of the department stands there without it.
  expect(await flaws()).toEqual(expect.arrayContaining([otherwise('mark'), otherwise('month 2026-12')]))
})
