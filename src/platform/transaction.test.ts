import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { type BareDistrict, bareDistrict } from '../testing/bare-district.ts'
import { systemClock } from './clock.ts'
import type { Ctx, District } from './ctx.ts'
import { sqlState } from './database.ts'
import { lineWriter } from './events.ts'
import { catchUp, type Follower, rebuild } from './follower.ts'
import { genesis, hashLine, type Line } from './journal-line.rule.ts'
import { runTransaction, type Tx } from './transaction.ts'

const line = lineWriter({ 'test.done': z.strictObject({ words: z.string() }) })
const lineOn = (chain: string, more: { subject?: string; seq?: number; words?: string } = {}) => {
  const { subject = randomUUID(), words = '', ...seq } = more
  return line('test.done', { chain, subject, data: { words }, ...seq })
}

let bare: BareDistrict
let ctx: Ctx
beforeAll(async () => {
  bare = await bareDistrict(systemClock)
  ctx = bare.ctx()
})
afterAll(() => bare.close())

const append = (chain: string, count = 1, of: Ctx = ctx) =>
  of.transaction(async (tx) => {
    for (let done = 0; done < count; done += 1) tx.record(lineOn(chain))
  })

interface Row {
  readonly chain: string
  readonly n: number
  readonly prev_hash: Buffer
  readonly hash: Buffer
  readonly recorded_at: Temporal.Instant
  readonly occurred_at: Temporal.Instant
  readonly actor: string
  readonly kind: string
  readonly subject: string
  readonly seq: number | null
  readonly data: Line['data']
}

/** The chain's lines in order, each seen to follow on the one before and to be hashed as verify hashes it. */
async function chainOf(chain: string): Promise<Row[]> {
  const { rows } = await bare.district.pools.reader.query<Row>(
    'select * from journal where chain = $1 order by n',
    [chain],
  )
  let before: Buffer = genesis
  for (const [index, { prev_hash: prevHash, hash, recorded_at, occurred_at, ...row }] of rows.entries()) {
    const moment = (at: Temporal.Instant) => at.toString({ smallestUnit: 'millisecond' })
    const [recordedAt, occurredAt] = [moment(recorded_at), moment(occurred_at)]
    expect(row.n).toBe(index + 1)
    expect(prevHash).toEqual(before)
    expect(hash).toEqual(hashLine({ ...row, prevHash, recordedAt, occurredAt }))
    before = hash
  }
  return rows
}

/** The process behind the one connection of a server that did one thing so far. */
async function backendOf({ pools }: District): Promise<number> {
  const { rows } = await pools.app.query<{ pid: number }>('select pg_backend_pid() as pid')
  return rows[0]!.pid
}

/** Ends a connection as a database that restarts does. */
async function breakOff(pid: number): Promise<void> {
  const owner = new pg.Client({ connectionString: inject('ownerUrl') })
  await owner.connect()
  await owner.query('select pg_terminate_backend($1)', [pid])
  await owner.end()
}

describe('lines are chained without a gap and hashed as verify hashes them', () => {
  test('by two servers at once, on several chains', async () => {
    const other = await bare.another()
    const chains = [randomUUID(), randomUUID()]
    const both = (district: District) =>
      runTransaction(district, ctx.who, systemClock, async (tx) => {
        for (const chain of chains.toReversed()) tx.record(lineOn(chain))
      })
    await Promise.all(Array.from({ length: 20 }, (_, index) => both(index % 2 === 0 ? bare.district : other)))
    for (const chain of chains) expect(await chainOf(chain)).toHaveLength(20)
  })

  test('whatever their data says', async () => {
    const chain = randomUUID()
    const words = fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0') && text.isWellFormed())
    await fc.assert(
      fc.asyncProperty(words, async (said) => {
        await ctx.transaction(async (tx) => tx.record(lineOn(chain, { words: said })))
      }),
      { numRuns: 30, examples: [["\\'); drop table journal; --"], ['\u2028"\\n$1']] },
    )
    expect((await chainOf(chain)).length).toBeGreaterThanOrEqual(30)
  })
})

describe('what fails leaves nothing behind, and a connection that works', () => {
  test('a line that cannot stand takes the lines before it along', async () => {
    const chain = randomUUID()
    const twice = { subject: randomUUID(), seq: 1 }
    const failing = ctx.transaction(async (tx) => {
      for (const more of [{}, twice, twice]) tx.record(lineOn(chain, more))
    })
    expect(sqlState(await failing.catch((error: unknown) => error))).toBe('23505')
    expect(await chainOf(chain)).toHaveLength(0)
    await append(chain, 2)
    expect(await chainOf(chain)).toHaveLength(2)
  })

  test('a write that travels ahead of the lines and fails', async () => {
    const chain = randomUUID()
    const failing = ctx.transaction(async (tx) => {
      await tx.write({ name: 'divide', text: 'select 1 / $1::integer' }, [0])
      tx.record(lineOn(chain))
    })
    expect(sqlState(await failing.catch((error: unknown) => error))).toBe('22012')
    expect(await chainOf(chain)).toHaveLength(0)
    await append(chain)
    expect(await chainOf(chain)).toHaveLength(1)
  })

  test.each([
    ['with lines', true],
    ['without', false],
  ])('a failure that nobody heard of is no success: %s', async (_of, withLines) => {
    const chain = randomUUID()
    const done = ctx.transaction(async (tx) => {
      await tx.query('wrong', 'select 1 / $1::integer', [0]).catch(() => undefined)
      if (withLines) tx.record(lineOn(chain))
    })
    await expect(done).rejects.toThrow()
    expect(await chainOf(chain)).toHaveLength(0)
    await append(chain)
  })
})

