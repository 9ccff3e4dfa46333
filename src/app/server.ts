import { randomInt } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { randomFrom } from '../kernel/random.ts'
import { runSender } from '../notices/door.ts'
import { runFollowers } from '../platform/followers.ts'
import { buildServer } from '../platform/http/server.ts'
import type { Settings } from '../platform/settings.ts'
import { runDailySeal } from './daily-seal.ts'
import { runEveryMinute } from './every-minute.ts'
import { followersBeside } from './followers.ts'
import { listenProblem } from './listen.ts'
import { openLogFile } from './log-file.ts'
import type { OpenLinli } from './open.ts'
import { servePages } from './pages.ts'
import { house } from './rooms.ts'

/** Requests that are under way when the server stops have this long to end. */
const longestStopMs = 5_000
const pagesFolder = fileURLToPath(new URL('../../dist/web/', import.meta.url))

export interface RunningServer {
  /** The address of the first page, as in http://127.0.0.1:3000. */
  readonly url: string
  /** Whether the pages were built; without them only the API answers. */
  readonly hasPages: boolean
  /** Stops listening, lets requests end, then all that runs beside them. The database stays open. */
  readonly stop: () => Promise<void>
}

/** Serves a district until it is stopped: pages, API, followers, the daily seal. Throws StartProblem. */
export async function startServer({ district, host }: OpenLinli, settings: Settings): Promise<RunningServer> {
  const { clock } = host
  const logFile = openLogFile(join(settings.dataFolder, 'linli.log'))
  let wake = (): void => undefined
  const committed = (): void => wake()
  const app = await buildServer({
    ...house(district, clock),
    committed,
    ready: () =>
      district.pools.reader.query('select 1').then(
        () => true,
        () => false,
      ),
    log: { level: 'info', stream: logFile },
    trustedProxies: settings.trustedProxies,
    tiles: settings.tiles,
    codes: settings.codes,
    oidc: settings.oidc,
    messages: settings.messages,
  })
  const hasPages = existsSync(join(pagesFolder, 'index.html'))
  if (hasPages) await servePages(app, pagesFolder)
  await app.listen({ host: settings.host, port: settings.port }).catch(async (error: unknown) => {
    await app.close()
    await logFile.end()
    throw listenProblem(error, settings)
  })
  const following = runFollowers(
    district,
    followersBeside({ clock, log: app.log, committed: () => wake() }),
    app.log,
  )
  wake = following.wake
  const sealing = runDailySeal(district, clock, app.log)
  const sending = runSender({
    district,
    clock,
    log: app.log,
    random: randomFrom(randomInt(2 ** 32)),
    messages: settings.messages,
  })
  const minutely = runEveryMinute({ district, clock, log: app.log }, committed)
  return {
    url: addressOf(settings),
    hasPages,
    stop: async () => {
      await closeWithin(app, longestStopMs)
      await Promise.all([following.stop(), sealing.stop(), minutely.stop(), sending.stop()])
      await logFile.end()
    },
  }
}

async function closeWithin(app: FastifyInstance, longestMs: number): Promise<void> {
  const patience = setTimeout(() => app.server.closeAllConnections(), longestMs)
  try {
    await app.close()
  } finally {
    clearTimeout(patience)
  }
}

/** Addresses that mean "all of this machine's" are shown as one that a browser can open. */
function addressOf({ host, port }: Pick<Settings, 'host' | 'port'>): string {
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}`
}
