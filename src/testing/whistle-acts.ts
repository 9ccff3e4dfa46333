import type { BlownWhistle, Whistle, WhistleCall, WhistleReceipt } from '../cases/whistle/contract.ts'
import type { World } from './world.ts'
import { type Answer, act, type Person } from './world-client.ts'

/** On the spot of the whistles that tests blow: in building 1 of estate 1. */
export const onTheSpot = { lon: 120.0035, lat: 30.0035 }
/** Some two kilometres off. */
export const elsewhere = { lon: 120.02, lat: 30.015 }

/** A whistle of street 1 in building 1, as it comes unless a test says otherwise. */
export const whistleBody = (world: World, more: object = {}) =>
  act({
    situation: 'joint_enforcement',
    areaId: world.places.building1.id,
    point: onTheSpot,
    words: '三栋楼顶违建又开工了，请到现场',
    unitIds: [world.units.team1],
    reportMinutes: 180,
    ...more,
  })

export const blow = (by: Person, world: World, more: object = {}): Promise<BlownWhistle> =>
  by.does<BlownWhistle>('/api/whistles', whistleBody(world, more))

export const seeWhistle = (by: Person, whistleId: string): Promise<Whistle> =>
  by.sees<Whistle>(`/api/whistles/${whistleId}`)

/** The calls of a whistle by the names of their units. */
export async function callsByUnit(by: Person, whistleId: string): Promise<Record<string, WhistleCall>> {
  const { calls } = await seeWhistle(by, whistleId)
  return Object.fromEntries(calls.map((call) => [call.unit.zh, call]))
}

/** Acts on the call of one unit, and hands back what the server answered. */
export const onCall =
  (world: World, whistleId: string) =>
  async (by: Person, unitId: string, verb: string, more: object = {}): Promise<Answer<WhistleReceipt>> => {
    const [row] = await world.sql<{ id: string }>(
      'owner',
      'select id from whistle_calls where whistle_id = $1 and unit_id = $2',
      [whistleId, unitId],
    )
    return by.post<WhistleReceipt>(`/api/whistles/${whistleId}/calls/${row!.id}/${verb}`, act(more))
  }
