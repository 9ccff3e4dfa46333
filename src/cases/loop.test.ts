import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { photo } from '../testing/photo.ts'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import type { Person } from '../testing/world-client.ts'
import type { OpenAlerts } from './alerts.contract.ts'
import type { Receipt } from './contract.ts'
import type { BoardPage, CaseStory, DeskPage, FollowedCase } from './story.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const act = (body: object = {}) => ({ requestId: randomUUID(), ...body })
const upload = async (person: Person, red: number) =>
  (await person.upload<{ fileId: string }>('/api/photos', { bytes: await photo(red), type: 'image/jpeg' }))
    .body.fileId

async function report(person: Person, words: string, more: object = {}): Promise<Receipt> {
  return person.does<Receipt>(
    '/api/reports',
    act({ words, place: world.places.building1.placeCode, ...more }),
  )
}

test('a problem goes from a resident to a unit and back, is not solved, and is closed when it is', async () => {
  const resident = world.anonymous()
  const receipt = await report(resident, '三楼楼道灯不亮，老人下楼看不见', {
    contact: { name: '张小云', phone: '13800000417' },
    photos: [await upload(resident, 1)],
  })
  expect(receipt.number).toMatch(/^20261118-\d{7}-\d$/)
  const own = resident.withReceipt(receipt.receiptCode)
  const at = `/api/cases/${receipt.caseId}`
  const [desk, firm, centre] = [world.as('community'), world.as('property'), world.as('centre')]

  await desk.does(`${at}/screen`, act({ matter: 'FA02', summary: '某小区三楼楼道灯不亮' }))
  await desk.does(`${at}/dispatch`, act())
  world.clock.advance({ minutes: 20 })
  await firm.does(`${at}/sign`, act())
  await firm.does(
    `${at}/note`,
    act({ note: '电工已到现场', arrived: true, photos: [await upload(firm, 60)] }),
  )
  expect((await firm.post(`${at}/resolve`, act({ note: '换了灯泡' }))).refusal).toBe('case_evidence_missing')
  await firm.does(`${at}/resolve`, act({ note: '换了灯泡', photos: [await upload(firm, 90)] }))
  await desk.does(`${at}/reply`, act({ answer: '灯已修好，感谢反映。' }))

  await world.followersSettled()
  const board = await world.anonymous().sees<BoardPage>('/api/board')
  const shown = board.rows.find((row) => row.number === receipt.number)
  expect(shown).toMatchObject({
    summary: '某小区三楼楼道灯不亮',
    answer: '灯已修好，感谢反映。',
    stage: 'replied',
  })
  expect(JSON.stringify(board)).not.toContain('老人')
  expect(shown?.place.names.map((name) => name.zh)).not.toContain('柳岸小区3栋')

  const followed = await own.sees<FollowedCase>('/api/follow')
  expect(followed).toMatchObject({ stage: 'replied', answer: '灯已修好，感谢反映。', can: ['rate', 'add'] })
  await own.does('/api/follow/rate', act({ solved: false, rating: 1, words: '晚上又灭了' }))
  expect(await firm.sees<CaseStory>(at)).toMatchObject({ stage: 'dispatched', reopened: 1 })

  world.clock.advance({ hours: 2 })
  await firm.does(`${at}/sign`, act())
  await firm.does(`${at}/resolve`, act({ note: '换了线路', photos: [await upload(firm, 150)] }))
  await desk.does(`${at}/reply`, act({ answer: '线路老化，已更换。' }))
  await own.does('/api/follow/rate', act({ solved: true, rating: 5 }))
  await centre.does(`${at}/check`, act({ passed: true }))
  await centre.does(`${at}/close`, act())

  const story = await centre.sees<CaseStory>(at)
  expect(story.stage).toBe('closed')
  expect(story.timeline.map((line) => line.kind)).toEqual([
    'case.accepted',
    'case.screened',
    'case.dispatched',
    'case.signed',
    'case.handled',
    'case.resolved',
    'case.replied',
    'case.rated',
    'case.reopened',
    'case.signed',
    'case.resolved',
    'case.replied',
    'case.rated',
    'case.checked',
    'case.closed',
  ])
  expect(story.parts[0]?.account).toMatchObject({ light: 'green', measure: 'working' })
})

