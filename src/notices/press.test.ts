import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Receipt } from '../cases/contract.ts'
import { climbLadders } from '../cases/door.ts'
import type { LadderView, OpenInstructions } from '../cases/ladder/press.contract.ts'
import type { CaseStory, FollowedCase } from '../cases/story.contract.ts'
import { openWorld, type World } from '../testing/world.ts'
import { act } from '../testing/world-client.ts'
import type { StaffName } from '../testing/world-people.ts'
import type { NoticePage } from './contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const words = '请今天下班前到现场劝离，并回复结果'
const at = ({ caseId }: Receipt) => `/api/cases/${caseId}`
const handedOut = async (said: string) => {
  const resident = world.resident('13900000071')
  const receipt = await resident.does<Receipt>(
    '/api/reports',
    act({ words: said, areaId: world.places.building1.id }),
  )
  await world.as('street').does(`${at(receipt)}/screen`, act({ matter: 'HJ02', summary: '路口占道经营' }))
  await world.as('street').does(`${at(receipt)}/dispatch`, act())
  return receipt
}
const instruct = (by: StaffName, receipt: Receipt) =>
  world
    .as(by)
    .post(
      `${at(receipt)}/instruct`,
      act({ unitId: world.units.team1, words, amount: 4, countedIn: 'working_hour' }),
    )
const ladder = (by: StaffName, receipt: Receipt) => world.as(by).sees<LadderView>(`${at(receipt)}/ladder`)
const told = async (by: StaffName, { number }: Receipt) => {
  await world.followersSettled()
  const { rows } = await world.as(by).sees<NoticePage>('/api/notices?limit=100')
  return rows.flatMap(({ kind, caseNumber }) =>
    caseNumber === number && kind.startsWith('instruction') ? [kind] : [],
  )
}
const kinds = async (receipt: Receipt) =>
  (await world.as('street').sees<CaseStory>(at(receipt))).timeline.map(({ kind }) => kind)

test('a street instructs a unit, which sees it first and answers; its words go to nobody else', async () => {
  const receipt = await handedOut('路口有人占道卖水果')
  expect((await ladder('street', receipt)).mayInstruct).toMatchObject([{ id: world.units.team1 }])
  expect((await ladder('team', receipt)).mayInstruct).toEqual([])
  expect((await instruct('street', receipt)).status).toBe(200)
  expect((await instruct('street', receipt)).refusal).toBe('instruction_stands')
  expect((await instruct('team', receipt)).refusal).toBe('not_permitted')
  const { rows } = await world.as('team').sees<OpenInstructions>('/api/instructions')
  expect(rows).toMatchObject([
    { caseId: receipt.caseId, words, giver: 'street', account: { light: 'green', allowedMinutes: 240 } },
  ])
  expect(await world.as('team2').sees<OpenInstructions>('/api/instructions')).toEqual({
    rows: [],
    more: false,
  })
  expect(await told('team', receipt)).toEqual(['instruction_given'])
  const [notice] = (await world.as('team').sees<NoticePage>('/api/notices?limit=1')).rows
  expect(notice).toMatchObject({ facts: { dueAt: rows[0]!.account.dueAt }, unit: { zh: expect.any(String) } })
  expect((await ladder('team', receipt)).instructions).toMatchObject([{ can: ['answer'] }])

  const answer = act({ instructionId: rows[0]!.id, words: '已劝离，摊主承诺不再来' })
  expect((await world.as('street').post(`${at(receipt)}/answer-instruction`, answer)).refusal).toBe(
    'not_permitted',
  )
  await world.as('team').does(`${at(receipt)}/answer-instruction`, answer)
  expect(
    (await world.as('team').post(`${at(receipt)}/answer-instruction`, { ...answer, ...act() })).refusal,
  ).toBe('instruction_ended')
  expect(await told('street', receipt)).toEqual(['instruction_answered'])
  const { instructions } = await ladder('street', receipt)
  expect(instructions).toMatchObject([{ answer: '已劝离，摊主承诺不再来', withdrawn: false, can: [] }])
  expect(instructions[0]!.account.stoppedAt).not.toBeNull()

  const followed = await world.resident('13900000071').sees<FollowedCase>(`/api/my/cases/${receipt.caseId}`)
  expect(JSON.stringify(followed)).not.toContain('劝离')
  expect(JSON.stringify(await world.sql('reader', 'select * from notices'))).not.toContain('劝离')
  // Answered it is not overdue, however late the program looks.
  world.clock.set('2026-12-30T10:00:00+08:00')
  await climbLadders(world.system)
  expect(await kinds(receipt)).not.toContain('case.instruction_overdue')
})

