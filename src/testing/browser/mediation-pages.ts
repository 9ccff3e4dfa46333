import type { PartyReceipt } from '../../cases/mediation/contract.ts'
import type { MediationView } from '../../cases/mediation/page.contract.ts'
import type { World } from '../world.ts'
import { act } from '../world-client.ts'
import type { Visit } from './pages.ts'
import { bringWhistle } from './whistle-pages.ts'

/** A dispute that was mediated once, and whose agreement waits for its signatures. */
async function bringMediation(world: World): Promise<string> {
  const desk = world.as('community')
  const areaId = world.places.grid1.id
  const { caseId } = await world
    .anonymous()
    .does<{ caseId: string }>('/api/reports', act({ areaId, words: '楼上夜里总有响声，说了几次' }))
  await desk.does(`/api/cases/${caseId}/screen`, act({ matter: 'LJ01', summary: '楼上夜里有响声' }))
  const parties = [
    { name: '陈先生', side: 'applicant', consents: true },
    { name: '周女士', side: 'respondent', consents: true, phone: '13900000002' },
  ]
  const opened = { origin: 'committee', about: '夜里的响声', reporterIsParty: true, parties }
  const { mediationId } = await desk.does<PartyReceipt>(`/api/cases/${caseId}/mediation`, act(opened))
  const at = `/api/mediations/${mediationId}`
  await desk.does(`${at}/mediator`, act({ chosenBy: 'parties' }))
  const later = new Date(world.clock.now().epochMilliseconds + 3_600_000).toISOString()
  await desk.does(`${at}/set-session`, act({ at: later, venue: '社区调解室' }))
  const found = await desk.sees<MediationView>(at)
  const dueOn = later.slice(0, 8).concat('28')
  await desk.does(
    `${at}/agree`,
    act({
      form: 'written',
      cause: 'noise',
      facts: '双方住上下楼，对夜里的响声有争议。',
      terms: '晚上十点以后不拖动家具。',
      duties: [{ partyId: found.parties[1]!.id, words: '给桌椅装上脚垫', dueOn }],
    }),
  )
  return mediationId
}

/** What runs a course of its own beside cases: a whistle, and a mediation. */
export const bringCourses = async (world: World) => ({
  ...(await bringWhistle(world)),
  mediationId: await bringMediation(world),
})

/** The pages of mediation, as the committee, its street and a party see them. */
export const mediationVisits: readonly Visit[] = [
  {
    name: 'console-mediations',
    at: () => '/console/mediations',
    as: 'community',
    opens: async (page) => page.getByRole('button', { name: '调解中' }).click(),
    reads: '等签字',
  },
  {
    name: 'console-mediation',
    at: ({ mediationId }) => `/console/mediations/${mediationId}`,
    as: 'community',
    reads: '给桌椅装上脚垫',
  },
  {
    name: 'console-mediation-paper',
    at: ({ mediationId }) => `/console/mediations/${mediationId}/paper`,
    as: 'community',
    reads: '司法确认',
  },
  {
    // Whoever erases reads neither the name nor the dispute: the address alone says which.
    name: 'console-mediation-erase',
    at: ({ mediationId }) => `/console/mediations/${mediationId}/erase/${mediationId}`,
    as: 'administrator',
    reads: '删了不能恢复',
  },
  {
    name: 'console-dispute-figures',
    at: () => '/console/mediations/figures',
    as: 'street',
    reads: '免得猜出',
  },
  {
    name: 'portal-mediation',
    at: ({ fresh }) => `/mediation?number=${fresh.number}`,
    receipt: 'fresh',
    reads: '对方是谁',
  },
  { name: 'portal-ways', at: () => '/ways', reads: '劳动人事争议仲裁' },
]
