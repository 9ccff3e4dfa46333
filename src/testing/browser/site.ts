import { execFile } from 'node:child_process'
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
  readonly close: () => Promise<void>
}

const root = fileURLToPath(new URL('../../../', import.meta.url))

export async function openSite(options: WorldOptions = {}): Promise<Site> {
  // Does nothing where the pages are newer than what they are made from.
  await promisify(execFile)(`${root}script/build`)
  const world = await openWorld(options)
  const { app, clock, district } = world
  await servePages(app, `${root}dist/web/`)
  // Pages take the time from the server's answers: it must be the time of the world's clock.
  app.server.prependListener('request', (_request, response) =>
    response.setHeader('date', new Date(clock.now().epochMilliseconds).toUTCString()),
  )
  await app.listen({ host: '127.0.0.1', port: 0 })
  const following = runFollowers(
    district,
    followersBeside({ clock, log: app.log, committed: () => following.wake() }),
    app.log,
  )
  return {
    world,
    address: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
    settled: following.settled,
    close: async () => {
      await following.stop()
      await world.close()
    },
  }
}
