import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PartyReceipt } from '../cases/mediation/contract.ts'
import {
  agreedFacts,
  agreedTerms,
  consentedSignedIn,
  reportDispute,
  seeMediation,
} from '../testing/mediation-acts.ts'
import { openWorld, type World } from '../testing/world.ts'
import { act, type Person } from '../testing/world-client.ts'
import type { Notice, NoticePage } from './contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
}, 60_000)
afterAll(() => world.close())

/** What somebody is told of mediations, oldest first. */
async function heard(person: Person): Promise<Notice[]> {
  await world.followersSettled()
  const { rows } = await person.sees<NoticePage>('/api/notices?limit=100')
  return rows.filter(({ kind }) => kind.includes('mediation')).reverse()
}
const kinds = async (person: Person, id: string): Promise<string[]> =>
  (await heard(person)).filter(({ facts }) => facts.mediationId === id).map(({ kind }) => kind)

test('its parties and the desk that conducts it are told of each step, and nobody else anything', async () => {
  const desk = world.as('community')
  const { id, at, applicant, respondent } = await consentedSignedIn(world, ['13900000041', '13900000042'])
  await respondent.does(`/api/my/mediations/${id}/say`, act({ words: '我白天不在家' }))
  await desk.does(`${at}/mediator`, act({ chosenBy: 'committee' }))
  await applicant.does(`/api/my/mediations/${id}/ask-other`, act({ reason: '他们是亲戚' }))
  await desk.does(`${at}/mediator`, act({ chosenBy: 'parties' }))
  const session = { at: '2026-11-19T10:00:00+08:00', venue: '社区调解室' }
  await desk.does(`${at}/set-session`, act(session))
  const sessionId = (await seeMediation(world, id)).sessions[0]!.id
  await desk.does(`${at}/move-session`, act({ ...session, sessionId, at: '2026-11-19T15:00:00+08:00' }))
  await desk.does(`${at}/cancel-session`, act({ sessionId }))
  const { parties } = await seeMediation(world, id)
  const draft = { form: 'written', cause: 'noise', facts: agreedFacts, terms: agreedTerms, duties: [] }
  await desk.does(`${at}/agree`, act(draft))
  await desk.does(`${at}/reopen`, act())
  await desk.does(`${at}/agree`, act(draft))
  for (const { id: partyId } of parties)
    await desk.does(`${at}/sign`, act({ partyId, signedOn: '2026-11-18' }))
  await desk.does(`${at}/force`, act({ on: '2026-11-18', copies: 3 }))
  const visit = { visitedOn: '2026-11-18', words: '还拖过一次' }
  await desk.does(`${at}/visit`, act({ ...visit, result: 'partly', nextOn: '2026-12-18' }))
  await desk.does(`${at}/confirmed`, act({ on: '2026-11-18' }))
  await desk.does(`${at}/visit`, act({ ...visit, result: 'kept', nextOn: null }))

  const steps = [
    'own_mediation_mediator',
    'own_mediation_mediator',
    'own_mediation_session',
    'own_mediation_session_moved',
    'own_mediation_session_off',
    'own_mediation_to_sign',
    'own_mediation_redrafted',
    'own_mediation_to_sign',
    'own_mediation_in_force',
    'own_mediation_unkept',
    'own_mediation_confirmed',
    'own_mediation_closed',
  ]
  expect(await kinds(applicant, id)).toEqual(steps)
  expect(await kinds(respondent, id)).toEqual(steps)
  const [, , set, moved] = await heard(respondent)
  expect([set?.facts.at, moved?.facts.at]).toEqual(['2026-11-19T02:00:00.000Z', '2026-11-19T07:00:00.000Z'])
  expect(await kinds(desk, id)).toEqual([
    'mediation_requested',
    'mediation_consented',
    'mediation_said',
    'mediation_other_asked',
  ])
  for (const name of ['street', 'centre', 'worker', 'community2', 'team', 'head'] as const)
    expect(await heard(world.as(name)), name).toEqual([])
  expect(await heard(world.resident('13900000043'))).toEqual([])

  // Nobody's name, no words and not which case: whoever may, opens it.
  const all = await heard(applicant)
  expect(all.map(({ caseId, caseNumber, place }) => [caseId, caseNumber, place])).toEqual(
    all.map(() => [null, null, null]),
  )
  const told = JSON.stringify(
    await world.sql('reader', "select * from notices where kind like '%mediation%'"),
  )
  for (const words of ['周女士', '陈先生', '亲戚', '白天', '调解室', '椅子'])
    expect(told).not.toContain(words)

  // Made again from the journal it is the same.
  const kept = "select id, account_id, kind, facts from notices where kind like '%mediation%' order by id"
  const before = await world.sql('reader', kept)
  await world.rebuilt()
  expect(await world.sql('reader', kept)).toEqual(before)
})

