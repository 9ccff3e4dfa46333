import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { type BareDistrict, bareDistrict } from '../testing/bare-district.ts'
import { systemClock } from './clock.ts'
import type { Ctx } from './ctx.ts'
import { lineWriter } from './events.ts'
import { catchUp, type Follower, rebuild } from './follower.ts'
import { runFollowers } from './followers.ts'

const line = lineWriter({ 'test.done': z.strictObject({ words: z.string() }) })

let bare: BareDistrict
beforeAll(async () => {
  bare = await bareDistrict(systemClock)
})
afterAll(() => bare.close())

const append = (words: string, count = 1): Promise<void> =>
  bare.ctx().transaction(async (tx) => {
    for (let done = 0; done < count; done += 1)
      tx.record(line('test.done', { chain: randomUUID(), subject: randomUUID(), data: { words } }))
  })

/** Runs followers until all is read; what they refuse is told to `refused`. */
async function run(followers: readonly Follower[], refused: string[] = []): Promise<void> {
  const error = (about: unknown) => void refused.push((about as { follower: string }).follower)
  const log: Ctx['log'] = { info: () => undefined, warn: () => undefined, error }
  const running = runFollowers(bare.district, followers, log)
  await running.settled()
  await running.stop()
}

/** Followers that tell in one list who read what, a step at a time. */
function told() {
  const steps: string[] = []
  const follower = (name: string, more: Partial<Follower> = {}): Follower => ({
    name: `${name} ${randomUUID()}`,
    follow: async (_db, lines) =>
      void steps.push(...new Set(lines.map(({ data }) => `${name}: ${String(data.words)}`))),
    reset: async () => undefined,
    ...more,
  })
  return { steps, follower }
}

test('one with a long way to go keeps none from what happens meanwhile, and the first is read before the others', async () => {
  const { steps, follower } = told()
  await append('old', 50)
  const slow = follower('slow', {
    lines: 10,
    follow: async (_db, lines) => {
      steps.push(`slow: ${lines.length}`)
      if (steps.filter((step) => step.startsWith('slow')).length === 2) await append('new')
    },
  })
  const first = follower('first', {
    follow: async (_db, lines) => {
      const said = [...new Set(lines.map(({ data }) => String(data.words)))]
      steps.push(...said.map((words) => `first: ${words}`))
      if (said.includes('new')) await append('of the first')
    },
  })
  await run([first, slow, follower('quick')])
  const at = (step: string) => steps.indexOf(step)
  expect(at('first: new')).toBeGreaterThan(at('quick: old'))
  expect(at('quick: new')).toBeGreaterThan(at('first: new'))
  expect(at('quick: of the first')).toBeGreaterThan(0)
  expect(at('quick: of the first')).toBeLessThan(steps.lastIndexOf('slow: 10'))
})

test('what lines leave to do is done a page a turn', async () => {
  const { steps, follower } = told()
  let pages = 3
  const further = async () => {
    steps.push(`page ${pages}`)
    if (pages === 2) await append('meanwhile')
    pages = Math.max(0, pages - 1)
    return pages > 0
  }
  await append('before')
  await run([follower('first'), follower('paged', { further, lines: 1000 }), follower('quick')])
  const quick = steps.indexOf('quick: meanwhile')
  expect(quick).toBeGreaterThan(steps.indexOf('page 2'))
  expect(quick).toBeLessThan(steps.indexOf('page 1'))
})

test('one that fails is tried once in a round, and the others go on to the end', async () => {
  const { steps, follower } = told()
  const refused: string[] = []
  const failing = follower('failing', { follow: () => Promise.reject(new Error('not yet')) })
  await append('last', 5)
  await run([follower('first'), failing, follower('slow', { lines: 5 })], refused)
  expect(steps).toContain('slow: last')
  // A round begins with the start, another with the wait for the end.
  expect(refused).toEqual([failing.name, failing.name])
})

test('a rebuild waits for the step that another server is in the middle of, and loses no line of it', async () => {
  const { steps, follower } = told()
  await append('before', 4)
  let rebuilding: Promise<number> | null = null
  const kept = follower('kept', {
    lines: 1,
    follow: async (db, lines) => {
      if (steps.length === 1 && rebuilding === null) {
        let isOver = false
        rebuilding = rebuild(bare.district, kept).finally(() => {
          isOver = true
        })
        const waiting = sql<{ n: number }>`select count(*)::int as n from pg_locks
          where locktype = 'advisory' and not granted`
        while (!isOver && (await waiting.execute(db)).rows[0]!.n === 0);
      }
      steps.push(...lines.map(({ subject }) => subject))
    },
    reset: async () => void steps.splice(0),
  })
  await catchUp(bare.district, kept)
  const read = await rebuilding
  expect(new Set(steps).size).toBe(steps.length)
  expect(steps.length).toBe(read)
  const { rows } = await bare.district.pools.reader.query('select count(*)::int as n from journal')
  expect(steps.length).toBe(rows[0]!.n)
})
