import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPostgres } from '../platform/postgres/open-postgres.ts'
import { clusterFolderOf } from '../platform/postgres/place.ts'
import { findPostmaster } from '../platform/postgres/postmaster.ts'
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

const prefix = 'linli-test-'

/** Tests of durability start a server of their own; the others lose nothing by a crash. */
const fastAndUnsafe = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  // A test that ends drops a whole schema, every table and index of it under a lock of its own, and several end at once.
  max_locks_per_transaction: '512',
}

/** A PostgreSQL in a new folder that goes at close, or the one that LINLI_TEST_DATABASE_URL names. */
export async function scratchServer(): Promise<ScratchServer> {
  const dataFolder = await mkdtemp(join(tmpdir(), prefix))
  await sweepOrphans(dataFolder)
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

/** Test runs that were killed leave their servers running: what nobody uses is stopped and removed. */
async function sweepOrphans(ownFolder: string): Promise<void> {
  const own = await stat(ownFolder)
  for (const name of await readdir(tmpdir())) {
    const dataFolder = join(tmpdir(), name)
    if (!name.startsWith(prefix) || (await stat(dataFolder)).uid !== own.uid) continue
    const clusterFolder = await clusterFolderOf(dataFolder)
    if (!(await findPostmaster(clusterFolder))) continue
    const startedAtMs = (await stat(join(clusterFolder, 'postmaster.pid'))).mtimeMs
    // A server that has just started may still wait for the run that started it.
    if (own.mtimeMs - startedAtMs < 60_000) continue
    const orphan = await openPostgres({ dataFolder, databaseUrl: null }, { onNotice: () => undefined })
    await orphan.close()
    if (!orphan.attached) await rm(dataFolder, { recursive: true })
  }
}
