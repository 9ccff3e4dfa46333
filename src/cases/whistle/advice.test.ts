import { afterAll, beforeAll, expect, test } from 'vitest'
import { declareDrill } from '../../testing/emergency-acts.ts'
import { blow, callsByUnit, onCall, seeWhistle, whistleBody } from '../../testing/whistle-acts.ts'
import type { World } from '../../testing/world.ts'
import { openWorld } from '../../testing/world.ts'
import { act } from '../../testing/world-client.ts'
import type { Receipt } from '../contract.ts'
import type { AdvicePage } from './contract.ts'

let world: World
let whistleId: string
let callId: string
const named = '建议调整中队负责人张某，三次吹哨两次未到'

beforeAll(async () => {
  world = await openWorld()
  const { units } = world
  whistleId = (await blow(world.as('street'), world, { unitIds: [units.team1, units.water] })).whistleId
  const call = onCall(world, whistleId)
  await call(world.as('team'), units.team1, 'refuse', { words: '张某说没空' })
  callId = (await callsByUnit(world.as('street'), whistleId)).东渡街道城管中队!.id
})
afterAll(() => world.close())

const advice = (more: object = {}) =>
  act({ unitId: world.units.team1, about: 'transfer', words: named, callIds: [callId], ...more })

test('advice is read by its street and the centre, and by nobody else in any way', async () => {
  const street = world.as('street')
  const { id } = await street.does<{ id: string }>('/api/whistle-advice', advice())
  for (const name of ['street', 'centre'] as const) {
    const { rows } = await world.as(name).sees<AdvicePage>('/api/whistle-advice')
    expect(rows).toMatchObject([
      { id, about: 'transfer', words: named, evidence: [{ callId, stage: 'refused' }] },
    ])
  }
  expect((await world.as('street2').sees<AdvicePage>('/api/whistle-advice')).rows).toEqual([])
  for (const name of ['community', 'team', 'head', 'evaluator', 'administrator', 'worker'] as const)
    expect((await world.as(name).get('/api/whistle-advice')).refusal, name).toBe('not_permitted')
  // The database keeps it too: whoever reaches the street without the act reads neither row nor words.
  const { district, street1, community1 } = world.places
  const all = { reach: [district.id, street1.id, community1.id], acts: ['case.see', 'whistle.see'] }
  expect(await world.sql('app', 'select id from whistle_advice', [], all)).toEqual([])
  const words = 'select id from sealed_texts where subject = $1'
  expect(await world.sql('app', words, [id], all)).toEqual([])
  // Its line names neither unit nor what was advised.
  const [line] = await world.sql<{ data: object; chain: string }>(
    'reader',
    'select data, chain from journal where subject = $1',
    [id],
  )
  expect([line!.chain, Object.keys(line!.data)]).toEqual([street1.id, ['commits']])
})

test('advice rests on the unit’s own answers in one street', async () => {
  const street = world.as('street')
  const other = advice({ unitId: world.units.water })
  expect((await street.post('/api/whistle-advice', other)).refusal).toBe('whistle_evidence_unfit')
  expect((await world.as('street2').post('/api/whistle-advice', advice())).refusal).toBe(
    'whistle_evidence_unfit',
  )
  expect((await street.post('/api/whistle-advice', advice({ callIds: [] }))).refusal).toBe('input_invalid')
})

test('words in which a person is named are erased on record, and the record still verifies', async () => {
  const street = world.as('street')
  const { id } = await street.does<{ id: string }>('/api/whistle-advice', advice())
  const erase = () => street.post(`/api/whistle-advice/${id}/erase`, act({ reason: '本人已调离' }))
  expect((await erase()).status).toBe(200)
  expect((await erase()).refusal).toBe('whistle_advice_erased')
  const { timeline } = await seeWhistle(street, whistleId)
  const text = timeline.find(({ kind }) => kind === 'whistle.call_refused')!.texts[0]!
  const body = act({ textIds: [text.id], reason: '写了个人姓名' })
  expect((await street.post(`/api/whistles/${whistleId}/erase-texts`, body)).refusal).toBe('not_permitted')
  await world.as('centre').does(`/api/whistles/${whistleId}/erase-texts`, body)
  expect(JSON.stringify(await seeWhistle(street, whistleId))).not.toContain('张某')
  const left = "select id from sealed_texts where body like '%张某说%'"
  expect(await world.sql('reader', left)).toEqual([])
  expect((await world.verify()).flaws).toEqual([])
})

test('a whistle opens its case to nobody, and none is blown for what the centre keeps', async () => {
  const resident = world.anonymous()
  const report = { place: world.places.building1.placeCode }
  const { caseId } = await resident.does<Receipt>('/api/reports', act({ ...report, words: '楼道灯不亮' }))
  const street = world.as('street')
  const forCase = () => street.post('/api/whistles', whistleBody(world, { caseId }))
  expect((await forCase()).refusal).toBe('whistle_case_unfit')
  await world
    .as('community')
    .does(`/api/cases/${caseId}/screen`, act({ matter: 'FA02', summary: '某小区楼道灯不亮' }))
  const answer = await forCase()
  const blown = (answer.body as { whistleId: string }).whistleId
  expect((await seeWhistle(street, blown)).case).toMatchObject({ id: caseId })
  expect((await seeWhistle(world.as('team'), blown)).case).toBeNull()
  const kept = await resident.does<Receipt>('/api/reports', act({ ...report, words: '举报干部受贿' }))
  const hidden = whistleBody(world, { caseId: kept.caseId })
  expect((await street.post('/api/whistles', hidden)).status).toBe(404)
})

test('a row that was bettered by hand is named', async () => {
  await world.sql('owner', 'update whistle_calls set stage = $2 where id = $1', [callId, 'acted'])
  const { flaws } = await world.verify()
  expect(flaws).toMatchObject([{ kind: 'row_changed', about: `call ${callId}: stage` }])
})

test('advice rests on no practice, and on no whistle that was not warranted', async () => {
  const street = world.as('street')
  const { team1 } = world.units
  const refusedCall = async (id: string) => {
    await onCall(world, id)(world.as('team'), team1, 'refuse', { words: '来不了' })
    return (await callsByUnit(street, id)).东渡街道城管中队!.id
  }
  const unwarranted = await blow(world.as('community'), world, { situation: 'emergency', reportMinutes: 60 })
  const first = await refusedCall(unwarranted.whistleId)
  const review = act({ warranted: false, reason: '不是急事' })
  await street.does(`/api/whistles/${unwarranted.whistleId}/review`, review)

  const modeId = await declareDrill(street, world)
  const practice = act({ areaId: world.places.grid1.id, matter: 'FA03', words: '演练：井盖冲走' })
  const made = await street.does<Receipt>(`/api/emergencies/${modeId}/practice`, practice)
  const blown = whistleBody(world, { caseId: made.caseId, areaId: undefined })
  const { whistleId: practised } = await street.does<{ whistleId: string }>('/api/whistles', blown)
  const second = await refusedCall(practised)
  for (const unfit of [first, second])
    for (const callIds of [[unfit], [callId, unfit]])
      expect((await street.post('/api/whistle-advice', advice({ callIds }))).refusal).toBe(
        'whistle_evidence_unfit',
      )
})
