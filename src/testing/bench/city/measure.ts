import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { inspect, isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { systemClock } from '../../../platform/clock.ts'
import type { OpenDistrict } from '../../../platform/district.ts'
import { LeanClient } from '../http-client.ts'
import { rawIntake } from '../intake-raw.ts'
import { atShare } from '../stopwatch.ts'
import { byHand } from './by-hand.ts'
import type { Staff } from './people.ts'
import type { ByHand, Known, Read } from './reads.ts'

const requests = Number(process.env.BENCH_REQUESTS ?? 200)
const warmUp = 20

export interface Took {
  readonly name: string
  readonly p50Ms: number
  readonly p95Ms: number
  /** How often the hand-written SQL fits into it, by the medians; null where none stands beside it. */
  readonly ratio: number | null
}

/** Times one thing over and over, one at a time, after a warm-up that is not counted. */
async function timed(work: (round: number) => Promise<void>): Promise<number[]> {
  const tookMs: number[] = []
  for (let round = -warmUp; round < requests; round += 1) {
    const beganMs = performance.now()
    await work(round + warmUp)
    if (round >= 0) tookMs.push(performance.now() - beganMs)
  }
  return tookMs.sort((a, b) => a - b)
}

const summed = (name: string, tookMs: readonly number[], besideMs: number | null): Took => {
  const p50Ms = atShare(tookMs, 0.5)
  return { name, p50Ms, p95Ms: atShare(tookMs, 0.95), ratio: besideMs === null ? null : p50Ms / besideMs }
}

export interface Site {
  readonly district: OpenDistrict
  readonly port: number
  readonly known: Known
  readonly cookies: ReadonlyMap<Staff, string>
}

/** Asks for one thing through HTTP, and beside it the database for the same by hand-written SQL. */
export async function measureRead({ district, port, known, cookies }: Site, read: Read): Promise<Took> {
  const client = await LeanClient.open(port)
  const cookie = read.as === null ? '' : cookies.get(read.as)!
  const headers: Record<string, string> = cookie === '' ? {} : { cookie }
  const get = async (address: string): Promise<string> => {
    const { status, body } = await client.get(address, headers)
    if (status !== 200) throw new Error(`${read.name}: ${address} answered ${status} ${body}`)
    return body
  }
  let addresses = read.addresses(known)
  let last: string | undefined
  for (let page = 0; page < (read.pagesOn ?? 0); page += 1) {
    const { rows, next } = Page.parse(JSON.parse(await get(addresses[0]!)))
    if (next === null) throw new Error(`${read.name}: there are only ${page + 1} pages`)
    last = rows.at(-1)!.id
    const first = read.addresses(known)[0]!
    addresses = [`${first}${first.includes('?') ? '&' : '?'}after=${encodeURIComponent(next)}`]
  }
  if (addresses.length === 0) throw new Error(`${read.name}: there is nothing to ask for`)
  const tookMs = await timed(async (round) => void (await get(addresses[round % addresses.length]!)))
  const hand = byHand[read.name]
  const besideMs = hand
    ? await fastestByHand(district, hand, { known, last }, () => get(addresses[0]!))
    : null
  client.close()
  return summed(read.name, tookMs, besideMs)
}

const Page = z.object({ rows: z.array(z.object({ id: z.string().optional() })), next: z.string().nullable() })

/** The median of the fastest way; throws where one says anything else than the program. */
async function fastestByHand(
  { pools }: OpenDistrict,
  { ways, values, behind, says, rows: shape }: ByHand,
  { known, last }: { readonly known: Known; readonly last: string | undefined },
  ask: () => Promise<string>,
): Promise<number> {
  const connection = await pools.reader.connect()
  const query = async (text: string, given: readonly unknown[], name?: string) =>
    (await connection.query<Record<string, unknown>>({ text, values: [...given], ...(name && { name }) }))
      .rows
  const given = async () =>
    behind === undefined ? values(known, systemClock.now()) : Object.values((await query(behind, [last]))[0]!)
  const once = async (text: string): Promise<number> => {
    const sent = await given()
    const beganMs = performance.now()
    await query(text, sent)
    return performance.now() - beganMs
  }
  try {
    const tried: { readonly text: string; readonly ms: number }[] = []
    for (const text of ways) {
      if (says !== null) mustSay(says(JSON.parse(await ask())), shape, await query(text, await given()), text)
      tried.push({ text, ms: Math.min(await once(text), await once(text)) })
    }
    const [fastest] = tried.sort((one, other) => one.ms - other.ms)
    const sent = await given()
    return atShare(await timed(async () => void (await query(fastest!.text, sent, 'by hand'))), 0.5)
  } finally {
    connection.release(true)
  }
}

function mustSay(
  said: readonly unknown[],
  shape: ByHand['rows'],
  rows: readonly Record<string, unknown>[],
  text: string,
): void {
  const found = (
    shape === 'first' ? Object.values(rows[0]!) : rows.map((row) => Object.values(row)[0])
  ).slice(0, said.length)
  if (!isDeepStrictEqual(found, said))
    throw new Error(`by hand: ${inspect(found)} is not ${inspect(said)}: ${text}`)
}

/** Accepts cases through HTTP, and beside it sends an acceptance's statements straight, one at a time. */
export async function measureAccept(
  { district, port }: Site,
  residents: readonly string[],
  gridIds: readonly string[],
): Promise<Took> {
  const client = await LeanClient.open(port)
  const tookMs = await timed(async (round) => {
    const body = JSON.stringify({
      requestId: randomUUID(),
      words: `三楼楼道灯不亮，晚上下楼看不见，第 ${round} 次反映`,
      areaId: gridIds[round % gridIds.length],
    })
    const cookie = residents[round % residents.length]!
    const { status, body: answer } = await client.post('/api/reports', { cookie }, body)
    if (status !== 201) throw new Error(`accept answered ${status} ${answer}`)
  })
  client.close()
  const raw = await rawIntake(district, residents, gridIds, 1, async (_lanes, work) => {
    const rawMs = await timed(() => work(0))
    const [p50Ms, p95Ms, p99Ms] = [0.5, 0.95, 0.99].map((share) => atShare(rawMs, share))
    return { count: rawMs.length, perSecond: 0, p50Ms: p50Ms!, p95Ms: p95Ms!, p99Ms: p99Ms! }
  })
  return summed('accept', tookMs, raw.p50Ms)
}

/** What a process holds in memory, in megabytes, as Linux says it. */
export const memoryMb = (pid: number): number =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024)