test('whoever is asked by the desk hears of it, and the desk of a no', async () => {
  const desk = world.as('community')
  const reporter = world.resident('13900000051')
  const { caseId } = await reporter.does<{ caseId: string }>(
    '/api/reports',
    act({ areaId: world.places.grid1.id, words: '楼道堆物吵架' }),
  )
  await desk.does(`/api/cases/${caseId}/screen`, act({ matter: 'LJ01', publish: false }))
  const opened = await desk.does<PartyReceipt>(
    `/api/cases/${caseId}/mediation`,
    act({
      origin: 'committee',
      about: '楼道堆物',
      reporterIsParty: true,
      parties: [
        { name: '赵先生', side: 'applicant' },
        { name: '钱女士', side: 'respondent', consents: true },
      ],
    }),
  )
  const id = opened.mediationId
  expect(await kinds(reporter, id)).toEqual(['own_mediation_asked'])
  expect(await kinds(desk, id)).toEqual([])
  await reporter.does(`/api/my/mediations/${id}/consent`, act({ consents: false }))
  expect(await kinds(desk, id)).toEqual(['mediation_refused'])
  expect(await kinds(reporter, id)).toEqual(['own_mediation_asked'])
})

test('who takes it back is told to the desk, the other party that it has ended; by mouth there is nothing to sign', async () => {
  const desk = world.as('community')
  const first = await consentedSignedIn(world, ['13900000061', '13900000062'])
  await first.applicant.does(`/api/my/mediations/${first.id}/leave`, act())
  expect((await kinds(desk, first.id)).at(-1)).toBe('mediation_left')
  expect(await kinds(first.respondent, first.id)).toEqual(['own_mediation_ended'])
  const second = await consentedSignedIn(world, ['13900000063', '13900000064'])
  await desk.does(`${second.at}/mediator`, act({ chosenBy: 'committee' }))
  const oral = { form: 'oral', cause: 'noise', facts: agreedFacts, terms: agreedTerms, duties: [] }
  await desk.does(`${second.at}/agree`, act(oral))
  expect(await kinds(second.respondent, second.id)).toEqual([
    'own_mediation_mediator',
    'own_mediation_in_force',
  ])
})

test('of a case that turns confidential the desk has nothing left, and its parties hear that it is over', async () => {
  const { id, caseId, applicant, respondent } = await consentedSignedIn(world, ['13900000071', '13900000072'])
  const desk = world.as('community')
  expect(await kinds(desk, id)).toEqual(['mediation_requested', 'mediation_consented'])
  await world.as('centre').does(`/api/cases/${caseId}/screen`, act({ matter: 'MJ01' }))
  expect(await kinds(desk, id)).toEqual([])
  for (const party of [applicant, respondent])
    expect((await kinds(party, id)).at(-1)).toBe('own_mediation_ended')
  await world.rebuilt()
  expect(await kinds(desk, id)).toEqual([])
})

test('a party that is forgotten leaves no notice behind, the other party does', async () => {
  const { id, applicant, respondent, at } = await consentedSignedIn(world, ['13900000081', '13900000082'])
  await world.as('community').does(`${at}/mediator`, act({ chosenBy: 'committee' }))
  expect(await kinds(respondent, id)).toEqual(['own_mediation_mediator'])
  const [, other] = (await seeMediation(world, id)).parties
  await world.as('administrator').does(`${at}/erase-party`, act({ partyId: other!.id }))
  expect(await kinds(respondent, id)).toEqual([])
  expect(await kinds(applicant, id)).toEqual(['own_mediation_mediator'])
})

test('a party without an account is told nothing in the app, and the others are', async () => {
  const { reporter } = await reportDispute(world)
  await reporter.does('/api/follow/mediation', act({ name: '陈先生', about: '噪声吵', other: '楼上' }))
  const last = (await heard(world.as('community'))).at(-1)
  expect(last?.kind).toBe('mediation_requested')
  const sql = "select 1 from notices where facts ->> 'mediationId' = $1 and kind like 'own%'"
  expect(await world.sql('reader', sql, [String(last?.facts.mediationId)])).toEqual([])
})