test('a report can be read by its own receipt and by nobody else’s', async () => {
  const mine = await report(world.anonymous(), '楼下积水两天了')
  const other = world.anonymous()
  const theirs = await report(other, '垃圾没有人收')
  const stranger = other.withReceipt(theirs.receiptCode)
  expect((await stranger.get(`/api/my/cases/${mine.caseId}`)).refusal).toBe('not_found')
  expect((await world.anonymous().get('/api/follow')).refusal).toBe('not_found')
  expect((await stranger.get(`/api/cases/${mine.caseId}`)).status).toBeGreaterThanOrEqual(400)
  expect((await world.resident().get(`/api/my/cases/${mine.caseId}`)).refusal).toBe('not_found')
  const settings = { actor: 'client:x', receiptHash: 'ff'.repeat(32) }
  for (const table of [
    'cases',
    'sealed_texts',
    'case_photos',
    'case_parts',
    'case_requests',
    'journal',
    'requests',
  ])
    expect(await world.sql('app', `select * from ${table}`, [], settings), table).toEqual([])
})

test('the same request id gives the first receipt, and with another body a refusal', async () => {
  const resident = world.anonymous()
  const body = act({ words: '窨井盖响', areaId: world.places.grid1.id })
  const first = await resident.does<Receipt>('/api/reports', body)
  expect(await resident.does<Receipt>('/api/reports', body)).toEqual(first)
  expect((await resident.post('/api/reports', { ...body, words: '别的事' })).refusal).toBe(
    'request_id_reused',
  )
  const rows = await world.sql('reader', 'select count(*)::int as n from cases where number = $1', [
    first.number,
  ])
  expect(rows).toEqual([{ n: 1 }])
})

test('an emergency is shown its numbers first and becomes no case unless the reporter says it is none', async () => {
  const resident = world.anonymous()
  const words = '家里着火了快来'
  const refused = await resident.post('/api/reports', act({ words }))
  expect(refused).toMatchObject({ status: 422, refusal: 'emergency_first' })
  const alert = act({ words, areaId: world.places.grid1.id })
  await resident.does('/api/alerts', alert)
  const seen = await world.as('worker').sees<OpenAlerts>('/api/alerts')
  const raised = seen.alerts.find((entry) => entry.words === words)
  expect(raised).toMatchObject({ lines: ['119'], place: { areaId: world.places.grid1.id } })
  expect(raised?.place.names.map((name) => name.zh)).toEqual(['柳巷社区', '柳巷第一网格'])
  expect((await world.as('team').get('/api/alerts')).refusal).toBe('not_permitted')
  await world.as('community').does(`/api/alerts/${raised?.id}/take`)
  const left = await world.as('worker').sees<OpenAlerts>('/api/alerts')
  expect(left.alerts.map((entry) => entry.id)).not.toContain(raised?.id)
  await resident.does('/api/reports', act({ words, notEmergency: true }))
})

test('a petition is kept from the street and its community', async () => {
  const receipt = await report(world.anonymous(), '我要举报社区干部收红包')
  const at = `/api/cases/${receipt.caseId}`
  expect((await world.as('community').get(at)).refusal).toBe('not_found')
  expect((await world.as('worker').get(at)).refusal).toBe('not_found')
  expect(await world.as('centre').sees<CaseStory>(at)).toMatchObject({ confidential: true })
})

test('a unit asks for more time; the street decides; the deadline moves and nothing is lost', async () => {
  const receipt = await report(world.anonymous(), '楼道墙皮脱落')
  const at = `/api/cases/${receipt.caseId}`
  const [desk, firm] = [world.as('community'), world.as('property')]
  await desk.does(`${at}/screen`, act({ matter: 'FA02', summary: '楼道墙皮脱落待修' }))
  await desk.does(`${at}/dispatch`, act())
  await firm.does(`${at}/sign`, act())
  const before = (await firm.sees<CaseStory>(at)).parts[0]!.account
  await firm.does(`${at}/request`, act({ kind: 'extension', days: 2, reason: '要等材料到货' }))
  expect((await firm.post(`${at}/request`, act({ kind: 'pause', days: 1, reason: '再等等' }))).refusal).toBe(
    'case_request_pending',
  )
  const street = world.as('street')
  const waiting = await street.sees<DeskPage>('/api/desk?queue=decide')
  expect(waiting.rows.map((row) => row.number)).toContain(receipt.number)
  const { requests } = await street.sees<CaseStory>(at)
  const decide = `${at}/requests/${requests[0]!.id}/decide`
  expect((await firm.post(decide, act({ granted: true }))).refusal).toBe('not_permitted')
  await street.does(decide, act({ granted: true }))
  const after = (await firm.sees<CaseStory>(at)).parts[0]!.account
  expect(after.dueAt! > before.dueAt!).toBe(true)
  expect(after.usedMinutes).toBe(before.usedMinutes)
  expect(after.extendedMinutes).toBeGreaterThan(0)
})

