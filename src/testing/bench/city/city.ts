import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { loadDemo } from '../../../app/demo/load.ts'
import { systemClock } from '../../../platform/clock.ts'
import type { OpenDistrict } from '../../../platform/district.ts'
import { inBenchDistrict, quiet, signResidentsIn } from '../intake-district.ts'
import { fillTo, whileFilling } from './fill.ts'
import { readKnown } from './known.ts'
import { measureAccept, measureRead, memoryMb, type Took } from './measure.ts'
import { type Staff, signIn } from './people.ts'
import { reads } from './reads.ts'
import { printSizes, printTable, type Sized } from './table.ts'

const sizes = (process.env.CITY_CASES ?? '25000,250000').split(',').map(Number)
/** A folder for the data that stays, so that the next run need not fill again. */
const keptFolder = process.env.CITY_DATA
/** Only what is measured under such a name. */
const only = new RegExp(process.env.CITY_ONLY ?? '')

/**
 * A district with as many cases as a big city has, measured through HTTP from a server in a process of its own, by one
 * client. A few hundred cases go through the use cases; all others are copies of these, laid in bulk past the program.
 */
export async function city(): Promise<void> {
  console.log(
    'Filled in bulk by COPY, past the program: no chain verifies. Measured through HTTP, one client.',
  )
  const folder = keptFolder ?? (await mkdtemp(join(tmpdir(), 'linli-city-')))
  await mkdir(folder, { recursive: true })
  const measured: Sized[] = []
  try {
    for (const size of sizes.toSorted((a, b) => a - b)) {
      await fill(folder, size)
      measured.push(await measure(folder))
    }
    printTable(measured)
  } finally {
    if (!keptFolder) await rm(folder, { recursive: true, force: true })
  }
}

async function fill(folder: string, size: number): Promise<void> {
  const beganMs = performance.now()
  await inBenchDistrict(
    async (district, { ownerUrl, dataFolder }) => {
      const { rowCount } = await district.pools.reader.query('select 1 from cases limit 1')
      if (rowCount === 0) await loadDemo(district, { clock: systemClock, log: quiet })
      const { schema, timeZone } = district
      const laid = await fillTo(size, { ownerUrl, dataFolder, schema, timeZone })
      if (laid > 0)
        console.log(`${laid} cases laid in bulk in ${Math.round((performance.now() - beganMs) / 1000)} s`)
    },
    folder,
    whileFilling,
  )
}

async function measure(folder: string): Promise<Sized> {
  let sized: Sized | undefined
  await inBenchDistrict(async (district, { ownerUrl, dataFolder }) => {
    const residents = await signResidentsIn(district, 8)
    const known = await readKnown(district)
    const server = fork(new URL('../intake-server.ts', import.meta.url), [dataFolder])
    const [{ port }] = (await once(server, 'message')) as [{ port: number }]
    const took: Took[] = []
    try {
      const cookies = new Map<Staff, string>()
      for (const name of new Set(reads.flatMap(({ as }) => as ?? [])))
        cookies.set(name, await signIn(port, name))
      const site = { district, port, known, cookies }
      if (only.test('accept')) took.push(await measureAccept(site, residents, await gridIds(district)))
      for (const read of reads) if (only.test(read.name)) took.push(await measureRead(site, read))
      sized = { took, serverMb: memoryMb(server.pid!), ...(await sizeOf(ownerUrl, district)) }
    } finally {
      server.kill('SIGTERM')
      await once(server, 'exit')
    }
    printSizes(sized)
  }, folder)
  return sized!
}

async function gridIds({ pools }: OpenDistrict): Promise<string[]> {
  const { rows } = await pools.reader.query<{ id: string }>(`select id from areas where kind = 'grid'`)
  return rows.map(({ id }) => id)
}

async function sizeOf(ownerUrl: string, { schema }: OpenDistrict): Promise<Omit<Sized, 'took' | 'serverMb'>> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const { rows: tables } = await owner.query<{ name: string; bytes: string; index_bytes: string }>(
    `select relname as name, pg_total_relation_size(relid) as bytes, pg_indexes_size(relid) as index_bytes
     from pg_stat_user_tables where schemaname = $1 order by 2 desc`,
    [schema],
  )
  const { rows } = await owner.query<{ cases: number; open: number; bytes: string }>(
    `select count(*)::integer as cases, pg_database_size(current_database()) as bytes,
       count(*) filter (where stage not in ('closed', 'joined', 'declined', 'referred', 'withdrawn'))::integer as open
     from ${schema}.cases`,
  )
  await owner.end()
  return {
    cases: rows[0]!.cases,
    open: rows[0]!.open,
    bytes: Number(rows[0]!.bytes),
    tables: tables.map(({ name, bytes, index_bytes }) => ({
      name,
      bytes: Number(bytes),
      indexBytes: Number(index_bytes),
    })),
  }
}
