import { mkdir, realpath, stat } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import { iso, systemClock } from '../../platform/clock.ts'
import { openPostgres } from '../../platform/postgres/open-postgres.ts'
import { clusterFolderOf } from '../../platform/postgres/place.ts'
import { findPostmaster } from '../../platform/postgres/postmaster.ts'
import type { Settings } from '../../platform/settings.ts'
import { version } from '../command-line.ts'
import { problems } from '../problems.ts'
import { clearTraces } from './clear-traces.ts'
import { copyHashed, hashFile, isVacant, mustHaveRoom, walk } from './copy.ts'
import { bytesOf, type Manifest, writeManifest } from './manifest.ts'
import { backupProblems } from './problems.ts'

/** Logs, the port of this machine, lists that wait to be taken, and drafts that a killed program left: nothing that is worth keeping. */
const passing =
  /^(postgres\.log|linli\.log|postgres\.port$|postgres\.new-|postgres\/postmaster\.|sheets(\/|$))/

/** Written by PostgreSQL whenever it starts or stops. */
const controlFile = join('global', 'pg_control')

export type ShowBytes = (doneBytes: number, ofBytes: number) => void

/**
 * Copies the data folder (database, files, seals, secrets; no lists that wait) to a new folder, with a list of every file's
 * SHA-256. The server has to be stopped. Throws StartProblem.
 */
export async function backUp(
  settings: Settings,
  target: string,
  { onNotice, show }: { readonly onNotice: (notice: string) => void; readonly show: ShowBytes },
): Promise<Manifest> {
  const { dataFolder } = settings
  if (settings.databaseUrl !== null) throw backupProblems.databaseElsewhere('backup', dataFolder)
  const found = await stat(join(dataFolder, 'postgres', 'PG_VERSION')).catch(() => null)
  if (!found) throw backupProblems.nothingThere(dataFolder)
  const folder = resolve(target)
  if (`${folder}${sep}`.startsWith(`${await realpath(dataFolder)}${sep}`))
    throw backupProblems.folderInside(folder)
  if (!(await isVacant(folder))) throw backupProblems.folderInUse(folder)

  await settle(settings, onNotice)
  const controlPath = join(await clusterFolderOf(dataFolder), controlFile)
  const controlBefore = await hashFile(controlPath)
  const listed = await list(dataFolder)
  const ofBytes = bytesOf(listed)
  await mustHaveRoom(folder, ofBytes)
  await mkdir(join(folder, 'data'), { recursive: true, mode: 0o700 })
  for (const { path, mode } of listed.folders) await mkdir(join(folder, 'data', path), { mode })
  const files: Manifest['files'] = []
  let doneBytes = 0
  for (const entry of listed.files) {
    const { path, mode, bytes } = entry
    const sha256 = await copyHashed(join(dataFolder, path), join(folder, 'data', path), mode)
    files.push({ ...entry, sha256 })
    doneBytes += bytes
    show(doneBytes, ofBytes)
  }
  const isStill = (await hashFile(controlPath)) === controlBefore
  if (!isStill || (await findPostmaster(await clusterFolderOf(dataFolder))))
    throw backupProblems.changedMeanwhile()
  const madeAt = iso(systemClock.now())
  const manifest: Manifest = { format: 1, linli: version, madeAt, folders: listed.folders, files }
  await writeManifest(folder, manifest)
  return manifest
}

/** Opens the database once: it is refused where a server runs, and whole again after a crash. */
async function settle(settings: Settings, onNotice: (notice: string) => void): Promise<void> {
  const postgres = await openPostgres(settings, { onNotice, serverSettings: { wal_recycle: 'off' } })
  try {
    if (postgres.attached) throw problems.serverRuns('backup')
    // A backup is new: it must not bring back whom the district has forgotten.
    await clearTraces(postgres.ownerUrl, settings.dataFolder)
  } finally {
    await postgres.close()
  }
}

async function list(dataFolder: string): Promise<Pick<Manifest, 'folders' | 'files'>> {
  const folders: Manifest['folders'] = []
  const files: Manifest['files'] = []
  for await (const { path, mode, bytes } of walk(dataFolder, (path) => !passing.test(path))) {
    if (bytes === null) folders.push({ path, mode })
    else files.push({ path, mode, bytes, sha256: '' })
  }
  return { folders, files }
}