test('not answered in time it climbs one step, once; what the district gave no street takes back', async () => {
  world.clock.set('2027-03-03T10:00:00+08:00')
  const [ofStreet, ofDistrict] = [await handedOut('摊位挡路'), await handedOut('有人摆摊')]
  await instruct('street', ofStreet)
  await instruct('centre', ofDistrict)
  const [given] = (await ladder('centre', ofDistrict)).instructions
  const withdraw = act({ instructionId: given!.id })
  expect((await world.as('street').post(`${at(ofDistrict)}/withdraw-instruction`, withdraw)).refusal).toBe(
    'not_permitted',
  )
  world.clock.set('2027-03-05T10:00:00+08:00')
  await Promise.all([climbLadders(world.system), climbLadders(world.system)])
  await climbLadders(world.system)
  for (const receipt of [ofStreet, ofDistrict])
    expect((await kinds(receipt)).filter((kind) => kind === 'case.instruction_overdue')).toHaveLength(1)
  expect(await told('street', ofStreet)).toEqual(['instruction_overdue'])
  expect(await told('centre', ofStreet)).toEqual(['instruction_overdue'])
  expect(await told('head', ofDistrict)).toEqual(['instruction_overdue', 'instruction_given'])
  expect(await told('street', ofDistrict)).toEqual([])
  expect((await ladder('team', ofDistrict)).instructions[0]!.account.light).toBe('red')
  await world.as('centre').does(`${at(ofDistrict)}/withdraw-instruction`, withdraw)
  expect((await ladder('team', ofDistrict)).instructions).toMatchObject([{ withdrawn: true, can: [] }])
})

test('it ends with the unit’s part, and a case that is done again begins without it', async () => {
  world.clock.set('2027-03-08T10:00:00+08:00')
  const done = await handedOut('又来摆摊')
  await instruct('street', done)
  await world.as('team').does(`${at(done)}/sign`, act())
  await world.as('team').does(`${at(done)}/resolve`, act({ note: '已劝离' }))
  expect((await kinds(done)).slice(-2)).toEqual(['case.resolved', 'case.instruction_lapsed'])
  const { instructions } = await ladder('team', done)
  expect(instructions).toMatchObject([{ lapsed: true, withdrawn: false, answer: null, can: [] }])
  const resident = world.resident('13900000071')
  await world.as('street').does(`${at(done)}/reply`, act({ answer: '已经劝离' }))
  await resident.does(`/api/my/cases/${done.caseId}/rate`, act({ solved: false, rating: 1 }))
  world.clock.set('2027-03-12T10:00:00+08:00')
  await climbLadders(world.system)
  expect(await kinds(done)).not.toContain('case.instruction_overdue')
  expect((await instruct('street', done)).status).toBe(200)
  // Whoever reported sees no instruction and ends none: the round of the minute does, before it would press for it.
  const gone = await handedOut('小贩占道')
  await instruct('street', gone)
  await resident.does(`/api/my/cases/${gone.caseId}/withdraw`, act({}))
  expect(await kinds(gone)).not.toContain('case.instruction_lapsed')
  world.clock.set('2027-03-16T10:00:00+08:00')
  await climbLadders(world.system)
  await climbLadders(world.system)
  expect((await kinds(gone)).slice(-1)).toEqual(['case.instruction_lapsed'])
  const { rows } = await world.as('team').sees<OpenInstructions>('/api/instructions')
  const open = rows.map(({ caseId }) => caseId)
  expect([open.includes(done.caseId), open.includes(gone.caseId)]).toEqual([true, false])
})

test('whoever was told says that they have seen it, once; others have nothing to say', async () => {
  world.clock.set('2027-05-06T10:00:00+08:00')
  const receipt = await handedOut('水果摊又来了')
  await world.as('team').does(`${at(receipt)}/sign`, act())
  await world.followersSettled()
  const [first] = (await ladder('team', receipt)).next.filter(({ clock }) => clock === 'unit')
  expect(first).toMatchObject({ unit: { id: world.units.team1 }, kind: 'remind', audience: 'desk' })
  const seen = (by: StaffName) => world.as(by).post(`${at(receipt)}/acknowledge`, act())
  expect((await seen('team')).refusal).toBe('nothing_to_acknowledge')
  world.clock.set(first!.at!)
  await climbLadders(world.system)
  expect((await ladder('team', receipt)).canAcknowledge).toBe(true)
  expect((await seen('team')).status).toBe(200)
  expect((await seen('team')).refusal).toBe('nothing_to_acknowledge')
  expect((await seen('worker')).refusal).toBe('nothing_to_acknowledge')
  expect((await ladder('team', receipt)).canAcknowledge).toBe(false)
  const { timeline } = await world.as('street').sees<CaseStory>(at(receipt))
  expect(timeline.at(-1)).toMatchObject({
    kind: 'case.acknowledged',
    facts: { rung: 'desk' },
    unit: { id: world.units.team1 },
  })
})
