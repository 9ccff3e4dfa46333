import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { currentMatters, importCatalogue } from '../matters/door.ts'
import { photo } from '../testing/photo.ts'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'
import type { StaffName } from '../testing/world-people.ts'
import type { Receipt } from './contract.ts'
import type { BoardCounts, BoardPage, BoardRow, CaseStory } from './story.contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const act = (body: object = {}) => ({ requestId: randomUUID(), ...body })

/** From Wednesday 16:30 over the night to Thursday 10:00. */
test.each<[string, string, StaffName, StaffName, NonNullable<BoardRow['took']>]>([
  [
    'in office hours',
    'FA02',
    'community',
    'property',
    { measure: 'working', minutes: 120, minutesPerDay: 420 },
  ],
  ['round the clock', 'FA03', 'street', 'team', { measure: 'clock', minutes: 1050, minutesPerDay: 1440 }],
])('a matter counted %s says on the board what it took in that time', async (_, matter, desk, unit, took) => {
  world.clock.set('2026-11-18T16:30:00+08:00')
  const words = { words: '有一处坏了', place: world.places.building1.placeCode }
  const { caseId, number } = await world.anonymous().does<Receipt>('/api/reports', act(words))
  const at = `/api/cases/${caseId}`
  await world.as(desk).does(`${at}/screen`, act({ matter, summary: '有一处公共设施损坏' }))
  await world.as(desk).does(`${at}/dispatch`, act())
  await world.followersSettled()
  const open = await world.anonymous().sees<BoardRow>(`/api/board/${number}`)
  expect(open).toMatchObject({ stage: 'dispatched', took: null })

  world.clock.set('2026-11-19T10:00:00+08:00')
  const worker = world.as(unit)
  const { body } = await worker.upload<{ fileId: string }>('/api/photos', {
    bytes: await photo(5),
    type: 'image/jpeg',
  })
  await worker.does(`${at}/sign`, act())
  await worker.does(`${at}/resolve`, act({ note: '修好了', photos: [body.fileId] }))
  await world.followersSettled()
  const done = await world.anonymous().sees<BoardRow>(`/api/board/${number}`)
  expect(done).toMatchObject({ stage: 'resolved', took })
})

async function shown(summary: string, areaId: string = world.places.grid1.id): Promise<Receipt> {
  const receipt = await world
    .anonymous()
    .does<Receipt>('/api/reports', act({ words: '井盖响了好几天', areaId }))
  await world.as('community').does(`/api/cases/${receipt.caseId}/screen`, act({ matter: 'FA02', summary }))
  return receipt
}
const onBoard = async ({ number }: Receipt): Promise<BoardRow> => {
  await world.followersSettled()
  return world.anonymous().sees<BoardRow>(`/api/board/${number}`)
}

test('the board counts all who reported, through every joining, and no more once one is taken out again', async () => {
  const first = await shown('井盖响动，第一件')
  const second = await shown('井盖响动，第二件')
  const whole = await shown('井盖响动，第三件')
  const desk = world.as('community')
  await desk.does(`/api/cases/${first.caseId}/join`, act({ into: second.caseId }))
  expect((await onBoard(second)).reports).toBe(2)
  await desk.does(`/api/cases/${second.caseId}/join`, act({ into: whole.caseId }))
  expect((await onBoard(whole)).reports).toBe(3)
  await desk.does(`/api/cases/${first.caseId}/screen`, act({ matter: 'FA02', summary: '另一处井盖响动' }))
  expect((await onBoard(whole)).reports).toBe(2)
  await desk.does(`/api/cases/${second.caseId}/screen`, act({ matter: 'FA02', summary: '又一处井盖响动' }))
  expect((await onBoard(whole)).reports).toBe(1)
})

test('a case on the long-term list has no deadline on the board', async () => {
  const receipt = await shown('外墙渗水，等待大修', world.places.building1.id)
  const at = `/api/cases/${receipt.caseId}`
  await world.as('community').does(`${at}/dispatch`, act())
  expect((await onBoard(receipt)).dueAt).not.toBeNull()
  await world.as('property').does(`${at}/sign`, act())
  const asked = {
    kind: 'listing',
    reviewOn: '2027-04-01',
    condition: '大修资金到位',
    reason: '列入明年大修计划',
  }
  await world.as('property').does(`${at}/request`, act(asked))
  const { requests } = await world.as('street').sees<CaseStory>(at)
  await world.as('street').does(`${at}/requests/${requests[0]!.id}/decide`, act({ granted: true }))
  expect(await onBoard(receipt)).toMatchObject({ stage: 'listed', dueAt: null, light: 'none' })
})

test('what lies right at the reader’s place comes first, page by page without a gap or a repeat', async () => {
  const { grid2, estate1 } = world.places
  for (const [n, place] of [grid2, estate1, grid2, estate1, grid2].entries()) {
    await shown(`近处的第 ${n} 件`, place.id)
    world.clock.advance({ minutes: 1 })
  }
  await world.followersSettled()
  const read: string[] = []
  let next: string | null = ''
  while (next !== null) {
    const path = `/api/board?near=${estate1.id}&limit=2${next && `&after=${next}`}`
    const page: BoardPage = await world.anonymous().sees(path)
    read.push(...page.rows.map(({ summary }) => summary))
    next = page.next
  }
  const all: BoardPage = await world.anonymous().sees('/api/board?limit=50')
  const near = all.rows.filter(({ place }) => place.areaId === estate1.id)
  const rest = all.rows.filter(({ place }) => place.areaId !== estate1.id)
  expect(near.length).toBeGreaterThan(2)
  expect(rest.length).toBeGreaterThan(2)
  expect(read).toEqual([...near, ...rest].map(({ summary }) => summary))
})

