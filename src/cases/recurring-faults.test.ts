import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MatterHistory } from '../matters/contract.ts'
import { photo } from '../testing/photo.ts'
import { openWorld, type World } from '../testing/world.ts'
import { act, type Person } from '../testing/world-client.ts'
import type { Receipt } from './contract.ts'
import { endPauses } from './resume-case.ts'
import type { CaseStory, DeskPage } from './story.contract.ts'

/**
 * What other systems get wrong about time again and again, each by its name, through the real use cases on a clock that
 * the test moves. The week: Wednesday 2026-11-18; offices work from 9:00 to 12:00 and from 13:30 to 17:30,
 * Saturday and Sunday are free.
 */
let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const see = (at: string) => world.as('centre').sees<CaseStory>(at)
const local = (moment: string | null | undefined): string | null =>
  moment
    ? Temporal.Instant.from(moment)
        .toZonedDateTimeISO('Asia/Shanghai')
        .toPlainDateTime()
        .toString({ smallestUnit: 'minute' })
    : null
const at = (moment: string) => world.clock.set(`${moment}:00+08:00`)

/** A case of the team's matter, given to it now. */
async function dispatched(matter = 'HJ02'): Promise<string> {
  const body = act({ words: '占道经营', areaId: world.places.grid1.id })
  const { caseId } = await world.anonymous().does<Receipt>('/api/reports', body)
  const path = `/api/cases/${caseId}`
  await world.as('street').does(`${path}/screen`, act({ matter, summary: '占道经营' }))
  await world.as('street').does(`${path}/dispatch`, act())
  return path
}

async function granted(path: string, request: object, by: Person = world.as('team')): Promise<void> {
  await by.does(`${path}/request`, act({ reason: '理由说明', ...request }))
  const waiting = (await see(path)).requests.find((one) => one.granted === null)!
  await world.as('street').does(`${path}/requests/${waiting.id}/decide`, act({ granted: true }))
}

async function resolved(path: string, by: Person = world.as('team')): Promise<void> {
  const upload = { bytes: await photo(), type: 'image/jpeg' }
  const { fileId } = (await by.upload<{ fileId: string }>('/api/photos', upload)).body
  await by.does(`${path}/resolve`, act({ note: '已清理', photos: [fileId] }))
}

const leadOf = async (path: string) => (await see(path)).parts.find(({ role }) => role === 'lead')!.account
const isRed = async (path: string, by: Person = world.as('street')): Promise<boolean> => {
  const { rows } = await by.sees<DeskPage>('/api/desk?queue=open&light=red&limit=100')
  return rows.some(({ id }) => path.endsWith(id))
}
/** What an account was told, as far as a room below the notices may know it. */
interface Told {
  readonly rows: readonly { readonly kind: string; readonly caseId: string | null }[]
}
const toldOf = async (path: string, by: Person) => {
  await world.followersSettled()
  const { rows } = await by.sees<Told>('/api/notices?limit=100')
  return rows.filter(({ caseId }) => caseId !== null && path.endsWith(caseId)).map(({ kind }) => kind)
}

test('a later timer does not override an earlier one', async () => {
  at('2026-11-18T10:00')
  const path = await dispatched()
  await world.as('team').does(`${path}/sign`, act())
  const first = await leadOf(path)
  await granted(path, { kind: 'extension', days: 1 })
  const second = await leadOf(path)
  await granted(path, { kind: 'extension', days: 2 })
  const third = await leadOf(path)
  // The second extension adds to the first and does not take its place.
  expect(third.extendedMinutes).toBe(second.extendedMinutes * 3)
  expect([first.dueAt, second.dueAt, third.dueAt].map(local)).toEqual(
    [first.dueAt, second.dueAt, third.dueAt].map(local).toSorted(),
  )
  // A pause comes on top, and its end neither brings the first deadline back nor loses what was added.
  await granted(path, { kind: 'pause', days: 1 })
  const paused = await leadOf(path)
  world.clock.advance({ hours: 72 })
  await endPauses(world.system)
  const after = await leadOf(path)
  expect([after.dueAt, after.extendedMinutes]).toEqual([paused.dueAt, third.extendedMinutes])
  expect(after.allowedMinutes + after.extendedMinutes - after.usedMinutes).toBeGreaterThan(0)
})

test('pauses that end together all end, however many are read at once', async () => {
  at('2026-11-18T10:00')
  for (const path of [await dispatched(), await dispatched()]) {
    await world.as('team').does(`${path}/sign`, act())
    await granted(path, { kind: 'pause', days: 1 })
  }
  world.clock.advance({ hours: 24 * 7 })
  expect(await endPauses(world.system, 1)).toBe(2)
})

test('nobody is pressed once the answer was given', async () => {
  at('2026-11-18T10:00')
  const path = await dispatched()
  await world.as('team').does(`${path}/sign`, act())
  await resolved(path)
  await world.as('street').does(`${path}/reply`, act({ answer: '已清理，谢谢。' }))
  const told = [await toldOf(path, world.as('team')), await toldOf(path, world.as('street'))]
  expect(told.flat()).toEqual(['unit_dispatched'])
  at('2026-12-18T10:00')
  await endPauses(world.system)
  expect(await isRed(path)).toBe(false)
  const story = await see(path)
  expect([story.response.light, (await leadOf(path)).light]).toEqual(['green', 'green'])
  expect([await toldOf(path, world.as('team')), await toldOf(path, world.as('street'))]).toEqual(told)
})

