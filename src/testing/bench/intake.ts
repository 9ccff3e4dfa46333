import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once as eventOnce } from 'node:events'
import { LeanClient } from './http-client.ts'
import { inBenchDistrict, layBenchMap, signResidentsIn } from './intake-district.ts'
import { rawIntake } from './intake-raw.ts'
import { type Timing, timeLanes } from './stopwatch.ts'

const seconds = Number(process.env.BENCH_SECONDS ?? 8)
const warmUpSeconds = 2

interface Row extends Timing {
  readonly spread: string
  readonly clients: number
  readonly path: 'http' | 'raw'
}

/**
 * Accepted cases per second through HTTP (session, role, settings, request id, journal, policies, followers running),
 * beside the identical statements sent straight by the same driver, in turn, in one run. Durable PostgreSQL (fsync on);
 * load generator, server and database share the machine.
 */
export async function intake(): Promise<void> {
  await inBenchDistrict(async (district, { dataFolder }) => {
    const grids = await layBenchMap(district)
    const cookies = await signResidentsIn(district, 64)
    const server = fork(new URL('./intake-server.ts', import.meta.url), [dataFolder])
    const [{ port }] = (await eventOnce(server, 'message')) as [{ port: number }]
    const rows: Row[] = []
    for (const [spread, places] of [
      ['168 communities', grids],
      ['one community', grids.slice(0, 1)],
    ] as const)
      for (const clients of [1, 16, 64]) {
        const http = await throughHttp(port, cookies, places, clients)
        const raw = await rawIntake(district, cookies, places, clients, (lanes, work) =>
          timeLanes(lanes, seconds, warmUpSeconds, work),
        )
        rows.push({ spread, clients, path: 'http', ...http }, { spread, clients, path: 'raw', ...raw })
        report(rows.slice(-2))
      }
    await stop(server)
  })
}

async function throughHttp(
  port: number,
  cookies: readonly string[],
  grids: readonly string[],
  clients: number,
) {
  const connections = await Promise.all(Array.from({ length: clients }, () => LeanClient.open(port)))
  let sent = 0
  const timing = await timeLanes(clients, seconds, warmUpSeconds, async (lane) => {
    sent += 1
    const body = JSON.stringify({
      requestId: randomUUID(),
      words: `三楼楼道灯不亮，晚上下楼看不见，第 ${sent} 次反映`,
      areaId: grids[sent % grids.length],
    })
    const { status, body: answer } = await connections[lane]!.post(
      '/api/reports',
      { cookie: cookies[lane % cookies.length]! },
      body,
    )
    if (status !== 201) throw new Error(`answered ${status} ${answer}`)
  })
  for (const connection of connections) connection.close()
  return timing
}

async function stop(server: ChildProcess): Promise<void> {
  server.kill('SIGTERM')
  await eventOnce(server, 'exit')
}

function report(rows: readonly Row[]): void {
  for (const row of rows)
    console.log(
      `${row.spread.padEnd(16)} ${String(row.clients).padStart(2)} clients  ${row.path.padEnd(4)} ` +
        `${String(row.perSecond).padStart(6)} a second  p50 ${row.p50Ms.toFixed(1)} ms  p95 ${row.p95Ms.toFixed(1)} ms  ` +
        `p99 ${row.p99Ms.toFixed(1)} ms`,
    )
  const [http, raw] = rows
  if (http && raw) console.log(`${''.padEnd(28)} http/raw ${(http.perSecond / raw.perSecond).toFixed(2)}`)
}