test('the board counts what came and was done lately, and what is open or late now', async () => {
  const community = world.places.community3.id
  const counts = () => world.anonymous().sees<BoardCounts>(`/api/board/counts?community=${community}`)
  expect(await counts()).toEqual({ days: 30, accepted: 0, done: 0, inTime: 0, open: 0, late: 0 })
  const send = async (summary: string) => {
    const said = act({ words: '井盖响了好几天', areaId: world.places.grid4.id })
    const { caseId } = await world.anonymous().does<Receipt>('/api/reports', said)
    await world.as('community3').does(`/api/cases/${caseId}/screen`, act({ matter: 'FA03', summary }))
    await world.as('street2').does(`/api/cases/${caseId}/dispatch`, act())
    return caseId
  }
  const done = await send('路面破损一处')
  await send('路面破损另一处')
  const { body } = await world.as('team2').upload<{ fileId: string }>('/api/photos', {
    bytes: await photo(6),
    type: 'image/jpeg',
  })
  await world.as('team2').does(`/api/cases/${done}/sign`, act())
  await world.as('team2').does(`/api/cases/${done}/resolve`, act({ note: '补好了', photos: [body.fileId] }))
  await world.followersSettled()
  expect(await counts()).toEqual({ days: 30, accepted: 2, done: 1, inTime: 1, open: 1, late: 0 })
  world.clock.advance({ days: 40 })
  expect(await counts()).toEqual({ days: 30, accepted: 0, done: 0, inTime: 0, open: 1, late: 1 })
  // The district in place of a community is all of it, counted and listed.
  const asked = `community=${world.places.district.id}`
  const whole = await world.anonymous().sees<BoardCounts>('/api/board/counts')
  expect(await world.anonymous().sees(`/api/board/counts?${asked}`)).toEqual(whole)
  const list = (query: string) => world.anonymous().sees<BoardPage>(`/api/board?limit=50&${query}`)
  expect(await list(asked)).toEqual(await list(''))
})

test('what the board counts is what its rows say, of any place and matter, by day and by the minute', async () => {
  for (const hours of [3, 20]) {
    const { caseId } = await shown(`井盖响动，派了单，${hours} 小时后又一件`)
    await world.as('community').does(`/api/cases/${caseId}/dispatch`, act())
    world.clock.advance({ hours })
  }
  await world.followersSettled()
  type Row = Record<'community_id' | 'matter' | 'stage', string> &
    Record<'accepted_at' | 'due_at' | 'resolved_at', Temporal.Instant | null>
  const rows = await world.sql<Row>('reader', 'select * from board')
  const told = (row: Row, now: Temporal.Instant) => {
    const since = now.toZonedDateTimeISO('Asia/Shanghai').startOfDay().subtract({ days: 29 }).toInstant()
    const lately = (at: Temporal.Instant | null) => at !== null && Temporal.Instant.compare(at, since) >= 0
    const isDone = ['resolved', 'replied', 'checked', 'closed'].includes(row.stage)
    const done = isDone && lately(row.resolved_at)
    const rests = ['paused', 'listed'].includes(row.stage)
    return {
      accepted: lately(row.accepted_at),
      done,
      inTime: done && (row.due_at === null || Temporal.Instant.compare(row.resolved_at!, row.due_at) <= 0),
      open: !isDone,
      late: !isDone && !rests && row.due_at !== null && Temporal.Instant.compare(row.due_at, now) < 0,
    }
  }
  const dues = rows.flatMap(({ due_at, stage }) => (due_at && stage === 'dispatched' ? [due_at] : []))
  expect(dues.length).toBeGreaterThan(0)
  const started = world.clock.now()
  const around = dues.flatMap((due) => [
    due.subtract({ seconds: 1 }),
    due.add({ seconds: 1 }),
    due.add({ hours: 15 }),
  ])
  const moments = [started, started.add({ hours: 24 * 29 }), started.add({ hours: 24 * 31 }), ...around]
  const communities = [undefined, ...new Set(rows.map((row) => row.community_id))]
  const matters = [undefined, ...new Set(rows.map((row) => row.matter))]
  const late: number[] = []
  for (const now of moments) {
    world.clock.set(now.toString())
    for (const community of communities)
      for (const matter of matters) {
        const of = rows.filter(
          (row) => (!community || row.community_id === community) && (!matter || row.matter === matter),
        )
        const query = new URLSearchParams({ ...(community && { community }), ...(matter && { matter }) })
        const counts = await world.anonymous().sees<BoardCounts>(`/api/board/counts?${query}`)
        const many = (name: keyof ReturnType<typeof told>) => of.filter((row) => told(row, now)[name]).length
        expect(counts).toEqual({
          days: 30,
          ...{ accepted: many('accepted'), done: many('done'), inTime: many('inTime') },
          ...{ open: many('open'), late: many('late') },
        })
        late.push(counts.late)
      }
  }
  expect(new Set(late).size).toBeGreaterThan(2)
  world.clock.set(started.toString())
})

test('a matter that left the catalogue is still called by its name', async () => {
  const receipt = await shown('井盖响动，目录改了')
  const before = await onBoard(receipt)
  expect(before.matter.zh).not.toBe('FA02')
  const left = (await currentMatters(world.system)).filter(({ code }) => code !== 'FA02')
  await importCatalogue(
    world.system,
    left.map(({ id: _id, ...matter }) => matter),
    { retire: true },
  )
  const { matter, took } = await onBoard(receipt)
  expect({ matter, took }).toEqual({ matter: before.matter, took: before.took })
})
