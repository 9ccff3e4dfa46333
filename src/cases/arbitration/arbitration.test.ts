import { afterAll, beforeAll, expect, test } from 'vitest'
import { declareDrill } from '../../testing/emergency-acts.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { act, type Person } from '../../testing/world-client.ts'
import type { ApprovalPage } from '../approvals.contract.ts'
import type { Receipt } from '../contract.ts'
import type { Suggestions } from '../screening.contract.ts'
import type { CaseStory } from '../story.contract.ts'
import type { PrecedentPage } from './precedents.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const see = (at: string, by: Person = world.as('centre')) => by.sees<CaseStory>(at)

/** A case of the firm's matter, reported somewhere and screened. */
async function screened(place: 'building1' | 'grid3' = 'building1', matter = 'FA02'): Promise<string> {
  const where =
    place === 'building1' ? { place: world.places.building1.placeCode } : { areaId: world.places[place].id }
  const { caseId } = await world
    .anonymous()
    .does<Receipt>('/api/reports', act({ words: '楼道灯不亮', ...where }))
  const at = `/api/cases/${caseId}`
  await world.as('centre').does(`${at}/screen`, act({ matter, summary: '楼道灯不亮' }))
  return at
}

/** The firm gave it back, the team has it now and wants to give it back too: the request's id. */
async function disputed(
  street: 'street' | 'street2' = 'street',
  of?: string,
): Promise<{ at: string; requestId: string }> {
  const at = of ?? (await screened())
  await world
    .as(of === undefined ? 'community' : 'street')
    .does(`${at}/dispatch`, act({ leadUnitId: world.units.property1, reason: '先派物业' }))
  await world.as('property').does(`${at}/request`, act({ kind: 'return', reason: '不归物业管' }))
  const [first] = (await see(at)).requests
  expect(first!.arbitration).toBe(false)
  await world.as(street).does(`${at}/requests/${first!.id}/decide`, act({ granted: true }))
  const toTeam = { leadUnitId: world.units.team1, reason: '改派中队' }
  await world.as(street).does(`${at}/dispatch`, act(toTeam))
  world.clock.advance({ minutes: 30 })
  await world.as('team').does(`${at}/sign`, act())
  await world.as('team').does(`${at}/request`, act({ kind: 'return', reason: '也不归中队管' }))
  return { at, requestId: (await see(at)).requests.at(-1)!.id }
}

const word = (unitId: string) => act({ unitId, reason: '按移交清单，由该单位负责' })

test('a second return is the centre’s: the street decides nothing and does not find it among its own', async () => {
  const { at, requestId } = await disputed()
  const street = world.as('street')
  const decide = `${at}/requests/${requestId}/decide`
  expect(await street.post(decide, act({ granted: true }))).toMatchObject({
    status: 409,
    refusal: 'case_needs_arbitration',
  })
  expect((await world.as('centre').post(decide, act({ granted: true }))).refusal).toBe(
    'case_needs_arbitration',
  )
  const ids = async (by: Person) =>
    (await by.sees<ApprovalPage>('/api/approvals')).rows.map((row) => row.requestId)
  expect(await ids(street)).not.toContain(requestId)
  expect(await ids(world.as('centre'))).toContain(requestId)
  const { rows } = await world.as('centre').sees<ApprovalPage>('/api/approvals')
  const row = rows.find((one) => one.requestId === requestId)!
  expect(row.returnedBefore).toMatchObject([{ unit: { id: world.units.property1 }, reason: '不归物业管' }])
  expect((await see(at)).can).toContain('arbitrate')
  expect((await see(at, street)).can).not.toContain('arbitrate')
  expect((await see(at, street)).can).not.toContain('decide')

  const arbitrate = `${at}/requests/${requestId}/arbitrate`
  for (const name of ['street', 'team', 'community', 'administrator'] as const)
    expect((await world.as(name).post(arbitrate, word(world.units.team1))).status).toBe(403)
  const nobody = word('01a1ec46-69c0-7655-aa66-75cc744864bd')
  expect((await world.as('centre').post(arbitrate, nobody)).refusal).toBe('unit_unknown')
  expect(
    (await world.as('centre').post(arbitrate, act({ unitId: world.units.team1, reason: ' ' }))).status,
  ).toBe(400)
})

