import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { erasureFile, readErasures } from '../erasure-list.ts'

/** Where it stands up to which erasure a data folder was cleared. */
const clearedFile = (dataFolder: string, district: string): string =>
  join(dirname(erasureFile(dataFolder, district)), `${district}.cleared`)

/** The last erasure whose traces were cleared from the database's files; null where none were. */
export async function lastCleared(dataFolder: string, district: string): Promise<string | null> {
  return readFile(clearedFile(dataFolder, district), 'utf8').then(
    (text) => text.trim(),
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    },
  )
}

/** Tables in which an erasure leaves rows behind that nobody reads any more, until they are written anew. */
const touched = [
  'accounts',
  'auth_account',
  'auth_session',
  'auth_user',
  'auth_verification',
  'board',
  'care_flags',
  'case_photos',
  'cases',
  'erasures',
  'looks',
  'notices',
  'occupancies',
  'own_entries',
  'person_keys',
  'persons',
  'questions',
  'register_versions',
  'requests',
  'rights_requests',
  'sealed_texts',
] as const

/**
 * Takes out of the database's files what an erasure left in them, where somebody was erased since the last time: PostgreSQL
 * keeps the rows of before until their place is written again, samples of values in its statistics, and the write-ahead
 * log. The server has to be this program's own, started with `wal_recycle=off`. Returns whether there was anything to do.
 */
export async function clearTraces(ownerUrl: string, dataFolder: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `select nspname as name from pg_namespace where nspname like 'd\\_%' order by nspname`,
    )
    let any = false
    for (const { name } of rows) {
      const district = name.slice('d_'.length)
      const last = (await readErasures(erasureFile(dataFolder, district))).at(-1)
      if (!last || last.id === (await lastCleared(dataFolder, district))) continue
      await rewrite(client, name)
      any = true
      const file = clearedFile(dataFolder, district)
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, `${last.id}\n`)
    }
    if (any) await endLog(client)
    return any
  } finally {
    await client.end()
  }
}

/** Rows, indexes and the statistics over them, each in a new file. */
async function rewrite(client: pg.Client, schema: string): Promise<void> {
  for (const table of touched)
    await client.query(`vacuum (full, analyze) ${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(table)}`)
  await client.query('vacuum full pg_catalog.pg_statistic')
}

/** Goes on in a segment of the log that was never used; the checkpoint then removes all before it. */
async function endLog(client: pg.Client): Promise<void> {
  for (;;) {
    await client.query(`select pg_logical_emit_message(false, 'linli', '')`)
    await client.query('select pg_switch_wal()')
    const { rowCount } = await client.query(
      `select 1 from pg_ls_waldir() where name > pg_walfile_name(pg_current_wal_lsn()) and name ~ '^[0-9A-F]{24}$' limit 1`,
    )
    if (rowCount === 0) break
  }
  // The segment that is written now may be one that was used before: one more is made anew, of zeros.
  await client.query(`select pg_logical_emit_message(false, 'linli', '')`)
  await client.query('select pg_switch_wal()')
  await client.query('checkpoint')
}
