import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../testing/world.ts'
import type { StaffName } from '../testing/world-people.ts'
import type { Receipt } from './contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const act = (body: object = {}) => ({ requestId: randomUUID(), ...body })

/** A desk sends on what its own level answers for; what goes higher waits for the desk above. */
test.each([
  ['HJ01', 'community', ['community2', 'street2'], 'community'],
  ['HJ02', 'street', ['community', 'street2'], 'street'],
  ['FA04', 'district', ['community', 'street'], 'centre'],
] as const)(
  '%s, a matter of the %s, is not for %j to dispatch but for %s',
  async (matter, _level, others, desk) => {
    const body = act({ words: '请来看一下', areaId: world.places.grid1.id })
    const { caseId } = await world.anonymous().does<Receipt>('/api/reports', body)
    const at = `/api/cases/${caseId}`
    await world.as('community').does(`${at}/screen`, act({ matter, summary: '居民反映待核实' }))
    const dispatch = (name: StaffName) => world.as(name).post(`${at}/dispatch`, act())
    // A desk of another place does not even see the case.
    for (const other of others)
      expect(['not_permitted', 'not_found']).toContain((await dispatch(other)).refusal)
    expect((await dispatch(desk)).status).toBe(200)
  },
)
