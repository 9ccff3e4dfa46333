import type { Receipt } from '../cases/contract.ts'
import type { MediationReceipt, PartyReceipt } from '../cases/mediation/contract.ts'
import type { MediationView, OwnMediation, OwnMediations } from '../cases/mediation/page.contract.ts'
import type { World } from './world.ts'
import { act, type Person } from './world-client.ts'

const secret = 'a'.repeat(40)
/** A case in community 1, reported without an account; whoever shows its receipt is the reporter. */
export async function reportDispute(
  world: World,
  words = '楼上半夜拖椅子，睡不好',
): Promise<{ caseId: string; reporter: Person }> {
  const neighbour = world.anonymous(secret)
  const body = act({ areaId: world.places.grid1.id, words })
  const receipt = await neighbour.does<Receipt>('/api/reports', body)
  return { caseId: receipt.caseId, reporter: neighbour.withReceipt(receipt.receiptCode) }
}

export const askForMediation = {
  name: '陈先生',
  phone: '13900000001',
  about: '楼上半夜拖椅子',
  other: '302 的住户',
}
export const seeMediation = (world: World, id: string, by: Person = world.as('community')) =>
  by.sees<MediationView>(`/api/mediations/${id}`)
export const ownMediation = async (by: Person): Promise<OwnMediation> =>
  (await by.sees<OwnMediations>('/api/my/mediations')).rows[0]!

interface Pair {
  readonly id: string
  readonly applicant: Person
  readonly respondent: Person
}

/** Asked for by the reporter, the other side named by the desk with a code of its own; both consent. */
export async function consented(world: World): Promise<Pair> {
  const { reporter } = await reportDispute(world)
  const { mediationId: id } = await reporter.does<MediationReceipt>(
    '/api/follow/mediation',
    act(askForMediation),
  )
  const added = await world
    .as('community')
    .does<PartyReceipt>(`/api/mediations/${id}/parties`, act({ name: '周女士', side: 'respondent' }))
  const respondent = world.anonymous('b'.repeat(40)).withReceipt(added.codes[0]!.receiptCode)
  await respondent.does(`/api/my/mediations/${id}/consent`, act({ consents: true }))
  return { id, applicant: reporter, respondent }
}

/** As `consented`, with a mediator at work. */
export async function mediating(world: World): Promise<Pair> {
  const pair = await consented(world)
  await world.as('community').does(`/api/mediations/${pair.id}/mediator`, act({ chosenBy: 'committee' }))
  return pair
}

/** As `consented`, between two residents who are signed in; `at` is its address for the committee. */
export async function consentedSignedIn(world: World, phones: readonly [string, string]) {
  const [applicant, respondent] = [world.resident(phones[0]), world.resident(phones[1])]
  const body = act({ areaId: world.places.grid1.id, words: '楼上半夜拖椅子，睡不好' })
  const { caseId } = await applicant.does<Receipt>('/api/reports', body)
  const { mediationId: id } = await applicant.does<MediationReceipt>(
    `/api/my/cases/${caseId}/mediation`,
    act(askForMediation),
  )
  const at = `/api/mediations/${id}`
  const named = act({ name: '周女士', side: 'respondent' })
  const added = await world.as('community').does<PartyReceipt>(`${at}/parties`, named)
  await respondent
    .withReceipt(added.codes[0]!.receiptCode)
    .does(`/api/my/mediations/${id}/consent`, act({ consents: true }))
  return { id, at, caseId, applicant, respondent }
}

export const agreedFacts = '双方住上下楼，夜里有响声，对时间有争议。'
export const agreedTerms = '楼上晚上十点以后不拖动家具。'

/** As `mediating`, with an agreement in force. */
export async function inForce(world: World): Promise<Pair> {
  const pair = await mediating(world)
  const desk = world.as('community')
  const { parties } = await seeMediation(world, pair.id)
  const duties = [{ partyId: parties[1]!.id, words: '给椅子装上脚垫', dueOn: '2026-11-30' }]
  await desk.does(
    `/api/mediations/${pair.id}/agree`,
    act({ form: 'written', cause: 'noise', facts: agreedFacts, terms: agreedTerms, duties }),
  )
  for (const { id: partyId } of parties)
    await desk.does(`/api/mediations/${pair.id}/sign`, act({ partyId, signedOn: '2026-11-18' }))
  await desk.does(`/api/mediations/${pair.id}/force`, act({ on: '2026-11-18', copies: 3 }))
  return pair
}
