import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { loadSecrets } from '../secrets.ts'
import { StartProblem } from '../start-problem.ts'
import { prepareCluster } from './cluster.ts'
import type { OpenPostgres, OpenPostgresOptions } from './open-postgres.ts'
import { type Place, preparePlace } from './place.ts'
import { chooseFreePort, isFree, rememberedPort } from './port.ts'
import {
  clearStaleFile,
  findPostmaster,
  type Postmaster,
  startPostmaster,
  stopPostmaster,
} from './postmaster.ts'
import { enter, type Presence } from './presence.ts'
import { embeddedMajor, problems } from './problems.ts'

const longestWaitMs = 120_000
const pollMs = 50

interface Joined {
  readonly presence: Presence
  readonly postmaster: Postmaster
  readonly wasStarted: boolean
}

/** What stays the same for as long as this program uses the server. */
interface Use {
  readonly place: Place
  readonly password: string
  readonly options: OpenPostgresOptions
}

/** Starts the embedded PostgreSQL of a data folder, or joins the one that runs on it. Throws StartProblem. */
export async function openEmbedded(dataFolder: string, options: OpenPostgresOptions): Promise<OpenPostgres> {
  const place = await preparePlace(dataFolder, options.onNotice)
  const running = await findPostmaster(place.clusterFolder)
  const password = loadSecrets(dataFolder).get('postgres')
  const use: Use = { place, password, options }
  if (!running) await prepareCluster(place, password)
  const joined = await join(use, null)
  const { port } = joined.postmaster
  const isAdopted = joined.presence.wasAlone && !joined.wasStarted
  if (isAdopted) options.onNotice(adopted)
  await makeDatabase(urlOf(port, password, 'postgres'))

  let isClosing = false
  let joining = Promise.resolve(joined)
  // A server that is killed is started again on the same port, where the pools find it.
  const stay = async (): Promise<void> => {
    await (await joining).presence.lost
    if (isClosing) return
    joining = join(use, port)
    if ((await joining).wasStarted) options.onNotice(restarted)
    return stay()
  }
  const staying = stay().catch((error: unknown) => options.onNotice(wordsOf(error)))

  const close = async (): Promise<void> => {
    isClosing = true
    const last = await joining.catch(() => null)
    if (last) await leave(use, last)
    await staying
  }
  let closing: Promise<void> | undefined
  return {
    ownerUrl: bySocket(urlOf(port, password, databaseName), joined.postmaster),
    attached: !joined.wasStarted && !isAdopted,
    version: embeddedMajor,
    close() {
      closing ??= close()
      return closing
    },
  }
}

async function join(use: Use, fixedPort: number | null): Promise<Joined> {
  const { place, password, options } = use
  let wasStarted = false
  let seen: Postmaster | null = null
  for (
    const startedAt = performance.now();
    performance.now() - startedAt < longestWaitMs;
    await wait(pollMs)
  ) {
    seen = await findPostmaster(place.clusterFolder)
    if (!seen) {
      const port = await freePort(use, fixedPort)
      if (port === null) continue
      await clearStaleFile(place.clusterFolder)
      seen = await startPostmaster(place, port, options.serverSettings ?? {})
      wasStarted = seen !== null
    }
    if (!seen?.isReady) continue
    const presence = await enter(urlOf(seen.port, password, 'postgres')).catch(async (error: unknown) => {
      if (wasStarted) await stopPostmaster(place.clusterFolder)
      throw isWrongPassword(error) ? problems.passwordWrong(place.dataFolder) : error
    })
    if (presence) return { presence, postmaster: seen, wasStarted }
  }
  throw seen ? problems.silent(seen.pid) : problems.portTaken(fixedPort ?? 0)
}

/** The last one out stops the server; whoever else still uses it is left undisturbed. */
async function leave({ place, password }: Use, { presence, postmaster }: Joined): Promise<void> {
  let own: Presence | null = presence
  const isLast = await presence.leave().catch(async () => {
    // The connection was lost just now: come in once more, to see whether others are there.
    own = await enter(urlOf(postmaster.port, password, 'postgres'))
    return own?.leave() ?? false
  })
  if (isLast) await stopPostmaster(place.clusterFolder)
  await own?.end()
}

/** Null: the port that the pools know is taken, perhaps by what a killed server has left for a moment. */
async function freePort({ place, options }: Use, fixedPort: number | null): Promise<number | null> {
  const wanted = fixedPort ?? (await rememberedPort(place.dataFolder))
  if (wanted !== null && (await isFree(wanted))) return wanted
  if (fixedPort !== null) return null
  const chosen = await chooseFreePort(place.dataFolder)
  if (wanted !== null) options.onNotice(portChanged(wanted, chosen))
  return chosen
}

async function makeDatabase(adminUrl: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl })
  // The query under way reports a lost connection; unheard, the same event would end the program.
  admin.on('error', () => undefined)
  await admin.connect()
  try {
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [databaseName])
    if (rowCount === 0) await admin.query(`create database ${databaseName}`)
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && databaseExists.has(error.code ?? ''))) throw error
  } finally {
    await admin.end()
  }
}

/** duplicate_database, and unique_violation of its catalogue: two programs made it at once. */
const databaseExists = new Set(['42P04', '23505'])

/** invalid_password, invalid_authorization_specification. */
const isWrongPassword = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && ['28P01', '28000'].includes(error.code ?? '')

const databaseName = 'linli'

const urlOf = (port: number, password: string, database: string): string =>
  `postgres://postgres:${password}@127.0.0.1:${port}/${database}`

/** The same address by the server's local socket, where it has one. */
const bySocket = (url: string, { socketFolder }: Postmaster): string =>
  socketFolder ? `${url}?host=${encodeURIComponent(socketFolder)}` : url

const adopted =
  '数据库由上次被强行终止的邻里留下，仍在运行；已接管，退出时停止。' +
  ' The database was still running, left by a Linli that was killed; it has been taken over and is stopped at the end.'

const restarted = '数据库意外停止，已重新启动。 The database had stopped unexpectedly and was started again.'

const portChanged = (wanted: number, chosen: number): string =>
  `数据库的端口 ${wanted} 已被其他程序占用，改用 ${chosen}。` +
  ` Another program has taken the database's port ${wanted}; ${chosen} is used from now on.`

const wordsOf = (error: unknown): string =>
  error instanceof StartProblem ? `${error.sentenceZh} ${error.sentenceEn}` : String(error)
