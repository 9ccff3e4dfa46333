import { newId } from '../../kernel/ids.ts'
import { act } from '../world-client.ts'
import type { TextWalk } from './store-texts.ts'

/** A visit at whose door something hostile was heard. */
export async function storeVisitTexts({ world, post }: TextWalk, homeId: string): Promise<void> {
  const id = newId(world.clock.now().epochMilliseconds)
  await post(world.as('community'), '/api/visits', { ...act(), id, homeId, how: 'door', outcome: 'met' })
}
