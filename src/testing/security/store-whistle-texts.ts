import type { WhistleRules } from '../../cases/whistle/contract.ts'
import { seeWhistle } from '../whistle-acts.ts'
import { act } from '../world-client.ts'
import type { TextWalk } from './store-texts.ts'

const of = '/api/whistles/{id}/calls/{callId}'

/** A whistle with a hostile text in every word that streets and called units write; its id. */
export async function storeWhistleTexts({ world, post }: TextWalk): Promise<string> {
  const [street, team, water] = [world.as('street'), world.as('team'), world.as('water')]
  const { team1, water: waterUnit } = world.units
  const areaId = world.places.estate1.id
  const blown = { situation: 'key_work', areaId, unitIds: [team1, waterUnit], reportMinutes: 60 }
  const by = { ...act(), ...blown }
  const { whistleId } = await post<{ whistleId: string }>(world.as('community'), '/api/whistles', by)
  await post(street, '/api/whistles/{id}/review', { ...act(), warranted: true }, whistleId)
  const { calls } = await seeWhistle(street, whistleId)
  const callOf = (unitId: string) => calls.find(({ unit }) => unit.id === unitId)!.id
  const [own, refusing] = [callOf(team1), callOf(waterUnit)]
  await post(water, `${of}/refuse`, act(), whistleId, refusing)
  await post(street, `${of}/press`, act(), whistleId, refusing)
  await post(team, `${of}/sign`, act(), whistleId, own)
  await post(team, `${of}/contact`, act(), whistleId, own)
  await post(team, `${of}/arrive`, act(), whistleId, own)
  await post(street, `${of}/confirm`, act(), whistleId, own)
  await post(team, `${of}/act`, act(), whistleId, own)
  await post(street, `${of}/release`, act(), whistleId, own)
  await post(street, `${of}/rate`, { ...act(), result: 5, attitude: 5 }, whistleId, own)
  const advice = { unitId: waterUnit, about: 'transfer', callIds: [refusing] }
  await post(street, '/api/whistle-advice', { ...act(), ...advice })
  const { id } = await post(street, '/api/whistle-advice', { ...act(), ...advice })
  await post(street, '/api/whistle-advice/{id}/erase', act(), id)
  const { timeline } = await seeWhistle(street, whistleId)
  const textIds = timeline.find(({ kind }) => kind === 'whistle.call_confirmed')!.texts.map((text) => text.id)
  await post(world.as('centre'), '/api/whistles/{id}/erase-texts', { ...act(), textIds }, whistleId)
  await post(street, '/api/whistles/{id}/end', act(), whistleId)
  const { inForce } = await street.sees<{ inForce: WhistleRules }>('/api/whistle-rules')
  const rules = { ...act(), ...inForce, validFrom: '2026-12-01' }
  await world.as('centre').does('/api/whistle-rules', rules)
  return whistleId
}
