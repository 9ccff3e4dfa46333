import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { once as eventOnce } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { witnesses } from '../app/witnesses.ts'
import { openPostgres } from '../platform/postgres/open-postgres.ts'
import { clusterFolderOf } from '../platform/postgres/place.ts'
import { verify } from '../platform/verify.ts'
import { LeanClient } from './bench/http-client.ts'
import { layBenchMap, openBenchDistrict } from './bench/intake-district.ts'

const killsEach = Number(process.env.LINLI_KILLS ?? 20)
const lanes = 6
/** After a kill the stream flows again this long before the next one. */
const betweenKillsMs = 350
const patienceMs = 20_000

const dataFolder = await mkdtemp(join(tmpdir(), 'linli-kill-'))
afterAll(() => rm(dataFolder, { recursive: true, force: true }))

interface Stream {
  readonly acknowledged: Map<string, string>
  /** The last answer that was no receipt, to tell why nothing flows. */
  readonly lastTrouble: () => string
  readonly stop: () => Promise<void>
}

test(`Node and PostgreSQL killed ${killsEach} times each: every acknowledged report is there, none twice`, async () => {
  const grids = await withDatabase(async (district) => layBenchMap(district))
  const port = await freePort()
  let server = await startServer(port)
  const stream = streamReports(port, grids)
  for (let kill = 0; kill < killsEach * 2; kill += 1) {
    await flows(stream)
    if (kill % 2 === 0) {
      server.kill('SIGKILL')
      await eventOnce(server, 'exit')
      server = await startServer(port)
    } else process.kill(await postmasterPid(), 'SIGKILL')
  }
  await flows(stream)
  await stream.stop()
  server.kill('SIGTERM')
  await eventOnce(server, 'exit')
  await withDatabase(async (district) => {
    const { rows } = await district.pools.reader.query<{ number: string }>('select number from cases')
    const numbers = rows.map((row) => row.number)
    expect(new Set(numbers).size).toBe(numbers.length)
    // Every request was retried until it was answered, so what stands is what was acknowledged: no more, no less.
    expect(numbers.toSorted()).toEqual([...stream.acknowledged.values()].toSorted())
    expect((await verify(district, [], witnesses)).flaws).toEqual([])
  })
  console.log(`${stream.acknowledged.size} reports acknowledged through ${killsEach * 2} kills`)
}, 600_000)

async function withDatabase<T>(
  work: (district: Awaited<ReturnType<typeof openBenchDistrict>>) => Promise<T>,
) {
  const postgres = await openPostgres({ dataFolder, databaseUrl: null }, { onNotice: () => undefined })
  try {
    const district = await openBenchDistrict(postgres.ownerUrl, dataFolder)
    const result = await work(district)
    await district.close()
    return result
  } finally {
    await postgres.close()
  }
}

/** Starts the server on its port; the orphaned database of the one before is taken over. */
async function startServer(port: number): Promise<ChildProcess> {
  const server = fork(new URL('./bench/intake-server.ts', import.meta.url), [dataFolder, String(port)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await eventOnce(server, 'message')
  return server
}

const postmasterPid = async (): Promise<number> =>
  Number((await readFile(join(await clusterFolderOf(dataFolder), 'postmaster.pid'), 'utf8')).split('\n')[0])

/** Reports sent in lanes; whatever is not answered is sent again with the same id. */
function streamReports(port: number, grids: readonly string[]): Stream {
  const acknowledged = new Map<string, string>()
  let flowing = true
  let lastTrouble = 'none'
  const lane = async (index: number): Promise<void> => {
    const headers = { 'x-linli-client': randomBytes(32).toString('hex') }
    let client: LeanClient | null = null
    for (let sent = 0; flowing; sent += 1) {
      const requestId = randomUUID()
      const body = JSON.stringify({
        requestId,
        words: `第 ${index}-${sent} 件：路灯不亮`,
        areaId: grids[sent % grids.length],
      })
      while (!acknowledged.has(requestId)) {
        try {
          client ??= await LeanClient.open(port)
          const reply = await client.post('/api/reports', headers, body)
          if (reply.status === 201)
            acknowledged.set(requestId, (JSON.parse(reply.body) as { number: string }).number)
          else if (reply.status < 500) throw new UnexpectedAnswer(`${reply.status} ${reply.body}`)
          else throw new Error(`${reply.status} ${reply.body}`)
        } catch (error) {
          lastTrouble = String(error)
          if (error instanceof UnexpectedAnswer) throw error
          client?.close()
          client = null
          await wait(25)
        }
      }
    }
    client?.close()
  }
  const running = Promise.all(Array.from({ length: lanes }, (_, index) => lane(index)))
  return {
    acknowledged,
    lastTrouble: () => lastTrouble,
    stop: async () => {
      flowing = false
      await running
    },
  }
}

class UnexpectedAnswer extends Error {}

/** Waits until new reports are acknowledged, and a little longer. */
async function flows({ acknowledged, lastTrouble }: Stream): Promise<void> {
  const before = acknowledged.size
  const untilMs = performance.now() + patienceMs
  while (acknowledged.size <= before + lanes) {
    if (performance.now() > untilMs)
      throw new Error(`nothing was acknowledged for too long: ${lastTrouble()}`)
    await wait(20)
  }
  await wait(betweenKillsMs)
}

async function freePort(): Promise<number> {
  const probe = createServer()
  probe.listen(0, '127.0.0.1')
  await eventOnce(probe, 'listening')
  const address = probe.address()
  probe.close()
  await eventOnce(probe, 'close')
  return typeof address === 'object' && address ? address.port : 0
}
