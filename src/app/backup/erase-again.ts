import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { atlasOf } from '../../areas/door.ts'
import { systemCtx } from '../../people/door.ts'
import { openDistrict } from '../../platform/district.ts'
import type { Settings } from '../../platform/settings.ts'
import { erasureFile, keepErasure, readErasures } from '../erasure-list.ts'
import { eraseListed } from '../forget-everywhere.ts'
import { type OpenLinli, openHost } from '../open.ts'

const log = { info: () => undefined, warn: console.error, error: console.error }

/** Adds lists of erasures that were kept apart to those of a data folder. Throws where a list cannot be read. */
export async function bringErasures(folder: string, dataFolder: string): Promise<void> {
  for (const name of (await readdir(folder)).filter((one) => one.endsWith('.jsonl'))) {
    const district = name.slice(0, -'.jsonl'.length)
    for (const line of await readErasures(join(folder, name)))
      await keepErasure(erasureFile(dataFolder, district), line)
  }
}

/** Erases again, in an open district, everybody on its list whom the database still knows. Returns how many. */
export async function eraseListedIn({
  district,
  host,
}: Pick<OpenLinli, 'district' | 'host'>): Promise<number> {
  const parts = { district, clock: host.clock, log }
  const atlas = await atlasOf(parts)
  return atlas.isEmpty ? 0 : eraseListed(systemCtx(parts, [atlas.district.id]))
}

/** As `eraseListedIn`, for every district of a data folder that was just restored; nobody is served meanwhile. */
export async function eraseAfterRestore(
  settings: Settings,
  onNotice: (notice: string) => void,
): Promise<number> {
  const { host, districts, close } = await openHost(settings, onNotice)
  try {
    let erased = 0
    for (const entry of districts) {
      const district = await openDistrict(host, entry)
      try {
        erased += await eraseListedIn({ district, host })
      } finally {
        await district.close()
      }
    }
    return erased
  } finally {
    await close()
  }
}
