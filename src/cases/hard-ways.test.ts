import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { photo } from '../testing/photo.ts'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import type { Person } from '../testing/world-client.ts'
import type { Receipt } from './contract.ts'
import { endPauses } from './resume-case.ts'
import type { CaseStory } from './story.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const act = (body: object = {}) => ({ requestId: randomUUID(), ...body })

interface Told {
  readonly at: string
  readonly reporter: Person
}

/** A case at the property firm, with the units named assisting. */
async function dispatched(assistUnitIds: readonly string[] = []): Promise<Told> {
  const resident = world.anonymous()
  const body = act({ words: '楼道灯不亮', place: world.places.building1.placeCode })
  const { caseId, receiptCode } = await resident.does<Receipt>('/api/reports', body)
  const at = `/api/cases/${caseId}`
  await world.as('community').does(`${at}/screen`, act({ matter: 'FA02', summary: '楼道灯不亮' }))
  await world.as('community').does(`${at}/dispatch`, act({ assistUnitIds }))
  return { at, reporter: resident.withReceipt(receiptCode) }
}

const see = (at: string) => world.as('centre').sees<CaseStory>(at)
const proof = async (person: Person) => {
  const { body } = await person.upload<{ fileId: string }>('/api/photos', {
    bytes: await photo(),
    type: 'image/jpeg',
  })
  return act({ note: '修好了', photos: [body.fileId] })
}

async function grant(at: string, by: 'street' | 'centre', of: Person, request: object): Promise<number> {
  await of.does(`${at}/request`, act({ reason: '理由说明', ...request }))
  const { requests } = await see(at)
  return (
    await world
      .as(by)
      .post(
        `${at}/requests/${requests.find((one) => one.granted === null)!.id}/decide`,
        act({ granted: true }),
      )
  ).status
}

test('a desk cannot go the reporter’s way back: a closed case is not dispatched or screened again', async () => {
  const { at } = await dispatched()
  const [desk, firm, centre] = [world.as('community'), world.as('property'), world.as('centre')]
  await firm.does(`${at}/sign`, act())
  await firm.does(`${at}/resolve`, await proof(firm))
  await desk.does(`${at}/reply`, act({ answer: '修好了。' }))
  await centre.does(`${at}/check`, act({ passed: true }))
  await centre.does(`${at}/close`, act())
  for (const again of [
    [`${at}/dispatch`, {}],
    [`${at}/screen`, { matter: 'FA02', summary: '再来一次' }],
  ] as const)
    expect((await desk.post(again[0], act(again[1]))).refusal).toBe('case_move_not_allowed')
})

test('the centre sends back what was resolved, and nothing else', async () => {
  const { at } = await dispatched()
  const [firm, centre] = [world.as('property'), world.as('centre')]
  const back = () => centre.post(`${at}/check`, act({ passed: false, note: '现场没有修好' }))
  await firm.does(`${at}/sign`, act())
  expect((await back()).refusal).toBe('case_move_not_allowed')
  expect(
    await grant(at, 'street', firm, { kind: 'listing', reviewOn: '2026-12-30', condition: '新灯到货' }),
  ).toBe(200)
  expect((await back()).refusal).toBe('case_move_not_allowed')
  await world.as('street').does(`${at}/resume`, act())
  await firm.does(`${at}/resolve`, await proof(firm))
  expect((await back()).status).toBe(200)
  expect((await see(at)).stage).toBe('handling')
})

test('who gave a case back does not get it again when it is reopened, nor sees it any more', async () => {
  const { at, reporter } = await dispatched()
  const firm = world.as('property')
  expect(await grant(at, 'street', firm, { kind: 'return' })).toBe(200)
  const leadUnitId = world.units.team1
  await world.as('street').does(`${at}/dispatch`, act({ leadUnitId, reason: '应由中队办理' }))
  expect((await firm.get(at)).refusal).toBe('not_found')
  const team = world.as('team')
  await team.does(`${at}/sign`, act())
  await team.does(`${at}/resolve`, await proof(team))
  await world.as('street').does(`${at}/reply`, act({ answer: '已处理。' }))
  await reporter.does('/api/follow/rate', act({ solved: false, rating: 1 }))
  const story = await see(at)
  const open = story.parts.filter((part) => part.stage === 'dispatched')
  expect(open.map((part) => [part.unit.id, part.role])).toEqual([[leadUnitId, 'lead']])
})

