import { declareDrill } from '../emergency-acts.ts'
import type { World } from '../world.ts'
import { act } from '../world-client.ts'
import type { Visit } from './pages.ts'

/** A drill in street 2 with a practice case, that one of those who were called has confirmed. */
export async function bringDrill(world: World): Promise<string> {
  const drillId = await declareDrill(world.as('street2'), world, { areaId: world.places.street2.id })
  const practised = act({ areaId: world.places.grid4.id, matter: 'FA03', words: '演练：井盖被冲走' })
  await world.as('street2').does(`/api/emergencies/${drillId}/practice`, practised)
  await world.as('community3').does(`/api/emergencies/${drillId}/acknowledge`, act())
  return drillId
}

/** The pages of emergencies, and the banner above a desk where a drill is on. */
export const emergencyVisits: readonly Visit[] = [
  { name: 'console-emergencies', at: () => '/console/emergency', as: 'street2', reads: '依据的预案和响应' },
  {
    name: 'console-emergency-kinds',
    at: () => '/console/emergency/kinds',
    as: 'centre',
    opens: async (page) => page.getByRole('button', { name: '修改', exact: true }).first().click(),
    reads: '从哪天起',
  },
  {
    name: 'console-emergency',
    at: ({ drillId }) => `/console/emergency/${drillId}`,
    as: 'street2',
    reads: '还没有回音的单位',
  },
  { name: 'console-desk-drill', at: () => '/console/desk?queue=open', as: 'street2', reads: '防汛优先' },
]
