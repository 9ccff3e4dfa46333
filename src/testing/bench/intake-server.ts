/** The server that the intake bench and the kill test load, in a process of its own: followers and all. */
import { followers } from '../../app/followers.ts'
import { house } from '../../app/rooms.ts'
import { systemClock } from '../../platform/clock.ts'
import { runFollowers } from '../../platform/followers.ts'
import { buildServer } from '../../platform/http/server.ts'
import { openPostgres } from '../../platform/postgres/open-postgres.ts'
import { openBenchDistrict } from './intake-district.ts'

const [dataFolder, port = '0'] = process.argv.slice(2)
if (!dataFolder) throw new Error('usage: intake-server.ts DATA_FOLDER [PORT]')
const postgres = await openPostgres({ dataFolder, databaseUrl: null }, { onNotice: () => undefined })
const district = await openBenchDistrict(postgres.ownerUrl, dataFolder)
let wake = (): void => undefined
const app = await buildServer({
  ...house(district, systemClock),
  committed: () => wake(),
  ready: async () => true,
  log: { level: 'error' },
  limits: { perMinute: 100_000_000 },
})
const following = runFollowers(
  district,
  followers.map(({ follower }) => follower),
  app.log,
)
wake = following.wake
await app.listen({ host: '127.0.0.1', port: Number(port) })
const address = app.server.address()
process.send?.({ port: typeof address === 'object' ? address?.port : 0 })
process.on('SIGTERM', async () => {
  await app.close()
  await following.stop()
  await district.close()
  await postgres.close()
  process.exit(0)
})
