import { execFile } from 'node:child_process'
import { chown, mkdir, mkdtemp, readFile, rename, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { platform, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { giveTo, type Place } from './place.ts'
import { embeddedMajor, problems } from './problems.ts'

const run = promisify(execFile)

/** PostgreSQL stops in the middle of its work on a full disk, so it is not started on a nearly full one. */
const leastFreeBytes = 200_000_000

/** PostgreSQL's programs see no variables of ours: PGPORT or PGDATA of the shell would mislead them. */
export const programEnvironment = {
  PATH: '/usr/bin:/bin',
  LC_ALL: platform() === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8',
}

export const asUser = ({ user }: Place) => (user ? { uid: user.uid, gid: user.gid } : {})

/** Sees that the database's folder is there and fit to be started; makes it when missing. Throws StartProblem. */
export async function prepareCluster(place: Place, password: string): Promise<void> {
  const { bavail, bsize } = await statfs(place.dataFolder)
  if (bavail * bsize < leastFreeBytes) {
    throw problems.diskFull(place.dataFolder, Math.floor((bavail * bsize) / 1_000_000))
  }
  const folder = await stat(place.clusterFolder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw problems.folderUnusable(place.clusterFolder, error)
  })
  if (folder === null) return makeCluster(place, password)
  if (!folder.isDirectory()) throw problems.notACluster(place.clusterFolder)
  await checkMajor(place.clusterFolder)
  if (place.user && folder.uid === 0) await giveTo(place.user, place.clusterFolder)
}

async function checkMajor(folder: string): Promise<void> {
  const major = await readFile(join(folder, 'PG_VERSION'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? problems.notACluster(folder) : problems.folderUnusable(folder, error)
  })
  if (major.trim() !== String(embeddedMajor)) throw problems.otherMajor(folder, major.trim())
}

/** Made beside its place and then moved there, so that a broken attempt is never taken for a database. */
async function makeCluster(place: Place, password: string): Promise<void> {
  await mkdir(dirname(place.clusterFolder), { recursive: true })
  const draft = await mkdtemp(`${place.clusterFolder}.new-`)
  const secretFolder = await mkdtemp(join(tmpdir(), 'linli-'))
  const passwordFile = join(secretFolder, 'password')
  try {
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
    if (place.user) {
      for (const path of [draft, secretFolder, passwordFile])
        await chown(path, place.user.uid, place.user.gid)
    }
    const flags = [`--pgdata=${draft}`, '--username=postgres', `--pwfile=${passwordFile}`]
    await run(join(place.binariesFolder, 'bin', 'initdb'), [...flags, ...initFlags], {
      ...asUser(place),
      cwd: draft,
      env: programEnvironment,
    })
    await rename(draft, place.clusterFolder)
  } catch (error) {
    await rm(draft, { recursive: true })
    // Another start was quicker: its database is as good as ours.
    if (['EEXIST', 'ENOTEMPTY'].includes((error as NodeJS.ErrnoException).code ?? '')) return
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)
    throw problems.didNotStart(place.logFile, said.trim().split('\n').at(-1) ?? '')
  } finally {
    await rm(secretFolder, { recursive: true })
  }
}

/** The built-in locale sorts alike on every machine; with plain `C`, pg_trgm finds nothing in Chinese. */
const initFlags = [
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  `--locale=${programEnvironment.LC_ALL}`,
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
]
