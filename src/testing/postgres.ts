import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPostgres } from '../platform/postgres/open-postgres.ts'
import { loadSecrets, type Secrets } from '../platform/secrets.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The test server's URL, of one who may make roles and databases. */
    readonly ownerUrl: string
    /** The test run's data folder: with its secrets every worker meets the server's roles. */
    readonly dataFolder: string
  }
}

export interface ScratchServer {
  /** Of one who may make roles and databases. */
  readonly ownerUrl: string
  readonly dataFolder: string
  readonly secrets: Secrets
  close(): Promise<void>
}

/** Tests of durability start a server of their own; the others lose nothing by a crash. */
const fastAndUnsafe = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }

/** A PostgreSQL in a new folder that goes at close, or the one that LINLI_TEST_DATABASE_URL names. */
export async function scratchServer(): Promise<ScratchServer> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'linli-test-'))
  const postgres = await openPostgres(
    { dataFolder, databaseUrl: process.env.LINLI_TEST_DATABASE_URL || null },
    { onNotice: console.warn, serverSettings: fastAndUnsafe },
  )
  return {
    ownerUrl: postgres.ownerUrl,
    dataFolder,
    secrets: loadSecrets(dataFolder),
    async close() {
      await postgres.close()
      await rm(dataFolder, { recursive: true })
    },
  }
}
