import { execFile } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { followersBeside } from '../../app/followers.ts'
import { servePages } from '../../app/pages.ts'
import { runFollowers } from '../../platform/followers.ts'
import { openWorld, type World, type WorldOptions } from '../world.ts'

/** A world behind a listening port, as residents and staff find it: pages, API, followers. */
export interface Site {
  readonly world: World
  /** As in http://127.0.0.1:41234, without a slash at the end. */
  readonly address: string
  /** Everything committed before the call is on the board and in the notices. */
  readonly settled: () => Promise<void>
  /** Stops listening and drops every connection; returns what starts another server there, with a memory of its own. */
  readonly stopServing: () => Promise<() => Promise<void>>
  readonly close: () => Promise<void>
}

const root = fileURLToPath(new URL('../../../', import.meta.url))

export async function openSite(options: WorldOptions = {}): Promise<Site> {
  // Does nothing where the pages are newer than what they are made from.
  await promisify(execFile)(`${root}script/build`)
  const world = await openWorld(options)
  const { app, clock, district } = world
  const serve = async (server: World['app'], port: number) => {
    await servePages(server, `${root}dist/web/`)
    // Pages take the time from the server's answers: it must be the time of the world's clock.
    server.server.prependListener('request', (_request, response) =>
      response.setHeader('date', new Date(clock.now().epochMilliseconds).toUTCString()),
    )
    await server.listen({ host: '127.0.0.1', port })
  }
  await serve(app, 0)
  const { port } = app.server.address() as AddressInfo
  const others: World['app'][] = []
  const following = runFollowers(
    district,
    followersBeside({ clock, log: app.log, committed: () => following.wake() }),
    app.log,
  )
  return {
    world,
    address: `http://127.0.0.1:${port}`,
    settled: following.settled,
    stopServing: async () => {
      const { server } = others.at(-1) ?? app
      const ended = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await ended
      return async () => {
        const next = await world.besides()
        others.push(next)
        await serve(next, port)
      }
    },
    close: async () => {
      await following.stop()
      await Promise.all(others.map((other) => other.close()))
      await world.close()
    },
  }
}