test('the same unit is named: its clock runs on, it cannot give back again, and the word is proposed next time', async () => {
  const { at, requestId } = await disputed()
  const { team1, property1 } = world.units
  const before = (await see(at)).parts.find(({ unit }) => unit.id === team1)!.account
  const arbitrate = `${at}/requests/${requestId}/arbitrate`
  expect(await world.as('centre').does(arbitrate, word(team1))).toMatchObject({ stage: 'signed' })
  expect((await world.as('centre').post(arbitrate, word(property1))).refusal).toBe('case_request_decided')
  const story = await see(at, world.as('team'))
  const after = story.parts.find(({ unit }) => unit.id === team1)!.account
  expect([after.startedAt, after.dueAt]).toEqual([before.startedAt, before.dueAt])
  expect(story.room?.giveBack).toBe('bound')
  const again = act({ kind: 'return', reason: '还是不归我们' })
  expect(await world.as('team').post(`${at}/request`, again)).toMatchObject({
    status: 409,
    refusal: 'case_arbitration_binds',
  })
  // More time may still be asked for.
  await world.as('team').does(`${at}/request`, act({ kind: 'extension', days: 1, reason: '等材料' }))

  const next = await screened()
  const { answering, precedent } = await world.as('community').sees<Suggestions>(`${next}/suggestions`)
  expect(answering?.id).toBe(team1)
  expect(precedent).toMatchObject({
    caseId: story.id,
    number: story.number,
    reason: '按移交清单，由该单位负责',
  })
  await world.as('community').does(`${next}/dispatch`, act())
  expect((await see(next)).parts.map(({ unit }) => unit.id)).toEqual([team1])
})

test('another unit is named: it leads with a clock of its own, the first is out, and what was said stands in the story', async () => {
  const { at, requestId } = await disputed()
  const { property1, team1 } = world.units
  const arbitrate = `${at}/requests/${requestId}/arbitrate`
  world.clock.advance({ minutes: 5 })
  expect(await world.as('centre').does(arbitrate, word(property1))).toMatchObject({ stage: 'dispatched' })
  const story = await see(at)
  const [lead, ...others] = story.parts.filter(({ stage }) => stage !== 'returned')
  expect([lead!.unit.id, lead!.role, others]).toEqual([property1, 'lead', []])
  expect(lead!.account.startedAt).toBe(world.clock.now().toString({ smallestUnit: 'millisecond' }))
  expect(story.parts.find(({ unit }) => unit.id === team1)).toMatchObject({ stage: 'returned' })
  expect((await world.as('team').get(at)).refusal).toBe('not_found')
  expect(story.timeline.slice(-3).map(({ kind }) => kind)).toEqual([
    'case.arbitrated',
    'case.request_decided',
    'case.dispatched',
  ])
  expect((await see(at, world.as('property'))).room?.giveBack).toBe('bound')
  expect((await world.verify()).flaws).toEqual([])
})

test('a later word takes the place of the one before; the centre alone ends it, and the catalogue names again', async () => {
  const list = (by: Person, query = '') => by.sees<PrecedentPage>(`/api/precedents?${query}`)
  const { rows, canEnd } = await list(world.as('community'))
  expect(canEnd).toBe(false)
  const [standing] = rows
  expect(rows).toHaveLength(1)
  expect(standing).toMatchObject({
    unit: { id: world.units.property1 },
    matter: { code: 'FA02' },
    endedAt: null,
  })
  expect((await list(world.as('street'), 'ended=true')).rows).toMatchObject([
    { unit: { id: world.units.team1 }, endReason: null },
  ])
  // Another street and another community have nothing to do with it.
  for (const name of ['street2', 'community2'] as const) expect((await list(world.as(name))).rows).toEqual([])
  for (const name of ['property', 'worker', 'administrator'] as const)
    expect((await world.as(name).get('/api/precedents')).status).toBe(403)

  const end = `/api/precedents/${standing!.id}/end`
  const why = () => act({ reason: '目录已改，按目录派' })
  for (const name of ['street', 'community', 'team'] as const)
    expect((await world.as(name).post(end, why())).refusal).toBe('not_permitted')
  await world.as('centre').does(end, why())
  expect((await world.as('centre').post(end, why())).refusal).toBe('precedent_ended')
  const over = await list(world.as('centre'), 'ended=true&limit=1')
  expect(over.rows).toMatchObject([{ id: expect.any(String) }])
  expect(over.next).not.toBeNull()
  const ended = (await list(world.as('centre'), 'ended=true')).rows.find(({ id }) => id === standing!.id)
  expect(ended?.endReason).toBe('目录已改，按目录派')
  const next = await screened()
  const { answering, precedent } = await world.as('community').sees<Suggestions>(`${next}/suggestions`)
  expect([answering?.id, precedent]).toEqual([world.units.property1, null])
  expect((await world.verify()).flaws).toEqual([])
})

