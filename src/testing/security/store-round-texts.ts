import { randomUUID } from 'node:crypto'
import { act } from '../world-client.ts'
import type { TextWalk } from './store-texts.ts'

/** A checklist of hostile words, and a round that was walked by it. */
export async function storeRoundTexts({ world, post }: TextWalk): Promise<void> {
  const { district, estate1 } = world.places
  const items = [{ code: 'gas', kind: 'hazard', matter: null }]
  const list = { areaId: district.id, estateKind: 'new', validFrom: '2026-11-18', periodDays: 30, items }
  const { id: checklistId } = await post(world.as('centre'), '/api/checklists', { ...act(), ...list })
  const startedAt = world.clock.now().toString()
  const round = { roundId: randomUUID(), areaId: estate1.id, startedAt, checklistId }
  const results = [{ item: 'gas', state: 'fine', findingId: null }]
  await post(world.as('worker'), '/api/rounds', { ...act(), ...round, results })
}
