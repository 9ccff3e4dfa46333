import { afterAll, beforeAll, expect, test } from 'vitest'
import { inForce, mediating, seeMediation } from '../../testing/mediation-acts.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { act } from '../../testing/world-client.ts'
import { forgetOldContacts } from '../reporter.ts'
import { forgetParty } from './forget-party.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
}, 60_000)
afterAll(() => world.close())

const words = '我母亲有病，怕吵'

test('erasing who reported a case forgets them as a party of its mediation, and nobody else', async () => {
  const { id, applicant } = await mediating(world)
  await applicant.does(`/api/my/mediations/${id}/say`, act({ words }))
  const before = await seeMediation(world, id)
  const erase = `/api/cases/${before.case!.id}/erase-reporter`
  await world.as('administrator').does(erase, act({ reason: '本人要求' }))
  const { parties, about } = await seeMediation(world, id)
  expect(parties).toMatchObject([{ name: null, phone: null, said: [{ words: null }] }, { name: '周女士' }])
  expect(about).toBeNull()
  const again = await world.as('administrator').post(erase, act({ reason: '本人要求' }))
  expect(again.refusal).toBe('reporter_has_no_contact')
  expect((await world.verify()).flaws).toEqual([])
})

test('the office forgets one party by its id, and nobody below it does', async () => {
  const { id, respondent } = await mediating(world)
  await respondent.does(`/api/my/mediations/${id}/say`, act({ words }))
  const [applicant, other] = (await seeMediation(world, id)).parties
  const erase = `/api/mediations/${id}/erase-party`
  const body = act({ partyId: other!.id })
  expect((await world.as('community').post(erase, body)).refusal).toBe('not_permitted')
  expect(await world.as('administrator').does(erase, body)).toEqual({ texts: 3 })
  const left = await seeMediation(world, id)
  // What the applicant wrote of who the other side is, says it too.
  expect(left.other).toBeNull()
  expect(left.parties).toMatchObject([{ name: applicant!.name }, { name: null, said: [{ words: null }] }])
})

test('after the term of contacts the parties of a mediation that is over are forgotten, of one in force none', async () => {
  const [over, running] = [await mediating(world), await inForce(world)]
  await over.respondent.does(`/api/my/mediations/${over.id}/leave`, act({ reason: words }))
  const later = world.clock.now().add({ hours: 1 })
  expect(await forgetOldContacts(world.system, later)).toBeGreaterThanOrEqual(2)
  const gone = (await seeMediation(world, over.id)).parties.map(({ name }) => name)
  const kept = (await seeMediation(world, running.id)).parties.map(({ name }) => name)
  expect([gone, kept]).toEqual([
    [null, null],
    ['陈先生', '周女士'],
  ])
  expect(await forgetOldContacts(world.system, later)).toBe(0)
})

test('whoever is forgotten is so in what they were a party of, once', async () => {
  const { id, applicant } = await mediating(world)
  await applicant.does(`/api/my/mediations/${id}/say`, act({ words }))
  const forgotten = { accountId: null, words: ['陈先生', '139 0000 0001'] }
  expect(await forgetParty(world.system, forgotten)).toBeGreaterThan(0)
  const { parties, about } = await seeMediation(world, id)
  expect(parties[0]).toMatchObject({ name: null, phone: null, said: [{ words: null }] })
  expect([about, parties[1]!.name]).toEqual([null, '周女士'])
  expect(await forgetParty(world.system, forgotten)).toBe(0)
})