test('who gave a case back has no clock that runs on when it was closed, opened again and sent back', async () => {
  const { at, reporter } = await dispatched()
  const [firm, team, street, centre] = [
    world.as('property'),
    world.as('team'),
    world.as('street'),
    world.as('centre'),
  ]
  expect(await grant(at, 'street', firm, { kind: 'return' })).toBe(200)
  await street.does(`${at}/dispatch`, act({ leadUnitId: world.units.team1, reason: '应由中队办理' }))
  const solve = async () => {
    await team.does(`${at}/sign`, act())
    await team.does(`${at}/resolve`, await proof(team))
    await street.does(`${at}/reply`, act({ answer: '已处理。' }))
  }
  await solve()
  await centre.does(`${at}/check`, act({ passed: true }))
  await centre.does(`${at}/close`, act())
  await reporter.does('/api/follow/rate', act({ solved: false, rating: 1 }))
  await solve()
  const account = async () =>
    (await see(at)).parts.find(({ unit }) => unit.id === world.units.property1)!.account
  const given = await account()
  world.clock.advance({ hours: 30 })
  await centre.does(`${at}/check`, act({ passed: false, note: '现场没有修好' }))
  expect(await account()).toEqual(given)
})

test('when the last assisting unit gives its part back, what the lead has resolved is resolved', async () => {
  const { at } = await dispatched([world.units.team1])
  const firm = world.as('property')
  await firm.does(`${at}/sign`, act())
  await firm.does(`${at}/resolve`, await proof(firm))
  expect((await see(at)).stage).toBe('signed')
  expect(await grant(at, 'street', world.as('team'), { kind: 'return' })).toBe(200)
  expect((await see(at)).stage).toBe('resolved')
  await world.as('community').does(`${at}/reply`, act({ answer: '修好了。' }))
})

test('a pause that has run out lets the unit act again by itself', async () => {
  const { at } = await dispatched()
  const firm = world.as('property')
  await firm.does(`${at}/sign`, act())
  expect(await grant(at, 'street', firm, { kind: 'pause', days: 1 })).toBe(200)
  expect((await see(at)).stage).toBe('paused')
  expect(await endPauses(world.system)).toBe(0)
  world.clock.advance({ hours: 72 })
  expect(await endPauses(world.system)).toBe(1)
  expect((await see(at)).stage).toBe('handling')
  await firm.does(`${at}/note`, act({ note: '继续处理' }))
})

test.each([
  ['paused', { kind: 'pause', days: 4 }],
  ['listed without an end', { kind: 'listing', reviewOn: '2026-12-30', condition: '新灯到货' }],
])('a case that is withdrawn while %s keeps no deadline that the pause pushed away', async (_, request) => {
  const { at, reporter } = await dispatched()
  const firm = world.as('property')
  await firm.does(`${at}/sign`, act())
  expect(await grant(at, 'street', firm, request)).toBe(200)
  await reporter.does('/api/follow/withdraw', act())
  const { id, parts } = await see(at)
  const rows = await world.sql<{ due: Date }>(
    'owner',
    'select due_at as due from cases where id = $1 union all select due_at from case_parts where case_id = $1',
    [id],
  )
  const dueAt = parts[0]!.account.dueAt!
  expect(rows.map(({ due }) => due.toISOString())).toEqual([dueAt, dueAt])
})

