import pg from 'pg'

/** Tables in which an erasure leaves rows behind that nobody reads any more, until they are written anew. */
const touched = [
  'accounts',
  'auth_account',
  'auth_passkeys',
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
  'register_import_rows',
  'register_imports',
  'register_versions',
  'requests',
  'rights_requests',
  'sealed_texts',
] as const

/**
 * Writes the tables concerned of a schema anew, with the statistics over them, for each schema that is named; and then
 * ends the write-ahead log. PostgreSQL keeps rows of before until their place is written again, samples of values, and
 * its log. The connecting user is the server's superuser, and the server runs with `wal_recycle=off`.
 */
export async function clearFiles(ownerUrl: string, schemas: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    for (const schema of schemas) await rewrite(client, schema)
    if (schemas.length > 0) await endLog(client)
  } finally {
    await client.end()
  }
}

/** The schemas of districts on a server. */
export async function districtSchemas(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `select nspname as name from pg_namespace where nspname like 'd\\_%' order by nspname`,
    )
    return rows.map(({ name }) => name)
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