describe('a connection that breaks off', () => {
  test('between two transactions: the next prepares its writes again', async () => {
    const server = await bare.another()
    const chain = randomUUID()
    const once = () => runTransaction(server, ctx.who, systemClock, async (tx) => tx.record(lineOn(chain)))
    await once()
    await breakOff(await backendOf(server))
    await expect.poll(() => server.pools.app.totalCount).toBe(0)
    await once()
    expect(await chainOf(chain)).toHaveLength(2)
  })

  test('within one: it fails whole, and the next is written', async () => {
    const server = await bare.another()
    const chain = randomUUID()
    const broken = runTransaction(server, ctx.who, systemClock, async (tx) => {
      const [own] = await tx.query<{ pid: number }>('own_pid', 'select pg_backend_pid() as pid', [])
      tx.record(lineOn(chain))
      await breakOff(own!.pid)
    })
    await expect(broken).rejects.toThrow()
    await runTransaction(server, ctx.who, systemClock, async (tx) => tx.record(lineOn(chain)))
    expect(await chainOf(chain)).toHaveLength(1)
  })
})

describe('a follower', () => {
  const counting = (name: string, more: Partial<Follower> = {}) => {
    const seen: string[] = []
    const follower: Follower = {
      name,
      follow: async (_db, lines) => void seen.push(...lines.map(({ chain, n }) => `${chain} ${n}`)),
      reset: async () => undefined,
      ...more,
    }
    return { follower, seen }
  }

  test('reads each line once, more than a step holds and on many chains, and then stops', async () => {
    const { follower, seen } = counting('all')
    await catchUp(bare.district, follower)
    seen.length = 0
    const [long, ...short] = Array.from({ length: 6 }, () => randomUUID())
    await append(long!, 2_300)
    for (const chain of short) await append(chain, 3)
    expect(await catchUp(bare.district, follower)).toBe(2_315)
    expect(new Set(seen).size).toBe(2_315)
    expect(seen).toHaveLength(2_315)
    expect(await catchUp(bare.district, follower)).toBe(0)
  })

  test('leaves what comes meanwhile to its next round, and misses none of it', async () => {
    const chain = randomUUID()
    const { follower, seen } = counting('meanwhile', {
      follow: async (_db, lines) => {
        seen.push(...lines.filter((line) => line.chain === chain).map(({ n }) => String(n)))
        if (lines.length < 1000) await append(chain)
      },
    })
    await append(chain)
    await catchUp(bare.district, follower)
    expect(seen).toEqual(['1'])
    await catchUp(bare.district, follower)
    expect(seen).toEqual(['1', '2'])
  })

  test('that fails reads the same lines again', async () => {
    const chain = randomUUID()
    let fails = true
    const { follower, seen } = counting('failing', {
      follow: async (_db, lines) => {
        if (fails) throw new Error('not yet')
        seen.push(...lines.filter((line) => line.chain === chain).map(({ n }) => String(n)))
      },
    })
    await append(chain, 2)
    await expect(catchUp(bare.district, follower)).rejects.toThrow('not yet')
    fails = false
    await catchUp(bare.district, follower)
    expect(seen).toEqual(['1', '2'])
  })

  test('whose rebuild fails leaves no transaction open on the connection', async () => {
    const server = await bare.another()
    const { follower } = counting('unbuilt', { reset: () => Promise.reject(new Error('no')) })
    await expect(rebuild(server, follower)).rejects.toThrow('no')
    const { rows } = await server.pools.reader.query<{ open: boolean }>(
      'select xact_start <> query_start as open from pg_stat_activity where pid = pg_backend_pid()',
    )
    expect(rows).toEqual([{ open: false }])
  })
})

test('what only reads sees one moment, whatever others write meanwhile', async () => {
  const [what, now] = [randomUUID(), randomUUID()]
  const revision = async (tx: Tx) =>
    (
      await tx.query<{ revision: string }>(
        'find_revision',
        'select revision from revisions where what = $1',
        [what],
      )
    )[0]?.revision
  const write = () =>
    ctx.transaction((tx) =>
      tx.query('write_revision', 'insert into revisions (what, revision) values ($1, $2)', [what, now]),
    )
  await ctx.read(async (tx) => {
    expect(await revision(tx)).toBeUndefined()
    await write()
    expect(await revision(tx)).toBeUndefined()
  })
  expect(await ctx.read(revision)).toBe(now)
})
