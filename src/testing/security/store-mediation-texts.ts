import type { MediationReceipt, PartyReceipt } from '../../cases/mediation/contract.ts'
import { seeMediation } from '../mediation-acts.ts'
import { act, type Person } from '../world-client.ts'
import type { TextWalk } from './store-texts.ts'

const at = (name: string): string => `/api/mediations/{id}/${name}`
const own = (name: string): string => `/api/my/mediations/{id}/${name}`

/** Mediations with a hostile text in every word that committee and parties write; ids of them. */
export async function storeMediationTexts(walk: TextWalk): Promise<readonly string[]> {
  const { world, post } = walk
  const desk = world.as('community')
  const report = async (who: Person) =>
    who.does<{ caseId: string; receiptCode: string }>(
      '/api/reports',
      act({ areaId: world.places.grid1.id, words: '楼上有响声' }),
    )
  const parties = [
    { side: 'applicant', consents: true },
    { side: 'respondent', consents: true },
  ]
  const offered = { origin: 'committee', reporterIsParty: true, parties }
  const neighbour = world.anonymous()
  const first = await report(neighbour)
  await desk.does(`/api/cases/${first.caseId}/screen`, act({ matter: 'LJ01', publish: false }))
  const opened = await post<PartyReceipt>(
    desk,
    '/api/cases/{id}/mediation',
    { ...act(), ...offered },
    first.caseId,
  )
  const id = opened.mediationId
  await conducted(walk, id, neighbour.withReceipt(first.receiptCode))

  // Asked for by a receipt, and left by whoever asked.
  const second = await report(neighbour)
  const withCode = neighbour.withReceipt(second.receiptCode)
  const asked = await post<MediationReceipt>(withCode, '/api/follow/mediation', act())
  await post(desk, at('parties'), { ...act(), side: 'respondent' }, asked.mediationId)
  await post(withCode, own('leave'), act(), asked.mediationId)
  // Asked for from an account, and ended by the committee.
  const resident = world.resident()
  const third = await report(resident)
  const last = await post<MediationReceipt>(resident, '/api/my/cases/{id}/mediation', act(), third.caseId)
  await post(desk, at('end'), { ...act(), outcome: 'not_reached', cause: 'noise' }, last.mediationId)
  return [id, asked.mediationId, last.mediationId]
}

async function conducted({ world, post }: TextWalk, id: string, applicant: Person): Promise<void> {
  const desk = world.as('community')
  await desk.does(`/api/mediations/${id}/mediator`, act({ chosenBy: 'committee' }))
  const hour = (n: number) => world.clock.now().add({ hours: n }).toString()
  for (const n of [1, 2]) await post(desk, at('set-session'), { ...act(), at: hour(n) }, id)
  const { sessions, parties } = await seeMediation(world, id)
  const [moved, held] = sessions
  await post(desk, at('move-session'), { ...act(), sessionId: moved!.id, at: hour(3) }, id)
  await post(applicant, own('say'), act(), id)
  await post(applicant, own('ask-other'), act(), id)
  await post(desk, at('warn'), { ...act(), told: 'nobody' }, id)
  world.clock.advance({ hours: 4 })
  await post(desk, at('hold-session'), { ...act(), sessionId: held!.id, came: [] }, id)
  const today = world.clock.now().toZonedDateTimeISO(world.district.timeZone).toPlainDate().toString()
  const duties = [{ partyId: parties[0]!.id, dueOn: today }]
  await post(desk, at('agree'), { ...act(), form: 'oral', cause: 'noise', duties }, id)
  await post(desk, at('visit'), { ...act(), visitedOn: today, result: 'kept', nextOn: null }, id)
}
