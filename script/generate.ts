/** Writes db/tables.ts and db/schema.sql from freshly migrated tables; with `--check` only compares. */
import { readFile, writeFile } from 'node:fs/promises'
import pg from 'pg'
import { systemClock } from '../src/platform/clock.ts'
import { openDirectory, openDistrict } from '../src/platform/district.ts'
import { scratchServer } from '../src/testing/postgres.ts'
import { schemaSource, tablesSource } from '../src/testing/schema.ts'

const check = process.argv.includes('--check')
const server = await scratchServer()
let stale = 0
try {
  const host = {
    adminUrl: server.ownerUrl,
    secrets: server.secrets,
    dataFolder: server.dataFolder,
    clock: systemClock,
  }
  await openDirectory(host)
  const district = await openDistrict(host, { id: 'generated', nameZh: '', nameEn: '', demonstration: false })
  await district.close()
  const client = new pg.Client({ connectionString: server.ownerUrl })
  await client.connect()
  const made = {
    'db/tables.ts': await tablesSource(client, 'd_generated'),
    'db/schema.sql': await schemaSource(client, 'd_generated'),
  }
  await client.query('drop schema d_generated cascade')
  await client.end()
  for (const [file, text] of Object.entries(made)) {
    const path = new URL(`../${file}`, import.meta.url)
    const standing = await readFile(path, 'utf8').catch(() => '')
    if (standing === text) continue
    stale += 1
    if (check) console.error(`${file} is stale: run node script/generate.ts`)
    else await writeFile(path, text)
  }
} finally {
  await server.close()
}
process.exitCode = check && stale > 0 ? 1 : 0