test('a case that was withdrawn while paused stays so, and holds up no other pause', async () => {
  const withdrawn = await dispatched([world.units.team1])
  const firm = world.as('property')
  const team = world.as('team')
  await team.does(`${withdrawn.at}/sign`, act())
  expect(await grant(withdrawn.at, 'street', team, { kind: 'pause', days: 1 })).toBe(200)
  await firm.does(`${withdrawn.at}/sign`, act())
  expect(await grant(withdrawn.at, 'street', firm, { kind: 'pause', days: 1 })).toBe(200)
  await withdrawn.reporter.does('/api/follow/withdraw', act({ reason: '自己解决了' }))
  const { at } = await dispatched()
  await firm.does(`${at}/sign`, act())
  expect(await grant(at, 'street', firm, { kind: 'pause', days: 1 })).toBe(200)
  world.clock.advance({ hours: 96 })
  expect(await endPauses(world.system)).toBe(1)
  expect((await see(at)).stage).toBe('handling')
  const ended = await see(withdrawn.at)
  expect(ended.stage).toBe('withdrawn')
  expect(ended.timeline.map(({ kind }) => kind)).not.toContain('case.resumed')
  const resume = act({ unitId: world.units.team1 })
  expect((await world.as('street').post(`${withdrawn.at}/resume`, resume)).refusal).toBe(
    'case_move_not_allowed',
  )
})

test('a request is decided by another, while it has an object, and lapses when the unit has resolved', async () => {
  const { at } = await dispatched()
  const firm = world.as('property')
  await firm.does(`${at}/sign`, act())
  await firm.does(`${at}/request`, act({ kind: 'extension', days: 2, reason: '等材料' }))
  const { requests } = await see(at)
  await firm.does(`${at}/resolve`, await proof(firm))
  const decide = `${at}/requests/${requests[0]!.id}/decide`
  expect((await world.as('street').post(decide, act({ granted: true }))).refusal).toBe('case_request_decided')
  expect((await see(at)).parts[0]?.account.extendedMinutes).toBe(0)
})

test('a listing is reviewed on a day that lies ahead', async () => {
  const { at } = await dispatched()
  const firm = world.as('property')
  await firm.does(`${at}/sign`, act())
  const past = act({ kind: 'listing', reviewOn: '1999-01-01', condition: '新灯到货', reason: '长期' })
  expect((await firm.post(`${at}/request`, past)).refusal).toBe('case_review_not_ahead')
})

test('solved on the spot and not solved after all: the response clock begins again', async () => {
  const worker = world.as('worker')
  const upload = { bytes: await photo(3), type: 'image/jpeg' }
  const { fileId } = (await worker.upload<{ fileId: string }>('/api/photos', upload)).body
  const report = act({ words: '路边有垃圾', areaId: world.places.grid1.id })
  const solved = { report, matter: 'FA02', summary: '路边垃圾已清', note: '清了', photos: [fileId] }
  const { caseId } = await worker.does<Receipt>('/api/reports/solved', solved)
  await world.as('community').does(`/api/cases/${caseId}/reply`, act({ answer: '清了。' }))
  world.clock.advance({ hours: 100 })
  await worker.does(`/api/my/cases/${caseId}/rate`, act({ solved: false, rating: 1 }))
  const story = await see(`/api/cases/${caseId}`)
  expect(story.stage).toBe('screened')
  expect(story.response).toMatchObject({ stoppedAt: null, usedMinutes: 0 })
})

test('an assisting unit neither signs, resolves nor asks for time where the reporter has taken the case back', async () => {
  const team = world.as('team')
  const [unsigned, signed] = [await dispatched([world.units.team1]), await dispatched([world.units.team1])]
  await team.does(`${signed.at}/sign`, act())
  for (const { reporter } of [unsigned, signed]) await reporter.does('/api/follow/withdraw', act())
  const refusals = [
    await team.post(`${unsigned.at}/sign`, act()),
    await team.post(`${signed.at}/resolve`, await proof(team)),
    await team.post(`${signed.at}/request`, act({ kind: 'extension', days: 1, reason: '等配件' })),
  ].map(({ refusal }) => refusal)
  expect(refusals).toEqual(Array(3).fill('case_move_not_allowed'))
})