test('whoever dispatches against a word says why', async () => {
  const { at, requestId } = await disputed()
  await world.as('centre').does(`${at}/requests/${requestId}/arbitrate`, word(world.units.team1))
  const next = await screened()
  const firm = { leadUnitId: world.units.property1 }
  expect((await world.as('community').post(`${next}/dispatch`, act(firm))).refusal).toBe('case_reason_needed')
  await world.as('community').does(`${next}/dispatch`, act({ ...firm, reason: '灯在物业的表后' }))
})

test('a word on what is kept from street and community is theirs neither: the centre alone reads it', async () => {
  const { caseId } = await world
    .anonymous()
    .does<Receipt>('/api/reports', act({ words: '我要举报有人收红包', areaId: world.places.grid1.id }))
  const at = `/api/cases/${caseId}`
  const centre = world.as('centre')
  await centre.does(`${at}/screen`, act({ matter: 'MJ01', publish: false }))
  const give = async (leadUnitId: string) =>
    centre.does(`${at}/dispatch`, act({ leadUnitId, reason: '转请核查' }))
  const back = (by: Person) => by.does(`${at}/request`, act({ kind: 'return', reason: '不归我们' }))
  const waiting = async () => (await see(at)).requests.find(({ granted }) => granted === null)!.id
  await give(world.units.urban)
  await back(world.as('department'))
  await centre.does(`${at}/requests/${await waiting()}/decide`, act({ granted: true }))
  await give(world.units.water)
  await back(world.as('water'))
  const arbitrate = `${at}/requests/${await waiting()}/arbitrate`
  // Not even the centre hands it to a unit of the place that it speaks of.
  expect((await centre.post(arbitrate, word(world.units.committee1))).refusal).toBe(
    'confidential_unit_refused',
  )
  await centre.does(arbitrate, word(world.units.water))
  const known = async (by: Person) =>
    (await by.sees<PrecedentPage>('/api/precedents?matter=MJ01')).rows.map(({ unit }) => unit.id)
  expect(await known(centre)).toEqual([world.units.water])
  for (const name of ['street', 'community'] as const) expect(await known(world.as(name))).toEqual([])
})

test('what is practised is decided, but binds nobody outside it and ends no word that holds', async () => {
  const centre = world.as('centre')
  const holding = () => world.sql('owner', 'select id, ended_at from precedents order by id')
  const modeId = await declareDrill(centre, world)
  const body = act({ areaId: world.places.building1.id, matter: 'FA03', words: '演练：井盖冲走' })
  const made = await centre.does<Receipt>(`/api/emergencies/${modeId}/practice`, body)
  const { at, requestId } = await disputed('street', `/api/cases/${made.caseId}`)
  const before = await holding()
  const { water } = world.units
  expect(await centre.does(`${at}/requests/${requestId}/arbitrate`, word(water))).toMatchObject({
    stage: 'dispatched',
  })
  expect((await see(at)).parts.find(({ unit }) => unit.id === water)).toMatchObject({ role: 'lead' })
  expect(await holding()).toEqual(before)
  expect((await world.verify()).flaws).toEqual([])
})

test('a word goes with its place when the place gets another street', async () => {
  const known = async (name: 'street' | 'street2' | 'community') =>
    (await world.as(name).sees<PrecedentPage>('/api/precedents')).rows.map(({ matter }) => matter?.code)
  expect(await Promise.all([known('street'), known('street2'), known('community')])).toEqual([
    ['FA02'],
    [],
    ['FA02'],
  ])
  const move = act({ parentId: world.places.street2.id, fromDay: '2026-11-18' })
  await world.as('administrator').does(`/api/areas/${world.places.community1.id}/move`, move)
  // The centre speaks again on the same before the older word has come into the new street's sight.
  const { at, requestId } = await disputed('street2')
  await world.as('centre').does(`${at}/requests/${requestId}/arbitrate`, word(world.units.team1))
  await world.followersSettled()
  expect(await Promise.all([known('street'), known('street2'), known('community')])).toEqual([
    [],
    ['FA02'],
    ['FA02'],
  ])
  expect((await world.verify()).flaws).toEqual([])
})
