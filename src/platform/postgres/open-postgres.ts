import pg from 'pg'
import type { Settings } from '../settings.ts'
import { openEmbedded } from './embedded.ts'
import { oldestMajor, problems } from './problems.ts'

export interface OpenPostgresOptions {
  /** Told, in Chinese and English, what the reader should know but need not act on. */
  readonly onNotice: (notice: string) => void
  /** Settings of the embedded server beyond Linli's own; tests trade safety for speed with them. */
  readonly serverSettings?: Readonly<Record<string, string>>
}

export interface OpenPostgres {
  /** Connects as one who may make roles and schemas. Holds a password: never log it. */
  readonly ownerUrl: string
  /** Whether the server was already in use: by another program of Linli, or run elsewhere. */
  readonly attached: boolean
  /** PostgreSQL's major, as in 18. */
  readonly version: number
  /** Leaves the server; the last program on an embedded server stops it and waits for its end. */
  close(): Promise<void>
}

/**
 * Opens the database that the settings name: `DATABASE_URL` as it is, or the embedded PostgreSQL of the
 * data folder, which is started when it does not run. Throws StartProblem.
 */
export async function openPostgres(
  settings: Pick<Settings, 'dataFolder' | 'databaseUrl'>,
  options: OpenPostgresOptions,
): Promise<OpenPostgres> {
  if (settings.databaseUrl === null) return openEmbedded(settings.dataFolder, options)
  const version = await majorOf(settings.databaseUrl)
  return { ownerUrl: settings.databaseUrl, attached: true, version, close: async () => undefined }
}

async function majorOf(url: string): Promise<number> {
  const { host, pathname } = new URL(url)
  const place = `${host}${pathname}`
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  // The query under way reports a lost connection; unheard, the same event would end the program.
  client.on('error', () => undefined)
  try {
    await client.connect().catch((error: NodeJS.ErrnoException) => {
      throw problems.urlUnanswered(place, error.code ?? error.message, error)
    })
    const { rows } = await client.query<{ server_version_num: string }>('show server_version_num')
    const major = Math.floor(Number(rows[0]!.server_version_num) / 10_000)
    if (major < oldestMajor) throw problems.tooOld(place, major)
    return major
  } finally {
    await client.end()
  }
}
