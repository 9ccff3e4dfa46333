import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { systemClock } from '../platform/clock.ts'
import { openDirectory, openDistrict } from '../platform/district.ts'
import type { ScratchServer } from './postgres.ts'
import { schemaSource, tablesSource } from './schema.ts'

/** The files that are generated from freshly migrated tables, as they should read: path to text. */
export async function generatedFiles(
  server: Pick<ScratchServer, 'ownerUrl' | 'secrets' | 'dataFolder'>,
): Promise<Record<string, string>> {
  const host = {
    adminUrl: server.ownerUrl,
    secrets: server.secrets,
    dataFolder: server.dataFolder,
    clock: systemClock,
  }
  await openDirectory(host)
  // A name of its own: several runs may share one server.
  const id = `generated_${randomBytes(6).toString('hex')}`
  const client = new pg.Client({ connectionString: server.ownerUrl })
  await client.connect()
  try {
    const district = await openDistrict(host, { id, nameZh: '', nameEn: '', demonstration: false })
    await district.close()
    return {
      'db/tables.ts': await tablesSource(client, district.schema),
      'db/schema.sql': await schemaSource(client, district.schema),
    }
  } finally {
    await client.query(`drop schema if exists d_${id} cascade`)
    await client.end()
  }
}
