import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashReceiptCode } from '../../platform/receipt-code.ts'
import {
  askForMediation as ask,
  consented,
  agreedFacts as facts,
  inForce,
  mediating,
  ownMediation as own,
  reportDispute,
  seeMediation,
  agreedTerms as terms,
} from '../../testing/mediation-acts.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { act, type Person } from '../../testing/world-client.ts'
import type { MediationReceipt, PartyReceipt } from './contract.ts'
import type { MediationPage } from './page.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
}, 60_000)
afterAll(() => world.close())

const view = (id: string, by?: Person) => seeMediation(world, id, by)

test('goes from what a resident asks for to an agreement that is kept', async () => {
  const desk = world.as('community')
  const { id, applicant, respondent } = await mediating(world)
  await desk.does(
    `/api/mediations/${id}/set-session`,
    act({ at: '2026-11-18T10:00:00+08:00', venue: '社区调解室' }),
  )
  expect(await own(respondent)).toMatchObject({
    stage: 'mediating',
    sessions: [{ place: '社区调解室', stage: 'set' }],
  })
  world.clock.set('2026-11-18T11:00:00+08:00')
  const { sessions, parties } = await view(id)
  const [first, second] = parties
  const held = { sessionId: sessions[0]!.id, came: [first!.id, second!.id], record: '双方都说了经过。' }
  await desk.does(`/api/mediations/${id}/hold-session`, act(held))
  const duties = [{ partyId: second!.id, words: '给椅子装上脚垫', dueOn: '2026-11-30' }]
  const agreement = { form: 'written', cause: 'noise', facts, terms, duties }
  await desk.does(`/api/mediations/${id}/agree`, act(agreement))
  expect((await own(applicant)).agreement).toMatchObject({
    terms,
    duties: [{ own: false, dueOn: '2026-11-30' }],
  })

  const early = await desk.post(`/api/mediations/${id}/force`, act({ on: '2026-11-18', copies: 3 }))
  expect(early.refusal).toBe('mediation_unsigned')
  for (const { id: partyId } of parties)
    await desk.does(`/api/mediations/${id}/sign`, act({ partyId, signedOn: '2026-11-18' }))
  const few = await desk.post(`/api/mediations/${id}/force`, act({ on: '2026-11-18', copies: 2 }))
  expect(few.refusal).toBe('mediation_copies_few')
  await desk.does(`/api/mediations/${id}/force`, act({ on: '2026-11-18', copies: 3 }))
  // Thirty days from the day it is in force; the first visit is the day after what is due first.
  expect(await view(id)).toMatchObject({
    stage: 'in_force',
    confirmUntil: '2026-12-18',
    followOn: '2026-12-01',
  })

  world.clock.set('2026-12-01T09:00:00+08:00')
  const due = await desk.sees<MediationPage>('/api/mediations?list=mine')
  expect(due.rows.map((row) => row.id)).toContain(id)
  const visit = { visitedOn: '2026-12-01', result: 'kept', words: '脚垫装了，夜里安静了。', nextOn: null }
  await desk.does(`/api/mediations/${id}/visit`, act(visit))
  expect(await own(respondent)).toMatchObject({ stage: 'closed', kept: 'kept', can: [] })
  // What a court says after the last visit is noted too.
  await desk.does(`/api/mediations/${id}/confirmed`, act({ on: '2026-12-01' }))
  const again = await desk.post(`/api/mediations/${id}/confirmed`, act({ on: '2026-12-02' }))
  expect(again.refusal, 'a court confirms once').toBe('mediation_move_not_allowed')
  expect(await view(id)).toMatchObject({ stage: 'closed', confirmedOn: '2026-12-01', can: [] })
  world.clock.set('2026-11-18T12:00:00+08:00')
})

