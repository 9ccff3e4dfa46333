import { blow, elsewhere, onCall, onTheSpot } from '../whistle-acts.ts'
import type { World } from '../world.ts'
import type { Visit } from './pages.ts'
import { bringStation } from './station-pages.ts'

/** A whistle that four units were called by: one came, one is elsewhere, one refused, one has not answered. */
export async function bringWhistle(world: World) {
  const { team1, urban, water, property1 } = world.units
  const { whistleId } = await blow(world.as('street'), world, { unitIds: [team1, urban, water, property1] })
  const call = onCall(world, whistleId)
  await call(world.as('team'), team1, 'arrive', { point: onTheSpot })
  await call(world.as('department'), urban, 'arrive', { point: elsewhere })
  await call(world.as('water'), water, 'refuse', { words: '不属于我局职责' })
  return { whistleId, ...(await bringStation(world, whistleId)) }
}

/** The pages of whistles, as the street that coordinates and a unit that is called see them. */
export const whistleVisits: readonly Visit[] = [
  { name: 'console-whistles', at: () => '/console/whistles', as: 'street', reads: '到场待确认' },
  {
    name: 'console-whistle',
    at: ({ whistleId }) => `/console/whistles/${whistleId}`,
    as: 'street',
    reads: '“不属于我局职责”',
  },
  {
    name: 'console-whistle-own',
    at: ({ whistleId }) => `/console/whistles/${whistleId}`,
    as: 'property',
    reads: '我到现场了',
  },
  {
    name: 'console-whistle-blow',
    at: ({ handled }) => `/console/whistles/new?case=${handled.caseId}`,
    as: 'community',
    reads: '多久到场',
  },
  {
    name: 'console-whistle-rules',
    at: () => '/console/whistles/rules',
    as: 'centre',
    opens: async (page) => page.getByRole('button', { name: '改规定' }).click(),
    reads: '从哪天起',
  },
  {
    name: 'console-whistle-advice',
    at: (_, world) => `/console/whistles/advice?unit=${world.units.water}`,
    as: 'street',
    reads: '还没有提过建议',
  },
]
