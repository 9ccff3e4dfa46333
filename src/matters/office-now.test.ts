import { afterAll, beforeAll, expect, test } from 'vitest'
import type { World } from '../testing/world.ts'
import { openWorld } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** 2026-11-18 is a Wednesday, the 20th a Friday. */
test.each([
  ['2026-11-18T10:00:00+08:00', true, '2026-11-18T17:30:00+08:00', '2026-11-19T09:00:00+08:00'],
  ['2026-11-18T12:30:00+08:00', false, null, '2026-11-18T13:30:00+08:00'],
  ['2026-11-18T18:00:00+08:00', false, null, '2026-11-19T09:00:00+08:00'],
  ['2026-11-20T17:00:00+08:00', true, '2026-11-20T17:30:00+08:00', '2026-11-23T09:00:00+08:00'],
  ['2026-11-21T10:00:00+08:00', false, null, '2026-11-23T09:00:00+08:00'],
])('at %s offices are open: %s', async (now, isOpen, closesAt, opensAt) => {
  world.clock.set(now)
  const iso = (moment: string) => Temporal.Instant.from(moment).toString({ smallestUnit: 'millisecond' })
  const day = now.slice(0, 10)
  const worksToday = day !== '2026-11-21'
  expect(await world.anonymous().sees('/api/office')).toEqual({
    isOpen,
    closesAt: closesAt && iso(closesAt),
    opensAt: iso(opensAt),
    today: worksToday
      ? { opensAt: iso(`${day}T09:00:00+08:00`), closesAt: iso(`${day}T17:30:00+08:00`) }
      : null,
    minutesPerDay: 420,
  })
})
