import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import type { StaffName } from '../testing/world-people.ts'
import type { Rehearsal } from './bulk.contract.ts'
import type { Receipt } from './contract.ts'
import type { CaseStory } from './story.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const act = (body: object = {}) => ({ requestId: randomUUID(), ...body })

async function reported(words = '楼道灯不亮'): Promise<string> {
  const body = act({ words, place: world.places.building1.placeCode })
  return (await world.anonymous().does<Receipt>('/api/reports', body)).caseId
}
async function screened(more: object = {}): Promise<string> {
  const caseId = await reported()
  const body = act({ matter: 'FA02', summary: '楼道里的灯不亮', ...more })
  await world.as('community').does(`/api/cases/${caseId}/screen`, body)
  return caseId
}
async function handed(): Promise<string> {
  const caseId = await screened()
  await world.as('community').does(`/api/cases/${caseId}/dispatch`, act())
  return caseId
}
const rehearsed = (who: StaffName, body: object) => world.as(who).does<Rehearsal>('/api/desk/rehearse', body)
const journalLines = async (): Promise<number> => {
  const [row] = await world.sql<{ n: number }>('owner', 'select count(*)::int as n from journal')
  return row!.n
}

test('a rehearsal says what each row would get and why another is refused, and changes nothing', async () => {
  const [ready, fresh] = [await screened(), await reported()]
  const before = await journalLines()
  const { rows } = await rehearsed('community', { act: 'dispatch', caseIds: [ready, fresh, ready] })
  expect(rows.map((row) => row.caseId)).toEqual([ready, fresh])
  expect(rows[0]).toMatchObject({
    refusal: null,
    after: { stage: 'dispatched', unit: { id: world.units.property1 } },
  })
  expect(rows[1]).toMatchObject({ after: null, refusal: { code: 'case_move_not_allowed' } })
  const story = await world.as('community').sees<CaseStory>(`/api/cases/${ready}`)
  expect(story).toMatchObject({ stage: 'screened', parts: [] })
  expect(await journalLines()).toBe(before)

  // What was promised is what the single act then gives.
  await world.as('community').does(`/api/cases/${ready}/dispatch`, act())
  const after = await world.as('community').sees<CaseStory>(`/api/cases/${ready}`)
  expect(after.parts[0]?.unit.id).toBe(rows[0]!.after!.unit!.id)
  expect(after.parts[0]?.account.dueAt).toBe(rows[0]!.after!.dueAt)
})

test('who may not do the act may not rehearse it, and a case out of sight is not found', async () => {
  const caseId = await screened()
  const asked = { act: 'dispatch', caseIds: [caseId] }
  expect(await world.as('property').post('/api/desk/rehearse', asked)).toMatchObject({
    status: 403,
    refusal: 'not_permitted',
  })
  expect(await world.resident().post('/api/desk/rehearse', asked)).toMatchObject({ status: 403 })
  const { rows } = await rehearsed('community3', asked)
  expect(rows).toMatchObject([{ after: null, number: '', refusal: { code: 'not_found' } }])
})

test('a unit signs for many, and what is not its own is refused', async () => {
  const [own, other] = [await handed(), await screened()]
  const { rows } = await rehearsed('property', { act: 'sign', caseIds: [own, other] })
  expect(rows[0]).toMatchObject({ after: { stage: 'signed' }, refusal: null })
  expect(rows[1]).toMatchObject({ after: null, refusal: { code: 'not_found' } })
})

test('every waiting request of a case has a row, with the stage that a decision brings', async () => {
  const caseId = await handed()
  await world.as('property').does(`/api/cases/${caseId}/sign`, act())
  const asks = act({ kind: 'pause', days: 3, reason: '等材料到货' })
  await world.as('property').does(`/api/cases/${caseId}/request`, asks)
  const { requests } = await world.as('street').sees<CaseStory>(`/api/cases/${caseId}`)
  const yes = await rehearsed('street', { act: 'decide', granted: true, caseIds: [caseId] })
  expect(yes.rows).toMatchObject([{ requestId: requests[0]!.id, after: { stage: 'paused' } }])
  const no = await rehearsed('street', { act: 'decide', granted: false, caseIds: [caseId] })
  expect(no.rows).toMatchObject([{ refusal: { code: 'case_reason_needed' } }])
  const none = await rehearsed('street', { act: 'decide', granted: true, caseIds: [await handed()] })
  expect(none.rows).toMatchObject([{ refusal: { code: 'case_request_decided' } }])
})

test('what is joined says into what, and nothing joins itself', async () => {
  const [into, one] = [await screened(), await reported()]
  const { rows } = await rehearsed('community', { act: 'join', into, caseIds: [one, into] })
  expect(rows[0]).toMatchObject({ after: { stage: 'joined', dueAt: null } })
  expect(rows[1]).toMatchObject({ refusal: { code: 'case_cannot_join_itself' } })
})

test('only a summary that a person wrote is published, and only once', async () => {
  const [quiet, open, bare] = [await screened({ publish: false }), await screened(), await reported()]
  const { rows } = await rehearsed('community', { act: 'publish', caseIds: [quiet, open, bare] })
  expect(rows[0]).toMatchObject({ summary: '楼道里的灯不亮', refusal: null })
  expect(rows[1]).toMatchObject({ summary: null, refusal: { code: 'case_public_already' } })
  expect(rows[2]).toMatchObject({ summary: null, refusal: { code: 'case_summary_needed' } })
  // A row that is refused says which case it is, to whoever may see the case.
  for (const { number } of rows) expect(number).toMatch(/\d{8}/)
})

test('the centre closes what was checked', async () => {
  const { rows } = await rehearsed('centre', { act: 'close', caseIds: [await handed()] })
  expect(rows).toMatchObject([{ after: null, refusal: { code: 'case_move_not_allowed' } }])
})
