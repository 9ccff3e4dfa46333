import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'
import type { Clock } from './clock.ts'

export interface Migration {
  readonly name: string
  readonly statements: readonly string[]
  readonly hash: string
}

/** Statements of a migration file: each ends with a semicolon at the end of a line. */
export const statementsOf = (text: string): string[] =>
  text
    .replace(/^--.*$/gm, '')
    .split(/;[ \t]*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement.length > 0)

/** Reads a folder's numbered migrations in order. */
export async function readMigrations(folder: URL): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-.*\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, folder), 'utf8')
      return { name, statements: statementsOf(text), hash: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

/** The database was written by a newer Linli than this one. */
export class NewerDatabase extends Error {
  readonly migration: string
  constructor(migration: string) {
    super(`migration ${migration} is unknown to this program`)
    this.migration = migration
  }
}

/**
 * Brings a schema up to date as the owner: forward only, one statement at a time, one transaction a file.
 * Returns the names of what was applied.
 */
export async function migrate(
  ownerUrl: string,
  schema: string,
  migrations: readonly Migration[],
  clock: Clock,
): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const name = pg.escapeIdentifier(schema)
  try {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [`linli-migrate-${schema}`])
    await client.query(`create schema if not exists ${name}`)
    await client.query(`grant usage on schema ${name} to linli_app, linli_reader, linli_auth`)
    await client.query(`set search_path = ${name}`)
    await client.query(`create table if not exists migrations
      (name text primary key, hash text not null, applied_at timestamptz not null)`)
    await client.query('grant select on migrations to linli_app, linli_reader')
    const { rows } = await client.query<{ name: string }>('select name from migrations order by name')
    const known = new Set(migrations.map((migration) => migration.name))
    const newer = rows.find((row) => !known.has(row.name))
    if (newer) throw new NewerDatabase(newer.name)
    const applied = new Set(rows.map((row) => row.name))
    const missing = migrations.filter((migration) => !applied.has(migration.name))
    for (const migration of missing) await apply(client, migration, clock)
    return missing.map((migration) => migration.name)
  } finally {
    await client.end()
  }
}

async function apply(client: pg.Client, migration: Migration, clock: Clock): Promise<void> {
  await client.query('begin')
  for (const statement of migration.statements) await client.query(statement)
  await client.query('insert into migrations (name, hash, applied_at) values ($1, $2, $3)', [
    migration.name,
    migration.hash,
    clock.now().toString(),
  ])
  await client.query('commit')
}