test.each([
  ['over the break at noon', '2026-11-18T11:00', 8],
  ['begun in the break', '2026-11-18T12:30', 8],
  ['over a weekend', '2026-11-20T16:00', 8],
  ['begun on a Saturday', '2026-11-21T10:00', 8],
  ['begun after hours', '2026-11-19T20:00', 8],
])('working hours count in their two shifts, and nothing between them: %s', async (_, begun, hours) => {
  at(begun)
  const path = await dispatched()
  const { dueAt, measure, allowedMinutes } = await leadOf(path)
  expect([measure, allowedMinutes]).toEqual(['working', hours * 60])
  // Counted minute by minute, by nothing of ours but the office hours.
  expect(local(dueAt)).toBe(counted(begun, hours * 60))
  at(local(dueAt)!)
  expect((await leadOf(path)).usedMinutes).toBe(hours * 60)
  expect(await isRed(path)).toBe(false)
  world.clock.advance({ minutes: 1 })
  expect(await isRed(path)).toBe(true)
})

test('no paused time is lost when a rule changes in mid-case', async () => {
  at('2026-11-30T09:00')
  const path = await dispatched()
  await world.as('team').does(`${path}/sign`, act())
  world.clock.advance({ minutes: 90 })
  await granted(path, { kind: 'pause', days: 3 })
  const before = await leadOf(path)
  const { versions } = await world.as('centre').sees<MatterHistory>('/api/catalogue/HJ02')
  const { id: baseId, ...matter } = versions[0]!.matter
  const stricter = {
    ...matter,
    resolution: { amount: 1, unit: 'working_hour' },
    limits: { extensions: 0, extensionDays: 0, pauses: 0, pauseDays: 0, listingDays: 0 },
  }
  const draft = { matter: stricter, baseId, fromDay: '2026-12-01' }
  expect((await world.as('centre').post('/api/catalogue', act(draft))).status).toBe(201)
  at('2026-12-08T09:00')
  await endPauses(world.system)
  const after = await leadOf(path)
  expect([after.dueAt, after.allowedMinutes, after.usedMinutes - before.usedMinutes]).toEqual([
    before.dueAt,
    before.allowedMinutes,
    counting(local(before.segments.find(({ kind }) => kind === 'left')!.fromAt)!, '2026-12-08T09:00'),
  ])
  expect(after.pausedMinutes).toBeGreaterThan(0)
})

test('no timer runs after the resolution', async () => {
  at('2026-12-09T10:00')
  const path = await dispatched('HJ03')
  const office = world.as('street')
  await office.does(`${path}/sign`, act())
  await office.does(`${path}/request`, act({ kind: 'extension', days: 1, reason: '等材料' }))
  await resolved(path, office)
  const done = await leadOf(path)
  expect((await see(path)).requests[0]!.granted).toBe(false)
  at('2026-12-20T10:00')
  await endPauses(world.system)
  expect(await leadOf(path)).toEqual(done)
  expect(await isRed(path)).toBe(false)
  // Sent back, it goes on from where it stopped: the days between were nobody's.
  await world.as('centre').does(`${path}/check`, act({ passed: false, note: '现场没有清' }))
  expect((await leadOf(path)).usedMinutes).toBe(done.usedMinutes)
})

test('lights and notices live on after a return, and after the centre’s word', async () => {
  at('2026-12-21T10:00')
  const path = await dispatched('FA03')
  await granted(path, { kind: 'return' })
  expect(await isRed(path)).toBe(false)
  const toOffice = { leadUnitId: world.units.office1, reason: '改由街道办' }
  await world.as('centre').does(`${path}/dispatch`, act(toOffice))
  expect(await toldOf(path, world.as('street'))).toContain('unit_dispatched')
  const due = await leadOf(path)
  expect(due.startedAt).toBe(world.clock.now().toString({ smallestUnit: 'millisecond' }))
  // A dispute stops nothing: who does not act in it is late.
  await world.as('street').does(`${path}/request`, act({ kind: 'return', reason: '不归街道' }))
  expect(await toldOf(path, world.as('centre'))).toContain('desk_requested')
  at('2026-12-28T10:00')
  expect(await isRed(path)).toBe(true)
  const waiting = (await see(path)).requests.find((one) => one.granted === null)!
  const word = { unitId: world.units.team1, reason: '由中队办' }
  await world.as('centre').does(`${path}/requests/${waiting.id}/arbitrate`, act(word))
  const named = await leadOf(path)
  expect(named.startedAt).toBe(world.clock.now().toString({ smallestUnit: 'millisecond' }))
  expect((await toldOf(path, world.as('team'))).filter((kind) => kind === 'unit_dispatched')).toHaveLength(2)
  expect(await isRed(path)).toBe(false)
  at('2027-01-20T10:00')
  expect(await isRed(path)).toBe(true)
})

/** Whether offices work in the minute that begins then: a second opinion, by the clock on the wall. */
const works = (then: Temporal.PlainDateTime): boolean => {
  const minute = then.hour * 60 + then.minute
  const inShift = shifts.some(([from, to]) => from <= minute && minute < to)
  return then.dayOfWeek <= 5 && inShift
}
const shifts: readonly (readonly [number, number])[] = [
  [9 * 60, 12 * 60],
  [13 * 60 + 30, 17 * 60 + 30],
]

/** The local moment at which so many working minutes are over. */
function counted(begun: string, minutes: number): string {
  let then = Temporal.PlainDateTime.from(begun)
  for (let left = minutes; left > 0; then = then.add({ minutes: 1 })) if (works(then)) left -= 1
  return then.toString({ smallestUnit: 'minute' })
}

function counting(from: string, to: string): number {
  let minutes = 0
  for (let then = Temporal.PlainDateTime.from(from); then.toString() < to; then = then.add({ minutes: 1 }))
    if (works(then)) minutes += 1
  return minutes
}
