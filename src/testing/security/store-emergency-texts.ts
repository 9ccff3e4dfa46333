import type { EmergencyReceipt } from '../../cases/emergency/contract.ts'
import { inHours } from '../emergency-acts.ts'
import { act } from '../world-client.ts'
import type { TextWalk } from './store-texts.ts'

/** A drill and its practice, a kind and a real one of it that is on, with hostile texts; the drill's id and the real one's. */
export async function storeEmergencyTexts({
  world,
  post,
}: TextWalk): Promise<{ readonly drill: string; readonly emergency: string }> {
  const centre = world.as('centre')
  const { street1, grid1 } = world.places
  const flood = { kind: 'flood', areaId: street1.id, level: 3 }
  const untilAt = inHours(world, 1)
  const declared = { ...act(), ...flood, drill: true, untilAt, unitIds: [] }
  const { modeId: drill } = await post<EmergencyReceipt>(centre, '/api/emergencies', declared)
  const practised = { ...act(), areaId: grid1.id, matter: 'FA03' }
  await post(centre, '/api/emergencies/{id}/practice', practised, drill)
  const changed = { ...act(), level: 2, untilAt }
  await post(centre, '/api/emergencies/{id}/change', changed, drill)
  await post(centre, '/api/emergencies/{id}/end', act(), drill)
  const { inForce } = await centre.sees<{ inForce: { code: string }[] }>('/api/emergency-kinds')
  const { told } = inForce[0] as unknown as { told: string[] }
  const kind = { code: 'smog', validFrom: '2026-11-18', matters: ['FA03'], told, limitPercent: 100 }
  const lines = [{ phone: '12345' }]
  await post(centre, '/api/emergency-kinds', { ...act(), ...kind, lines })
  const real = { ...act(), ...flood, kind: 'smog', drill: false, unitIds: [] }
  const { modeId: emergency } = await post<EmergencyReceipt>(centre, '/api/emergencies', real)
  return { drill, emergency }
}