describe('what was said', () => {
  test('in private is read by the one who said it and the committee, and never by the other party', async () => {
    const { id, applicant, respondent } = await mediating(world)
    await applicant.does(`/api/my/mediations/${id}/say`, act({ words: '我母亲有病，怕吵' }))
    const said = { at: expect.any(String), words: '我母亲有病，怕吵', what: 'said' }
    expect((await own(applicant)).own.said).toEqual([said])
    const seen = await view(id)
    expect(seen.parties[0]).toMatchObject({ name: '陈先生', phone: '13900000001', said: [said] })
    const other = JSON.stringify(await own(respondent))
    for (const secretOfOther of ['我母亲有病', '陈先生', '13900000001', '302 的住户', '楼上半夜拖椅子'])
      expect(other).not.toContain(secretOfOther)
    // Nor do the tables show it to whoever goes past the program: with that party's own settings.
    const receipt = (await respondent.headers())['x-linli-receipt']!
    const settings = { receiptHash: hashReceiptCode(receipt).toString('hex') }
    const texts = 'select kind, body from sealed_texts where subject = $1'
    const rows = await world.sql<{ kind: string }>('app', texts, [id], settings)
    expect(rows.map(({ kind }) => kind)).toEqual(['mediation_party_name'])
    expect(await world.sql('app', 'select id from mediation_parties', [], settings)).toHaveLength(1)
  })

  test('is closed to street, centre and every other post, who see no mediation at all', async () => {
    const { id } = await mediating(world)
    for (const name of [
      'street',
      'community2',
      'centre',
      'worker',
      'administrator',
      'team',
      'evaluator',
    ] as const) {
      const { refusal } = await world.as(name).get(`/api/mediations/${id}`)
      expect([name, refusal]).toEqual([
        name,
        name === 'street' || name === 'community2' ? 'not_found' : 'not_permitted',
      ])
    }
    const { rows } = await world.as('street').sees<MediationPage>('/api/mediations')
    expect(rows).toEqual([])
    const reach = [world.places.street1.id, world.places.district.id]
    const wide = { reach, personReach: reach, acts: ['mediation.conduct', 'case.see', 'case.see_reporter'] }
    expect(await world.sql('app', 'select id from mediations', [], wide)).toEqual([])
    expect(
      await world.sql('app', "select id from sealed_texts where kind like 'mediation%'", [], wide),
    ).toEqual([])
    expect(await world.sql('app', 'select id from mediation_sessions', [], wide)).toEqual([])
  })

  test('is looked at by staff on the record, once a day each', async () => {
    const { id } = await consented(world)
    await view(id)
    const { looks } = await view(id)
    expect(looks).toMatchObject([{ name: 'community', days: 1 }])
    const lines = "select kind from journal where subject = $1 and kind = 'mediation.looked_at'"
    expect(await world.sql('reader', lines, [id])).toHaveLength(1)
  })
})

describe('nobody is mediated against their will', () => {
  test('a party that refuses ends it, and nobody mediates before all consent', async () => {
    const { reporter } = await reportDispute(world)
    const { mediationId: id } = await reporter.does<MediationReceipt>('/api/follow/mediation', act(ask))
    const desk = world.as('community')
    const early = await desk.post(`/api/mediations/${id}/mediator`, act({ chosenBy: 'committee' }))
    expect(early.refusal).toBe('mediation_move_not_allowed')
    const added = await desk.does<PartyReceipt>(
      `/api/mediations/${id}/parties`,
      act({ name: '周女士', side: 'respondent' }),
    )
    await desk.does(
      `/api/mediations/${id}/consent`,
      act({ partyId: added.codes[0]!.partyId, consents: false }),
    )
    expect(await own(reporter)).toMatchObject({ stage: 'ended', outcome: 'refused', can: [] })
  })

  test('a party may ask for another mediator, or for its end; who asked takes it back', async () => {
    const { id, applicant, respondent } = await mediating(world)
    await respondent.does(`/api/my/mediations/${id}/ask-other`, act({ reason: '他们是亲戚' }))
    const asked = await view(id)
    expect(asked.parties[1]).toMatchObject({
      wantsOther: true,
      said: [{ what: 'wish', words: '他们是亲戚' }],
    })
    expect(JSON.stringify(await own(applicant))).not.toContain('他们是亲戚')
    await world.as('community').does(`/api/mediations/${id}/mediator`, act({ chosenBy: 'parties' }))
    expect((await own(respondent)).own.wantsOther).toBe(false)
    await respondent.does(`/api/my/mediations/${id}/leave`, act())
    expect(await own(applicant)).toMatchObject({ stage: 'ended', outcome: 'ended_by_party' })
    const again = await consented(world)
    await again.applicant.does(`/api/my/mediations/${again.id}/leave`, act({ reason: '自己谈好了' }))
    expect((await view(again.id)).stage).toBe('withdrawn')
  })

  test('who is no party does nothing in it, with a code of another mediation neither', async () => {
    const { id } = await consented(world)
    const stranger = (await consented(world)).respondent
    const tried = await stranger.post(`/api/my/mediations/${id}/say`, act({ words: '让我看看' }))
    expect(tried.refusal).toBe('not_found')
    const staff = await world.as('community').post(`/api/my/mediations/${id}/say`, act({ words: '我来说' }))
    expect(staff.refusal).toBe('not_found')
    const nobody = await world.anonymous().post(`/api/my/mediations/${id}/leave`, act())
    expect(nobody.refusal).toBe('not_found')
  })
})

