import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import type { Receipt } from './contract.ts'
import { recountDeadlines } from './door.ts'
import type { CaseStory, DeskPage } from './story.contract.ts'

let world: World
beforeAll(async () => {
  // A Wednesday: 2026 is announced, 2027 is not.
  world = await openWorld({ now: '2026-12-30T10:00:00+08:00' })
})
afterAll(() => world.close())

const act = (body: object = {}) => ({ requestId: randomUUID(), ...body })
const local = (iso: string | null) =>
  iso === null
    ? null
    : Temporal.Instant.from(iso)
        .toZonedDateTimeISO('Asia/Shanghai')
        .toPlainDateTime()
        .toString({ smallestUnit: 'minute' })
const report = (words: string) =>
  world.anonymous().does<Receipt>('/api/reports', act({ words, areaId: world.places.building1.id }))
const at = ({ caseId }: Receipt) => `/api/cases/${caseId}`
const rowOf = async ({ caseId }: Receipt) => {
  const [row] = await world.sql<{
    due_at: Temporal.Instant | null
    yellow_at: Temporal.Instant | null
    response_due_at: Temporal.Instant
    provisional: boolean
    seq: number
  }>('reader', 'select due_at, yellow_at, response_due_at, provisional, seq from cases where id = $1', [
    caseId,
  ])
  const { due_at, yellow_at, response_due_at, ...rest } = row!
  const moment = (one: Temporal.Instant | null) => local(one?.toString() ?? null)
  return {
    due: moment(due_at),
    yellow: moment(yellow_at),
    response: moment(response_due_at),
    ...rest,
  }
}
const light = async (receipt: Receipt) =>
  (await world.as('community').sees<DeskPage>(`/api/desk/find?number=${receipt.number}`)).rows[0]!.light
const announce = async (days: string[]) => {
  const body = act({
    source: '国办发明电〔2026〕9号',
    days: days.map((day) => ({ day, kind: 'holiday', name: '元旦' })),
  })
  await world.as('administrator').does('/api/calendar/2027', body)
  await world.followersSettled()
}

test('announcing a year makes provisional deadlines firm, with the lights that go with them', async () => {
  const desk = world.as('community')
  const handed = await report('三楼楼道灯不亮')
  await desk.does(`${at(handed)}/screen`, act({ matter: 'FA02', summary: '三楼楼道灯不亮' }))
  await desk.does(`${at(handed)}/dispatch`, act())
  const listed = await report('楼道墙皮脱落')
  await desk.does(`${at(listed)}/screen`, act({ matter: 'FA02', summary: '楼道墙皮脱落' }))
  await desk.does(`${at(listed)}/dispatch`, act())
  const firm = world.as('property')
  await firm.does(`${at(listed)}/sign`, act())
  await firm.does(
    `${at(listed)}/request`,
    act({ kind: 'listing', reviewOn: '2027-03-01', condition: '大修资金到位', reason: '要等大修' }),
  )
  const { requests } = await world.as('street').sees<CaseStory>(at(listed))
  await world.as('street').does(`${at(listed)}/requests/${requests[0]!.id}/decide`, act({ granted: true }))
  world.clock.set('2026-12-31T16:30:00+08:00')
  const fresh = await report('楼下积水')
  const ended = await report('问一件小事')
  await desk.does(`${at(ended)}/decline`, act({ reason: '不属于受理范围' }))

  // Two working days after Wednesday 30 December: Friday 1 January, as long as it is not known to be a holiday.
  const before = await rowOf(handed)
  expect(before).toMatchObject({ due: '2027-01-01T17:30', provisional: true })
  expect(await rowOf(fresh)).toMatchObject({ due: null, response: '2027-01-01T12:00', provisional: false })
  world.clock.set('2027-01-03T12:00:00+08:00')
  expect(await light(handed)).toBe('red')
  const endedBefore = await rowOf(ended)
  const listedBefore = await rowOf(listed)

  await announce(['2027-01-01', '2027-01-02', '2027-01-03'])

  expect(await rowOf(handed)).toMatchObject({
    due: '2027-01-04T17:30',
    provisional: false,
    seq: before.seq + 1,
  })
  expect(await light(handed)).toBe('green')
  world.clock.set('2027-01-04T10:00:00+08:00')
  expect(await light(handed)).toBe('yellow')
  const yellow = await desk.sees<DeskPage>('/api/desk?queue=open&light=yellow')
  expect(yellow.rows.map((row) => row.number)).toContain(handed.number)
  expect(await rowOf(fresh)).toMatchObject({ due: null, response: '2027-01-04T12:00' })
  expect(await rowOf(ended)).toEqual(endedBefore)
  expect(await rowOf(listed)).toMatchObject({ due: listedBefore.due, yellow: listedBefore.yellow })
  const [part] = await world.sql<{ due_at: Temporal.Instant }>(
    'reader',
    'select due_at from case_parts where case_id = $1',
    [handed.caseId],
  )
  expect(local(part!.due_at.toString())).toBe('2027-01-04T17:30')

  const [line] = await world.sql(
    'reader',
    `select data from journal where subject = $1 and kind = 'case.recounted'`,
    [handed.caseId],
  )
  expect(line).toEqual({
    data: {
      dueAt: '2027-01-04T09:30:00.000Z',
      responseDueAt: expect.any(String),
      provisional: false,
    },
  })
  expect(await recountDeadlines(world.system, 2027)).toBe(0)
})

test('a notice that is corrected counts firm deadlines again', async () => {
  const receipt = await report('楼道灯又不亮')
  const desk = world.as('community')
  await desk.does(`${at(receipt)}/screen`, act({ matter: 'FA02', summary: '楼道灯又不亮' }))
  await desk.does(`${at(receipt)}/dispatch`, act())
  expect(await rowOf(receipt)).toMatchObject({ due: '2027-01-06T17:30', provisional: false })
  await announce(['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-05'])
  expect(await rowOf(receipt)).toMatchObject({ due: '2027-01-07T17:30', provisional: false })
})