test('handlers see the place and not the person; the desk sees the person for a purpose, on the record', async () => {
  const receipt = await report(world.anonymous(), '门禁坏了', {
    contact: { name: '李大力', phone: '13900001234' },
  })
  const at = `/api/cases/${receipt.caseId}`
  const [desk, firm] = [world.as('community'), world.as('property')]
  await desk.does(`${at}/screen`, act({ matter: 'FA02', summary: '门禁损坏需要修理' }))
  await desk.does(`${at}/dispatch`, act())
  expect((await firm.sees<CaseStory>(at)).reporter).toBeNull()
  expect((await firm.post(`${at}/see-reporter`, act({ purpose: '上门' }))).refusal).toBe('not_permitted')
  expect((await desk.sees<CaseStory>(at)).reporter).toEqual({ name: '李**', phone: '139****1234' })
  const seen = await desk.does(`${at}/see-reporter`, act({ purpose: '约时间上门看门禁' }))
  expect(seen).toEqual({ name: '李大力', phone: '13900001234' })
  expect((await desk.sees<CaseStory>(at)).timeline.at(-1)?.kind).toBe('case.reporter_seen')
})

test('a duplicate is found, joined, answered with the case that took it in, and can be taken out again', async () => {
  const words = '北门的路灯坏了三盏，晚上很黑'
  const first = await report(world.anonymous(), words)
  const other = world.anonymous()
  const second = await report(other, '北门路灯坏了，晚上很黑看不见')
  const desk = world.as('community')
  const { duplicates } = await desk.sees<{ duplicates: { id: string }[] }>(
    `/api/cases/${second.caseId}/duplicates`,
  )
  expect(duplicates.map((found) => found.id)).toContain(first.caseId)
  await desk.does(`/api/cases/${second.caseId}/join`, act({ into: first.caseId }))
  const at = `/api/cases/${first.caseId}`
  await desk.does(`${at}/screen`, act({ matter: 'FA02', summary: '北门路灯不亮' }))
  await desk.does(`${at}/dispatch`, act())
  const firm = world.as('property')
  await firm.does(`${at}/sign`, act())
  await firm.does(`${at}/resolve`, act({ note: '换好了', photos: [await upload(firm, 7)] }))
  await desk.does(`${at}/reply`, act({ answer: '三盏路灯都换好了。' }))
  await world.followersSettled()
  const followed = await other.withReceipt(second.receiptCode).sees<FollowedCase>('/api/follow')
  expect(followed).toMatchObject({ stage: 'joined', answer: '三盏路灯都换好了。' })
  expect(JSON.stringify(followed)).not.toContain(first.receiptCode)
  const board = await world.anonymous().sees<BoardPage>('/api/board')
  expect(board.rows.find((row) => row.number === first.number)?.reports).toBe(2)
  await desk.does(`/api/cases/${second.caseId}/screen`, act({ matter: 'FA02', summary: '另一处路灯不亮' }))
  expect((await desk.sees<CaseStory>(`/api/cases/${second.caseId}`)).joinedInto).toBeNull()
})

test('a trifle that a grid worker mends on the spot is one step, and not solved goes back to the desk', async () => {
  const worker = world.as('worker')
  const receipt = await worker.does<Receipt>('/api/reports/solved', {
    report: act({ words: '门口的单车倒了一片', areaId: world.places.grid1.id }),
    matter: 'FA02',
    summary: '共享单车倒伏已扶正',
    note: '已扶正摆好',
    photos: [await upload(worker, 8)],
  })
  const at = `/api/cases/${receipt.caseId}`
  const story = await world.as('community').sees<CaseStory>(at)
  expect(story).toMatchObject({ stage: 'resolved', kind: 'incident', source: 'field' })
  expect(story.timeline.map((line) => line.kind)).toEqual(['case.accepted', 'case.screened', 'case.resolved'])
  await world.as('community').does(`${at}/reply`, act({ answer: '已扶正。' }))
  await worker.does(`/api/my/cases/${receipt.caseId}/rate`, act({ solved: false, rating: 2 }))
  expect(await world.as('community').sees<CaseStory>(at)).toMatchObject({ stage: 'screened', reopened: 1 })
})
