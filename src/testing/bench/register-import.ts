import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atlasOf } from '../../areas/door.ts'
import { readRegisterFile, systemCtx, takeInRegister, undoRegisterImport } from '../../people/door.ts'
import { systemClock } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { OpenDistrict } from '../../platform/district.ts'
import { openPostgres } from '../../platform/postgres/open-postgres.ts'
import { type FileBuilding, type Planted, writeRegisterFile } from '../register-file.ts'
import { plantedKinds } from '../register-rows.ts'
import { layBenchMap, openBenchDistrict } from './intake-district.ts'

const rows = Number(process.env.BENCH_ROWS ?? 100_000)
const faults = Math.round(rows / 100)
const quiet: Ctx['log'] = { info: () => undefined, warn: console.warn, error: console.error }
const tables = ['homes', 'persons', 'households', 'occupancies', 'person_keys', 'consents', 'care_flags']

/**
 * Imports a file of the register: reads it, takes it in, reads it again, undoes it. Says how long each took and how much
 * memory the program had at most; fails where a planted fault is not reported in its cell, where the second reading finds
 * anything new, or where the register is not to the letter what it was.
 */
export async function registerImport(): Promise<void> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'linli-bench-'))
  const postgres = await openPostgres({ dataFolder, databaseUrl: null }, { onNotice: console.error })
  const memory = watchMemory()
  try {
    const district = await openBenchDistrict(postgres.ownerUrl, dataFolder)
    await layBenchMap(district)
    const path = join(dataFolder, 'register.xlsx')
    const buildings = await buildingsOf(district)
    const planted = await writeRegisterFile(path, { seed: 2026, rows, faults, sheets: 8, buildings })
    const megabytes = ((await stat(path)).size / 1_000_000).toFixed(1)
    console.log(`${rows} rows in 8 sheets (${megabytes} MB), ${faults} faults of ${plantedKinds} kinds`)
    await bringIn(district, path, planted)
    console.log(
      `most memory: ${Math.round(memory.most() / 1_000_000)} MB of which ${Math.round(memory.atFirst / 1_000_000)} MB before the import`,
    )
    await district.close()
  } finally {
    memory.end()
    await postgres.close()
    await rm(dataFolder, { recursive: true, force: true })
  }
}

async function bringIn(district: OpenDistrict, path: string, planted: readonly Planted[]): Promise<void> {
  const atlas = await atlasOf({ district })
  const ctx = systemCtx({ district, clock: systemClock, log: quiet }, [atlas.district.id])
  const file = { source: path, name: 'register.xlsx' }
  const before = await stateOf(district)
  const read = await timed('read', () => readRegisterFile(ctx, file))
  await mustBeReported(district, read.id, planted)
  const waiting = read.states.waiting ?? 0
  console.log(
    `reported: ${planted.length} of ${planted.length}; refused rows ${read.states.refused}, to take in ${waiting}`,
  )
  const taken = await timed('take in', () => takeInRegister(ctx, read.id, {}))
  if (taken.states.taken !== waiting) throw new Error(`taken in: ${JSON.stringify(taken.states)}`)
  const again = await timed('read again', () => readRegisterFile(ctx, file))
  if (again.states.waiting || again.states.asked || again.states.same !== waiting)
    throw new Error(`the second reading finds something new: ${JSON.stringify(again.states)}`)
  const undone = await timed('undo', () => undoRegisterImport(ctx, read.id))
  if (undone.states.undone !== waiting) throw new Error(`undone: ${JSON.stringify(undone.states)}`)
  if ((await stateOf(district)) !== before) throw new Error('the register is not what it was')
  console.log('read again: nothing new; undone: as before to the letter')
}

async function timed<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const beganMs = performance.now()
  const result = await work()
  const seconds = (performance.now() - beganMs) / 1000
  console.log(`${what.padEnd(10)} ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s`)
  return result
}

async function buildingsOf(district: OpenDistrict): Promise<FileBuilding[]> {
  const atlas = await atlasOf({ district })
  const below = (id: string): FileBuilding[] =>
    atlas.partsOf(id).flatMap((part) => {
      const estate = atlas.get(part.path.at(-2)!)
      return [
        ...(part.kind === 'building' && estate?.kind === 'estate'
          ? [{ community: atlas.communityOf(part)?.nameZh, estate: estate.nameZh, building: part.nameZh }]
          : []),
        ...below(part.id),
      ]
    })
  const all = below(atlas.district.id)
  const times = Map.groupBy(all, ({ estate, building }) => `${estate} ${building}`)
  return all.filter(({ estate, building }) => times.get(`${estate} ${building}`)!.length === 1)
}

/** All that the register holds, but for versions: they count on. */
async function stateOf({ pools }: OpenDistrict): Promise<string> {
  const hashes: string[] = []
  for (const table of tables) {
    const { rows: found } = await pools.reader.query<{ hash: string | null }>(
      `select md5(string_agg((to_jsonb(t) - 'seq')::text, '|' order by (to_jsonb(t) - 'seq')::text)) as hash from ${table} t`,
    )
    hashes.push(`${table} ${found[0]?.hash}`)
  }
  return hashes.join('\n')
}

async function mustBeReported(
  { pools }: OpenDistrict,
  importId: string,
  planted: readonly Planted[],
): Promise<void> {
  const { rows: reported } = await pools.reader.query<{ at: string }>(
    `select concat_ws(' ', r.sheet, r.row_number, f -> 'column' ->> 'letter', f ->> 'reason') as at
     from register_import_rows r, jsonb_array_elements(r.faults) f where r.import_id = $1`,
    [importId],
  )
  const found = new Set(reported.map(({ at }) => at))
  const missing = planted
    .map(({ sheet, row, letter, reason }) => `${sheet} ${row} ${letter} ${reason}`)
    .filter((at) => !found.has(at))
  if (missing.length > 0)
    throw new Error(`not reported: ${missing.slice(0, 20).join('; ')} (${missing.length})`)
}

/** The most memory that the program held, looked at ten times a second. */
function watchMemory() {
  const atFirst = process.memoryUsage.rss()
  let most = atFirst
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 100)
  return { atFirst, most: () => most, end: () => clearInterval(timer) }
}