describe('opened by the committee', () => {
  test('for a case of its own community, by what court or police sent, with codes for all but the reporter', async () => {
    const { caseId, reporter } = await reportDispute(world)
    const parties = [
      { name: '陈先生', side: 'applicant', consents: true },
      { name: '周女士', side: 'respondent', consents: true },
    ]
    const body = { origin: 'police', about: '因噪声打过电话报警', reporterIsParty: true, parties }
    const elsewhere = await world.as('community2').post(`/api/cases/${caseId}/mediation`, act(body))
    expect(elsewhere.refusal).toBe('not_found')
    const unscreened = await world.as('community').post(`/api/cases/${caseId}/mediation`, act(body))
    expect(unscreened.refusal).toBe('mediation_case_unfit')
    await world.as('community').does(`/api/cases/${caseId}/screen`, act({ matter: 'LJ01', publish: false }))
    const request = act(body)
    const opened = await world.as('community').does<PartyReceipt>(`/api/cases/${caseId}/mediation`, request)
    expect(opened).toMatchObject({ stage: 'consented', codes: [{ receiptCode: expect.any(String) }] })
    expect(await world.as('community').does(`/api/cases/${caseId}/mediation`, request)).toEqual(opened)
    expect((await own(reporter)).id).toBe(opened.mediationId)
    const twice = await reporter.post('/api/follow/mediation', act(ask))
    expect(twice.refusal).toBe('mediation_open_already')
  })

  test('by word of mouth it is in force at once, and a case that is over is not mediated', async () => {
    const { id } = await mediating(world)
    const oral = { form: 'oral', cause: 'noise', facts, terms, duties: [] }
    await world.as('community').does(`/api/mediations/${id}/agree`, act(oral))
    expect(await view(id)).toMatchObject({
      stage: 'in_force',
      inForceOn: '2026-11-18',
      followOn: '2026-12-18',
    })
    const { reporter } = await reportDispute(world)
    await reporter.does('/api/follow/withdraw', act())
    expect((await reporter.post('/api/follow/mediation', act(ask))).refusal).toBe('mediation_case_unfit')
  })
})

test('a session that was set is called off with the end of the talks', async () => {
  const { id, respondent } = await mediating(world)
  const at = world.clock.now().add({ hours: 24 }).toString({ fractionalSecondDigits: 3 })
  await world.as('community').does(`/api/mediations/${id}/set-session`, act({ at, venue: '社区调解室' }))
  expect(await seeMediation(world, id)).toMatchObject({ nextSessionAt: at, sessions: [{ stage: 'set' }] })
  await respondent.does(`/api/my/mediations/${id}/leave`, act({ reason: '不谈了' }))
  expect(await seeMediation(world, id)).toMatchObject({
    nextSessionAt: null,
    sessions: [{ stage: 'cancelled' }],
  })
})

test('what came into force cannot be left, and danger is noted for the committee alone', async () => {
  const { id, applicant } = await inForce(world)
  expect((await applicant.post(`/api/my/mediations/${id}/leave`, act())).refusal).toBe(
    'mediation_move_not_allowed',
  )
  await world
    .as('community')
    .does(`/api/mediations/${id}/warn`, act({ told: 'police', words: '扬言要动手，已告知派出所' }))
  expect(await view(id)).toMatchObject({ danger: true, dangers: [{ told: 'police' }] })
  expect(JSON.stringify(await own(applicant))).not.toContain('扬言')
})

test('a case that is mediated leaves the board, and does not come back', async () => {
  const { caseId, reporter } = await reportDispute(world, '三楼窗台滴水')
  const desk = world.as('community')
  await desk.does(`/api/cases/${caseId}/screen`, act({ matter: 'LJ01', summary: '三楼窗台滴水' }))
  await desk.does(`/api/cases/${caseId}/publish`, act({ summary: '三楼窗台滴水' }))
  const shown = async () => {
    await world.followersSettled()
    const { rows } = await world.anonymous().sees<{ rows: { summary: string }[] }>('/api/board')
    return rows.filter(({ summary }) => summary === '三楼窗台滴水').length
  }
  expect(await shown()).toBe(1)
  await reporter.does('/api/follow/mediation', act(ask))
  expect(await shown()).toBe(0)
  await reporter.does('/api/my/mediations/ID/leave'.replace('ID', (await own(reporter)).id), act())
  expect(await shown()).toBe(0)
})

test('the journal holds no name and no word, and the whole verifies', async () => {
  const lines = await world.sql<{ data: object }>(
    'reader',
    "select data from journal where kind like 'mediation.%'",
  )
  const all = JSON.stringify(lines)
  for (const word of ['陈先生', '周女士', '脚垫', '13900000001']) expect(all).not.toContain(word)
  expect((await world.verify()).flaws).toEqual([])
  const { id } = await consented(world)
  const forge = "update mediations set consents = 1, stage = 'asked' where id = $1"
  await world.sql('owner', forge, [id])
  const found = (await world.verify()).flaws.map(({ about }) => about)
  expect(found).toEqual([`mediation ${id}: stage, consents`])
})
