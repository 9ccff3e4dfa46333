import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreedFacts, agreedTerms, mediating, seeMediation } from '../../testing/mediation-acts.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { act, type Person } from '../../testing/world-client.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
}, 60_000)
afterAll(() => world.close())

/** A dispute under mediation, of a matter that asks for a photograph, at work with this unit. */
async function disputeWith(unitId: string, unit: Person) {
  const { id } = await mediating(world)
  const desk = world.as('community')
  const { case: found } = await seeMediation(world, id)
  const at = `/api/cases/${found!.id}`
  await desk.does(`${at}/screen`, act({ matter: 'FA02', publish: false }))
  await desk.does(`${at}/dispatch`, act({ leadUnitId: unitId, assistUnitIds: [], reason: '先调解' }))
  await unit.does(`${at}/sign`, act())
  const oral = { form: 'oral', cause: 'noise', facts: agreedFacts, terms: agreedTerms, duties: [] }
  const agree = () => desk.does(`/api/mediations/${id}/agree`, act(oral))
  const resolve = () => unit.post(`${at}/resolve`, act({ note: '两家说好了。', photos: [] }))
  return { id, at, agree, resolve }
}

test('an agreement in force stands for the photograph that a matter asks for, once it is in force', async () => {
  const desk = world.as('community')
  const { at, agree, resolve } = await disputeWith(world.units.committee1, desk)
  expect((await resolve()).refusal).toBe('case_evidence_missing')
  await agree()
  const silent = await desk.post(`${at}/resolve`, act({ photos: [] }))
  expect(silent.refusal).toBe('case_evidence_missing')
  expect(await resolve()).toMatchObject({ status: 200, body: { stage: 'resolved' } })
  // Its line says no more than any other: that there was a mediation is the committee's and the parties' alone.
  expect((await world.verify()).flaws).toEqual([])
})

test('an agreement that was not kept stands for nothing', async () => {
  const { id, agree, resolve } = await disputeWith(world.units.committee1, world.as('community'))
  await agree()
  const visit = { visitedOn: '2026-11-18', words: '还拖', result: 'not_kept', nextOn: null }
  await world.as('community').does(`/api/mediations/${id}/visit`, act(visit))
  expect((await resolve()).refusal).toBe('case_evidence_missing')
})

test('a unit that does not see the mediation brings its photograph as ever', async () => {
  const { agree, resolve } = await disputeWith(world.units.property1, world.as('property'))
  await agree()
  expect((await resolve()).refusal).toBe('case_evidence_missing')
})
