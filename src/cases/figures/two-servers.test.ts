import { afterAll, beforeAll, expect, test } from 'vitest'
import { figuresLiveAndRebuilt } from '../../testing/figures-rebuilt.ts'
import { writeRandomJournal } from '../../testing/random-journal.ts'
import { openWorld, type World } from '../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ now: '2026-10-09T09:00:00+08:00' })
})
afterAll(() => world.close())

test('figures of a journal that two servers write at once, late commits and late acts in it, are what its stories count', async () => {
  const written = await writeRandomJournal(world, { lines: 1200, seed: 7 })
  const { live, rebuilt, secondOpinion } = await figuresLiveAndRebuilt(world)
  expect(written).toBeGreaterThanOrEqual(1200)
  expect(Object.keys(live.figures).length).toBeGreaterThan(1000)
  expect(rebuilt).toEqual(live)
  expect(live.figures).toEqual(secondOpinion)
}, 120_000)
