import type { Page } from 'playwright-core'
import { newId } from '../../kernel/ids.ts'
import type { World } from '../world.ts'
import { act } from '../world-client.ts'
import type { Visit } from './pages.ts'

/** Somebody came to a home last month, and heard something. */
export async function bringVisit(world: World, homeId: string): Promise<void> {
  const id = newId(world.clock.now().epochMilliseconds)
  const visit = { id, homeId, how: 'door', outcome: 'met', heard: '想换一根灯管，够不着。' }
  await world.as('worker').does('/api/visits', act(visit))
}

const opensRecord = async (page: Page) => page.getByRole('button', { name: '打开看', exact: true }).click()

export const visitVisits: readonly Visit[] = [
  { name: 'field-visits', at: () => '/field/visits', as: 'worker', reads: '找别的住户' },
  {
    name: 'field-visit',
    at: ({ home }) => `/field/visits/${home.homeId}`,
    as: 'worker',
    opens: opensRecord,
    reads: '想换一根灯管',
  },
  { name: 'console-visits', at: () => '/console/visits', as: 'community', reads: '走访记录' },
  { name: 'console-visits-district', at: () => '/console/visits', as: 'centre', reads: '东渡街道' },
  { name: 'console-visit-rules', at: () => '/console/visits/rules', as: 'centre', reads: '改天数' },
]
