import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { seedCalendar } from '../matters/door.ts'
import { systemCtx } from '../people/door.ts'
import { systemClock } from '../platform/clock.ts'
import type { Host, NewDistrict, OpenDistrict } from '../platform/district.ts'
import { enterDistrict, openDirectory, openDistrict } from '../platform/district.ts'
import { type OpenPostgres, openPostgres } from '../platform/postgres/open-postgres.ts'
import { loadSecrets } from '../platform/secrets.ts'
import type { Settings } from '../platform/settings.ts'
import { onInterrupt } from './interrupt.ts'
import { problems } from './problems.ts'
import { clearUnfinished } from './unfinished-demonstration.ts'

/** What is done where there is no district yet: enter the demonstration's, one to be set up, or say so. */
export type WhenNone = 'demonstration' | 'to_set_up' | 'refuse'

export interface OpenOptions {
  readonly onNotice: (notice: string) => void
  readonly whenNone?: WhenNone
}

/** The database's server and its directory of districts. */
export interface OpenHost {
  readonly host: Host
  readonly postgres: OpenPostgres
  readonly districts: readonly NewDistrict[]
  readonly close: () => Promise<void>
}

export interface OpenLinli {
  readonly host: Host
  readonly postgres: OpenPostgres
  readonly district: OpenDistrict
  readonly close: () => Promise<void>
}

const exitInterrupted = 130
const demonstration = { id: 'demo', nameZh: '望江区（演示）', nameEn: 'Wangjiang District (demo)' }
const toSetUp = { id: 'district', nameZh: '', nameEn: '' }

/**
 * Opens PostgreSQL (a running server's, or the embedded one for this program's own length) and brings the
 * directory of districts up to date. An interruption from here on leaves the database in good order.
 */
export async function openHost(settings: Settings, onNotice: OpenOptions['onNotice']): Promise<OpenHost> {
  const opening = openPostgres(settings, { onNotice })
  const release = onInterrupt(async () => {
    await (await opening).close()
    return exitInterrupted
  })
  const postgres = await opening.catch((error: unknown) => {
    release()
    throw error
  })
  const close = async (): Promise<void> => {
    await postgres.close()
    release()
  }
  try {
    const { dataFolder } = settings
    const secrets = loadSecrets(dataFolder)
    const host: Host = { adminUrl: postgres.ownerUrl, secrets, dataFolder, clock: systemClock }
    return { host, postgres, districts: await openDirectory(host), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Opens the district that the settings name, or the only one; a new one gets its calendar. Throws StartProblem, NewerDatabase. */
export async function openLinli(
  settings: Settings,
  { onNotice, whenNone = 'demonstration' }: OpenOptions,
): Promise<OpenLinli> {
  // Nothing is made on the way to saying that there is nothing.
  if (whenNone === 'refuse' && !(await holdsDatabase(settings)))
    throw problems.noDistrict(settings.dataFolder)
  const { host, postgres, districts, close } = await openHost(settings, onNotice)
  try {
    const picked = await pickDistrict(host, settings, districts, whenNone)
    if (whenNone === 'demonstration') await clearUnfinished(host, picked)
    const district = await openDistrict(host, picked)
    await seedCalendar(systemCtx({ district, clock: host.clock, log: console }))
    return {
      host,
      postgres,
      district,
      close: async () => {
        await district.close()
        await close()
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function pickDistrict(
  host: Host,
  settings: Settings,
  districts: readonly NewDistrict[],
  whenNone: WhenNone,
): Promise<NewDistrict> {
  const ids = districts.map(({ id }) => id)
  const [only, another] = districts
  if (only) {
    const found = settings.district === null ? only : districts.find(({ id }) => id === settings.district)
    if (!found) throw problems.districtUnknown(settings.district ?? '', ids)
    if (settings.district === null && another) throw problems.districtNotNamed(ids)
    if (whenNone === 'to_set_up' && found.demonstration)
      throw problems.notFresh(settings.dataFolder, found.nameZh)
    return found
  }
  if (whenNone === 'refuse') throw problems.noDistrict(settings.dataFolder)
  const entry =
    whenNone === 'demonstration'
      ? { ...demonstration, demonstration: true }
      : { ...toSetUp, demonstration: false }
  const entered = { ...entry, id: settings.district ?? entry.id }
  await enterDistrict(host, entered)
  return entered
}

/** Whether a database stands where the settings point; one that is run elsewhere is asked itself. */
async function holdsDatabase({ databaseUrl, dataFolder }: Settings): Promise<boolean> {
  if (databaseUrl !== null) return true
  return stat(join(dataFolder, 'postgres')).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )
}
