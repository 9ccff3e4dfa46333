import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSeals, sealFolder } from '../platform/seal.ts'
import { verify } from '../platform/verify.ts'
import { openWorld, type World } from '../testing/world.ts'
import { nextSealAt, runDailySeal, sealYesterday } from './daily-seal.ts'

test.each([
  ['2026-11-18T00:04:59+08:00', 'Asia/Shanghai', '2026-11-18T00:05:00+08:00'],
  ['2026-11-18T00:05:00+08:00', 'Asia/Shanghai', '2026-11-19T00:05:00+08:00'],
  ['2026-12-31T23:59:59+08:00', 'Asia/Shanghai', '2027-01-01T00:05:00+08:00'],
  // The local day counts, not the day in UTC.
  ['2026-11-17T16:04:00Z', 'Asia/Shanghai', '2026-11-17T16:05:00Z'],
  // A day on which the clocks go forward is an hour shorter.
  ['2026-03-08T00:30:00-05:00', 'America/New_York', '2026-03-09T00:05:00-04:00'],
])('after %s in %s the next seal is at %s', (now, timeZone, next) => {
  expect(nextSealAt(Temporal.Instant.from(now), timeZone)).toEqual(Temporal.Instant.from(next))
})

let world: World
const log = { info: () => undefined, warn: console.warn, error: console.error }
const daysKept = async () =>
  (await readSeals(sealFolder(world.district.dataFolder, world.district.id))).map(({ day }) => day)

beforeAll(async () => {
  world = await openWorld({ now: '2026-11-18T09:30:00+08:00' })
})
afterAll(() => world.close())

test('a day before anything was recorded is not sealed', async () => {
  expect(await sealYesterday(world.district, world.clock)).toBeNull()
  expect(await daysKept()).toEqual([])
})

test('the day before is sealed once, and its seal holds', async () => {
  world.clock.set('2026-11-19T00:05:00+08:00')
  const seal = await sealYesterday(world.district, world.clock)
  expect(seal).toMatchObject({ day: '2026-11-18', sealedAt: '2026-11-18T16:05:00.000Z' })
  world.clock.set('2026-11-19T08:00:00+08:00')
  expect(await sealYesterday(world.district, world.clock)).toEqual(seal)
  expect(await daysKept()).toEqual(['2026-11-18'])
  const outside = await readSeals(sealFolder(world.district.dataFolder, world.district.id))
  expect(await verify(world.district, outside, [])).toMatchObject({ seals: 1, flaws: [] })
})

test('a server that was down over midnight seals when it starts', async () => {
  world.clock.set('2026-11-21T14:00:00+08:00')
  const daily = runDailySeal(world.district, world.clock, log)
  await daily.stop()
  expect(await daysKept()).toEqual(['2026-11-18', '2026-11-20'])
})
