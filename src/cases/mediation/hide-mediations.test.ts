import { afterAll, beforeAll, expect, test } from 'vitest'
import { mediating, ownMediation, seeMediation } from '../../testing/mediation-acts.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { act } from '../../testing/world-client.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
}, 60_000)
afterAll(() => world.close())

test.each(['community', 'centre'] as const)(
  'a case that the desk of the %s finds confidential takes its mediation from the committee and ends it',
  async (desk) => {
    const { id, applicant } = await mediating(world)
    await applicant.does(`/api/my/mediations/${id}/say`, act({ words: '有件事只想跟你们说' }))
    const { case: seen } = await seeMediation(world, id)
    await world.as(desk).does(`/api/cases/${seen!.id}/screen`, act({ matter: 'MJ01' }))
    expect((await world.as('community').get(`/api/mediations/${id}`)).refusal).toBe('not_found')
    const reach = [world.places.community1.id, world.places.street1.id]
    const wide = { reach, personReach: reach, acts: ['mediation.conduct'] }
    for (const table of ['mediations', 'mediation_parties'])
      expect(await world.sql('app', `select reach from ${table} where reach && $1`, [reach], wide)).toEqual(
        [],
      )
    expect(await ownMediation(applicant)).toMatchObject({
      stage: 'ended',
      outcome: 'not_suitable',
      own: { said: [{ words: '有件事只想跟你们说' }] },
    })
    expect((await world.verify()).flaws).toEqual([])
  },
)
