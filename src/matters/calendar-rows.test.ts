import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../kernel/ids.ts'
import type { Who } from '../platform/ctx.ts'
import { passerBy, postHolder } from '../testing/bare-district.ts'
import { type MappedDistrict, mappedDistrict } from '../testing/small-map.ts'
import { calendarOf } from './calendar.ts'
import { matterRoutes } from './routes.ts'
import { seedCalendar } from './seed-calendar.ts'

const at = (text: string) => Temporal.Instant.from(`${text}+08:00`)
let mapped: MappedDistrict
let app: FastifyInstance
let who: Who
let administrator: Who

beforeAll(async () => {
  mapped = await mappedDistrict({ now: () => at('2026-11-20T09:00') })
  app = await mapped.serve([matterRoutes], () => who)
  administrator = postHolder('administrator', (await mapped.area('999101')).id)
})
afterAll(async () => {
  await app.close()
  await mapped.close()
})

const announce = (year: number, payload: object) =>
  app.inject({ method: 'POST', url: `/api/calendar/${year}`, payload })
const springDays = ['2027-02-05', '2027-02-08', '2027-02-09'].map((day) => ({
  day,
  kind: 'holiday',
  name: '春节',
}))
const notice = { source: '通知', days: [...springDays, { day: '2027-02-06', kind: 'workday', name: '春节' }] }

test('without rows a district counts by usual hours, and all of it is provisional', async () => {
  const due = (await calendarOf(mapped)).addWorkingMinutes(at('2026-06-01T09:00'), 240)
  expect(due).toEqual({ at: at('2026-06-01T14:30'), provisional: true })
})

test('the seed brings the announced years once', async () => {
  expect((await seedCalendar(mapped.ctx())).years).toBeGreaterThan(10)
  expect(await seedCalendar(mapped.ctx())).toEqual({ years: 0, days: 0 })
  const calendar = await calendarOf(mapped)
  expect(calendar.isWorkday('2026-10-01')).toBe(false)
  expect(calendar.isWorkday('2026-10-10')).toBe(true)
  expect(calendar.addWorkingMinutes(at('2026-06-01T09:00'), 240).provisional).toBe(false)
  await expect(seedCalendar(mapped.ctx(passerBy))).rejects.toMatchObject({ code: 'sign_in_needed' })
})

test('a notice that is entered settles what was provisional', async () => {
  const due = async () => (await calendarOf(mapped)).endOfWorkingDay(at('2027-02-04T10:00'), { daysLater: 1 })
  expect(await due()).toEqual({ at: at('2027-02-05T17:30'), provisional: true })
  who = passerBy
  expect((await announce(2027, { requestId: newId(1), ...notice })).statusCode).toBe(401)
  who = administrator
  const answer = await announce(2027, { requestId: newId(2), ...notice })
  expect(answer.json()).toMatchObject({
    year: 2027,
    announced: true,
    source: '通知',
    hours: [{ validFrom: '1990-01-01' }],
  })
  expect(await due()).toEqual({ at: at('2027-02-06T17:30'), provisional: false })
  expect((await mapped.lines()).at(-1)).toMatchObject({
    kind: 'calendar.announced',
    data: { year: 2027, holidays: 3, workdays: 1 },
  })
})

test('a corrected notice replaces the year, and leaves the year beside it as it was', async () => {
  who = administrator
  const newYearsEve = { day: '2027-12-31', kind: 'holiday', name: '元旦' }
  expect(
    (await announce(2028, { requestId: newId(3), source: '通知', days: [newYearsEve] })).statusCode,
  ).toBe(200)
  const days = springDays.slice(0, 1)
  const again = await announce(2027, { requestId: newId(4), source: '更正', days })
  expect(again.json()).toMatchObject({ source: '更正', days: [...days, newYearsEve] })
  who = passerBy
  expect((await app.inject('/api/calendar/2026')).json().days.length).toBeGreaterThan(20)
  expect((await app.inject('/api/calendar/2031')).json()).toMatchObject({
    announced: false,
    source: null,
    days: [],
  })
})

test.each([
  ['a day of another year', [{ day: '2029-01-01', kind: 'holiday', name: '元旦' }], 'outside_year'],
  ['a day said twice', [springDays[0], springDays[0]], 'repeated'],
])('%s is refused', async (_what, days, rule) => {
  who = administrator
  const answer = await announce(2027, { requestId: newId(5), source: '通知', days })
  expect(answer.json()).toMatchObject({ error: { code: 'input_invalid', facts: { rule } } })
})
