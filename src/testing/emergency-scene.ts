import type { Receipt } from '../cases/contract.ts'
import type { DeskPage } from '../cases/story.contract.ts'
import { openWorld, type World } from './world.ts'
import { type Answer, act, type Person } from './world-client.ts'

/** A district in which a flood may come: what waits, by the names that tests use, and how it is looked at. */
export interface EmergencyScene {
  readonly world: World
  /** Ids of cases by name. */
  readonly cases: Record<string, string>
  readonly names: Map<string, string>
  /** A resident reports, and a desk screens it; a minute goes by. */
  readonly report: (name: string, matter: string, place: 'building1' | 'grid4', desk: Person) => Promise<void>
  /** What a queue shows from the top, by name. */
  readonly queueOf: (by: Person, query?: string) => Promise<(string | undefined)[]>
  readonly end: (by: Person, modeId: string) => Promise<Answer<unknown>>
}

/**
 * A lamp that is out, noise, and a cover that is missing in street 1, and a cover in street 2. The covers are in hand, and
 * so due tomorrow: behind all that waits for an answer.
 */
export async function openEmergencyScene(): Promise<EmergencyScene> {
  const world = await openWorld()
  const cases: Record<string, string> = {}
  const names = new Map<string, string>()
  const [street, street2] = [world.as('street'), world.as('street2')]
  const report: EmergencyScene['report'] = async (name, matter, placeName, desk) => {
    const place = world.places[placeName].placeCode
    const body = act({ words: `${name}，请来看看`, place })
    const { caseId } = await world.resident().does<Receipt>('/api/reports', body)
    cases[name] = caseId
    names.set(caseId, name)
    world.clock.advance({ minutes: 1 })
    await desk.does(`/api/cases/${caseId}/screen`, act({ matter, publish: false }))
  }
  await report('灯', 'FA02', 'building1', street)
  await report('噪声', 'HJ03', 'building1', street)
  await report('西塘井盖', 'FA03', 'grid4', street2)
  await report('井盖', 'FA03', 'building1', street)
  await street.does(`/api/cases/${cases.井盖}/dispatch`, act())
  world.clock.advance({ minutes: 1 })
  await street2.does(`/api/cases/${cases.西塘井盖}/dispatch`, act())
  return {
    world,
    cases,
    names,
    report,
    queueOf: async (by, query = 'queue=open') => {
      const { rows } = await by.sees<DeskPage>(`/api/desk?limit=50&${query}`)
      return rows.map(({ id }) => names.get(id))
    },
    end: (by, modeId) => by.post(`/api/emergencies/${modeId}/end`, act({ reason: '雨停了' })),
  }
}
