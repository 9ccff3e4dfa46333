import { mkdir, readdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { preparePlace } from '../../platform/postgres/place.ts'
import type { Settings } from '../../platform/settings.ts'
import type { ShowBytes } from './back-up.ts'
import { copyHashed, hashFile, isVacant, mustHaveRoom } from './copy.ts'
import { bytesOf, type Manifest, readManifest } from './manifest.ts'
import { backupProblems } from './problems.ts'

const inDatabase = /^postgres(\/|$)/

/**
 * Puts a backup into an empty data folder, after every file of it was found to be as it was written.
 * Throws StartProblem, and then leaves the data folder empty.
 */
export async function restore(
  settings: Settings,
  source: string,
  { onNotice, show }: { readonly onNotice: (notice: string) => void; readonly show: ShowBytes },
): Promise<Manifest> {
  const { dataFolder } = settings
  if (settings.databaseUrl !== null) throw backupProblems.databaseElsewhere('restore', dataFolder)
  const folder = resolve(source)
  const manifest = await readManifest(folder)
  if (!(await isVacant(dataFolder))) throw backupProblems.folderInUse(dataFolder)
  const bytes = bytesOf(manifest)
  await mustHaveRoom(dataFolder, bytes)
  // Read twice, to check and to copy: what is damaged is known before anything is written.
  await check(join(folder, 'data'), manifest, (done) => show(done, 2 * bytes))
  try {
    await copyBack(join(folder, 'data'), dataFolder, manifest, {
      onNotice,
      show: (done) => show(bytes + done, 2 * bytes),
    })
  } catch (error) {
    for (const name of await readdir(dataFolder)) await rm(join(dataFolder, name), { recursive: true })
    throw error
  }
  return manifest
}

type ShowDone = (doneBytes: number) => void

async function check(from: string, { files }: Manifest, show: ShowDone): Promise<void> {
  let done = 0
  for (const { path, bytes, sha256 } of files) {
    const found = await hashFile(join(from, path)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    })
    if (found !== sha256) throw backupProblems.damaged(path)
    done += bytes
    show(done)
  }
}

async function copyBack(
  from: string,
  dataFolder: string,
  { folders, files }: Manifest,
  { onNotice, show }: { readonly onNotice: (notice: string) => void; readonly show: ShowDone },
): Promise<void> {
  // The database may have to stand elsewhere on this machine: whoever runs PostgreSQL must reach it.
  const { clusterFolder } = await preparePlace(dataFolder, onNotice)
  const placeOf = (path: string): string =>
    inDatabase.test(path) ? join(clusterFolder, path.slice('postgres'.length)) : join(dataFolder, path)
  for (const { path, mode } of folders) await mkdir(placeOf(path), { recursive: true, mode })
  let done = 0
  for (const { path, mode, bytes, sha256 } of files) {
    if ((await copyHashed(join(from, path), placeOf(path), mode)) !== sha256)
      throw backupProblems.damaged(path)
    done += bytes
    show(done)
  }
}
