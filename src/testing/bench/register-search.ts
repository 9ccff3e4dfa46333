import pg from 'pg'
import { house } from '../../app/rooms.ts'
import { type Atlas, atlasOf } from '../../areas/door.ts'
import { systemClock } from '../../platform/clock.ts'
import type { Who } from '../../platform/ctx.ts'
import type { OpenDistrict } from '../../platform/district.ts'
import { buildServer } from '../../platform/http/server.ts'
import { prologue } from '../../platform/transaction.ts'
import { inBenchDistrict, layBenchMap } from './intake-district.ts'
import { fillRegister } from './register-people.ts'
import { atShare } from './stopwatch.ts'

const people = Number(process.env.BENCH_PEOPLE ?? 800_000)
/** A data folder that a run before filled and left: set it to ask again without entering everybody anew. */
const keptFolder = process.env.BENCH_DATA
const rounds = Number(process.env.BENCH_ROUNDS ?? 40)

/**
 * Search among all people of a district, through HTTP and under row-level security, from a post that sees one grid, one
 * community, one street, and the whole district. Every kind of query is asked of each; PostgreSQL, server and asker share
 * the machine. Then the plans of the statements are looked at: none may read the table from end to end.
 */
export async function registerSearch(): Promise<void> {
  await inBenchDistrict(async (district, { ownerUrl }) => {
    if (await isEmpty(district)) {
      await layBenchMap(district)
      const beganMs = performance.now()
      await fillRegister(district, people)
      console.log(`${people} people entered in ${Math.round((performance.now() - beganMs) / 1000)} s`)
      await analyse(ownerUrl, district)
    }
    const atlas = await atlasOf({ district })
    await ask(district, atlas)
    await explain(district, atlas)
  }, keptFolder)
}

async function isEmpty({ pools }: OpenDistrict): Promise<boolean> {
  const { rowCount } = await pools.reader.query('select 1 from persons limit 1')
  return rowCount === 0
}

async function analyse(ownerUrl: string, { schema }: OpenDistrict): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  for (const table of ['homes', 'persons', 'occupancies', 'person_keys'])
    await owner.query(`vacuum analyze ${schema}.${table}`)
  await owner.end()
}

/** Somebody whose post sees who lives in an area. */
function postAt(areaId: string): Who {
  const grants = { 'register.see': ['own_area'] }
  return {
    actor: 'account:0192f000-0000-7000-8000-000000000001',
    accountId: '0192f000-0000-7000-8000-000000000001',
    name: 'Bench',
    kind: 'staff',
    posts: [
      { id: '0192f000-0000-7000-8000-000000000002', kind: 'street_desk', unitId: null, areaId, grants },
    ],
    reach: [],
    personReach: [],
    registerReach: [areaId],
    bodyReach: [],
    linkReach: [],
    units: [],
    acts: ['register.see'],
    receiptHash: '',
  }
}

function postsOf(atlas: Atlas): readonly (readonly [string, string])[] {
  const street = atlas.partsOf(atlas.district.id)[0]!
  const community = atlas.partsOf(street.id)[0]!
  const grid = atlas.partsOf(community.id).find(({ kind }) => kind === 'grid')!
  return [
    ['grid', grid.id],
    ['community', community.id],
    ['street', street.id],
    ['district', atlas.district.id],
  ]
}

/** What people type, often and seldom: names that hundreds have, beginnings that tens of thousands have. */
const queries = [
  '王伟',
  '王',
  '欧阳',
  'wangw',
  'zhang',
  'wxm',
  'w',
  'zz',
  '0417',
  '002X',
  '13800123456',
  '9999',
]

async function ask(district: OpenDistrict, atlas: Atlas): Promise<void> {
  let who = postAt(atlas.district.id)
  const app = await buildServer({
    ...house(district, systemClock),
    whoOf: async () => who,
    committed: () => undefined,
    ready: async () => true,
    log: false,
    limits: { perMinute: 10_000_000 },
  })
  for (const [name, areaId] of postsOf(atlas)) {
    who = postAt(areaId)
    const tookMs: number[] = []
    let slowest = { text: '', ms: 0 }
    for (let round = -3; round < rounds; round += 1)
      for (const text of queries) {
        const beganMs = performance.now()
        const { statusCode } = await app.inject(`/api/register/find?text=${encodeURIComponent(text)}`)
        const ms = performance.now() - beganMs
        if (statusCode !== 200) throw new Error(`answered ${statusCode}`)
        if (round < 0) continue
        tookMs.push(ms)
        if (ms > slowest.ms) slowest = { text, ms }
      }
    tookMs.sort((a, b) => a - b)
    const at = (share: number) => atShare(tookMs, share).toFixed(1)
    console.log(
      `${name.padEnd(10)} ${tookMs.length} searches  p50 ${at(0.5)} ms  p95 ${at(0.95)} ms  p99 ${at(0.99)} ms  ` +
        `slowest ${slowest.ms.toFixed(1)} ms (${slowest.text})`,
    )
  }
  await app.close()
}

async function explain(district: OpenDistrict, atlas: Atlas): Promise<void> {
  const connection = await district.pools.app.connect()
  try {
    for (const [name, areaId] of postsOf(atlas)) {
      const within = name === 'grid' ? 'grid_id' : name === 'community' ? 'community_id' : null
      const place = within ? `and ${within} = any ('{${areaId}}')` : ''
      for (const [column, condition] of [
        ['name', `name >= '王伟' and name < '王伟' || chr(1114111)`],
        ['initials', `initials >= 'zz' and initials < 'zz' || chr(1114111)`],
        ['phone_tail', `phone_tail = '0417'`],
      ]) {
        await connection.query(prologue(postAt(areaId), true))
        const { rows } = await connection.query<{ 'QUERY PLAN': string }>(
          `explain select person_id from person_keys where ${condition} ${place} order by ${column} limit 63`,
        )
        await connection.query('rollback')
        const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
        const used = [...plan.matchAll(/using (\w+)|Scan on (person_keys_\w+)/g)].map(
          ([, one, other]) => one ?? other,
        )
        console.log(`${name.padEnd(10)} by ${column!.padEnd(10)} ${used.join(', ') || plan}`)
        if (/Seq Scan/.test(plan)) throw new Error(`reads the whole table:\n${plan}`)
      }
    }
  } finally {
    connection.release()
  }
}
