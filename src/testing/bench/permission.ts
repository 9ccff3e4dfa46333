import pg from 'pg'
import { loadDemo } from '../../app/demo/load.ts'
import { boardPage } from '../../cases/board.ts'
import { casePage } from '../../cases/case-page.ts'
import { deskPage } from '../../cases/desk.ts'
import { fieldDay } from '../../cases/field-day.ts'
import type { PostKind } from '../../people/contract.ts'
import { must, permissions } from '../../people/permission.rule.ts'
import { type PostNow, whoOfAccount, whoOfClient } from '../../people/who.rule.ts'
import { systemClock } from '../../platform/clock.ts'
import type { Ctx, Who } from '../../platform/ctx.ts'
import { openPool } from '../../platform/database.ts'
import type { OpenDistrict } from '../../platform/district.ts'
import { makeCtx } from '../../platform/http/server.ts'
import { closedSettings } from '../../platform/transaction.ts'
import { inBenchDistrict, quiet } from './intake-district.ts'
import { copyCases } from './many-cases.ts'
import { atShare } from './stopwatch.ts'

const rounds = Number(process.env.BENCH_ROUNDS ?? 150)
/** How often each case of the demonstration district is laid out. */
const copies = Number(process.env.BENCH_COPIES ?? 60)

/**
 * What the policies cost on the commonest reads: the same use cases, with the very same statements and settings, by the
 * app's role, which policies bind, and by the tables' owner, whom they do not. In turn, in one run; no HTTP.
 */
export async function permission(): Promise<void> {
  await inBenchDistrict(async (district, { ownerUrl }) => {
    await loadDemo(district, { clock: systemClock, log: quiet })
    const owner = new pg.Client({ connectionString: ownerUrl })
    await owner.connect()
    const total = await copyCases(owner, district.schema, copies)
    await owner.end()
    console.log(`${total} cases`)
    const unbound = openPool({
      url: ownerUrl,
      user: new URL(ownerUrl).username,
      password: decodeURIComponent(new URL(ownerUrl).password),
      schema: district.schema,
      max: 4,
      settings: `-c row_security=off ${closedSettings}`,
    })
    const free = { ...district, pools: { ...district.pools, app: unbound } }
    for (const [name, who, read] of await readsOf(district)) await compare(name, who, read, district, free)
    await unbound.end()
  })
}

type Read = (ctx: Ctx) => Promise<unknown>
type Named = readonly [name: string, who: Who, read: Read]

/** The commonest reads, by those who read them. */
async function readsOf(district: OpenDistrict): Promise<readonly Named[]> {
  const found: Named[] = []
  for (const kind of ['centre', 'street_desk', 'community_desk', 'unit_desk', 'grid_worker'] as const) {
    const who = await holderOf(district, kind)
    const open = (ctx: Ctx) => deskPage(ctx, { queue: 'open', limit: 50 })
    const { rows } = await open(ctxOf(district, who))
    found.push([`desk list, ${kind}`, who, open])
    const caseId = rows[0]?.id
    if (caseId !== undefined) found.push([`case page, ${kind}`, who, (ctx) => casePage(ctx, caseId)])
    if (kind !== 'centre') found.push([`my work, ${kind}`, who, (ctx) => fieldDay(ctx, {})])
  }
  const anybody = whoOfClient(null, '')
  found.push(['board, anybody', anybody, (ctx) => boardPage(ctx, { state: 'all', limit: 20 })])
  return found
}

/** Somebody of the demonstration district who holds such a post: the one with the most cases in its community. */
async function holderOf(district: OpenDistrict, kind: PostKind): Promise<Who> {
  const { rows } = await district.pools.reader.query<PostNow & { account: string }>(
    `select p.id, p.kind, p.unit_id as "unitId", p.area_id as "areaId", p.account_id as account
     from posts p where p.kind = $1
     order by (select count(*) from cases c where c.reach && array[p.area_id]) desc, p.id limit 1`,
    [kind],
  )
  const { account, ...post } = rows[0]!
  return whoOfAccount({ id: account, kind: 'staff', name: kind, posts: [post] }, '', permissions)
}

const ctxOf = (district: OpenDistrict, who: Who): Ctx =>
  makeCtx({ district, clock: systemClock, must, committed: () => undefined }, who, quiet)

async function compare(name: string, who: Who, read: Read, bound: OpenDistrict, free: OpenDistrict) {
  const [withPolicies, without] = [ctxOf(bound, who), ctxOf(free, who)]
  const took: Record<'with' | 'without', number[]> = { with: [], without: [] }
  for (let round = -10; round < rounds; round += 1) {
    // Who comes second finds the pages warm: they take turns.
    for (const which of round % 2 === 0 ? (['with', 'without'] as const) : (['without', 'with'] as const)) {
      const tookMs = await timed(() => read(which === 'with' ? withPolicies : without))
      if (round >= 0) took[which].push(tookMs)
    }
  }
  for (const times of Object.values(took)) times.sort((a, b) => a - b)
  const [p50, p50Free] = [atShare(took.with, 0.5), atShare(took.without, 0.5)]
  const [p95, p95Free] = [atShare(took.with, 0.95), atShare(took.without, 0.95)]
  console.log(
    `${name.padEnd(28)} p50 ${p50.toFixed(1)} ms, without policies ${p50Free.toFixed(1)} ms: ×${(p50 / p50Free).toFixed(2)}` +
      ` · p95 ${p95.toFixed(1)} / ${p95Free.toFixed(1)} ms: ×${(p95 / p95Free).toFixed(2)}`,
  )
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
