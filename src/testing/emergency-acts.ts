import type { Emergency, EmergencyReceipt, OwnEmergencies } from '../cases/emergency/contract.ts'
import type { World } from './world.ts'
import { act, type Person } from './world-client.ts'

/** A flood in street 1, as it comes unless a test says otherwise. */
export const floodBody = (world: World, more: object = {}) =>
  act({
    kind: 'flood',
    areaId: world.places.street1.id,
    level: 3,
    drill: false,
    basis: '区防汛预案，三级响应',
    ...more,
  })

/** Declares it, and lets everybody be called who is to be. */
export async function declare(by: Person, world: World, more: object = {}): Promise<string> {
  const { modeId } = await by.does<EmergencyReceipt>('/api/emergencies', floodBody(world, more))
  await world.followersSettled()
  return modeId
}

/** A drill of it, for an hour. */
export const declareDrill = (by: Person, world: World, more: object = {}): Promise<string> =>
  declare(by, world, { drill: true, untilAt: inHours(world, 1), ...more })

export const inHours = (world: World, hours: number): string =>
  world.clock.now().add({ hours }).toString({ smallestUnit: 'millisecond' })

export const seeEmergency = (by: Person, modeId: string): Promise<Emergency> =>
  by.sees<Emergency>(`/api/emergencies/${modeId}`)

export const ownEmergencies = async (by: Person): Promise<OwnEmergencies['rows']> =>
  (await by.sees<OwnEmergencies>('/api/emergencies/mine')).rows
