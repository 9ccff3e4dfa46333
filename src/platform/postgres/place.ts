import {
  chmod,
  chown,
  cp,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { findBinaries } from './binaries.ts'
import { problems } from './problems.ts'
import { firstClosedFolder, type ServerUser, serverUser } from './server-user.ts'

/** Where the embedded PostgreSQL stands and who runs it. */
export interface Place {
  readonly dataFolder: string
  /** The database's own folder: `<data>/postgres`, its link resolved. It may not exist yet. */
  readonly clusterFolder: string
  /** Holds `bin`, `lib` and `share` of PostgreSQL. */
  readonly binariesFolder: string
  readonly logFile: string
  /** Null: whoever runs Linli. */
  readonly user: ServerUser | null
}

/** Root's own folders are closed to PostgreSQL's user; what it must reach is then kept here. */
const openFolder = '/var/lib/linli'

const PackageFile = z.object({ version: z.string() })

/** The folder of the database in a data folder, links resolved: what a backup has to copy. */
export async function clusterFolderOf(dataFolder: string): Promise<string> {
  const path = join(await realpath(dataFolder), 'postgres')
  return realpath(path).catch(() => path)
}

/**
 * Makes the data folder ready and sees that PostgreSQL's user can reach both its files and its program.
 * Throws StartProblem.
 */
export async function preparePlace(dataFolder: string, onNotice: (notice: string) => void): Promise<Place> {
  try {
    await mkdir(dataFolder, { recursive: true })
    await readdir(dataFolder)
  } catch (error) {
    throw problems.folderUnusable(dataFolder, error)
  }
  const user = await serverUser(await clusterFolderOf(dataFolder))
  const binariesFolder = await findBinaries()
  const logFile = join(dataFolder, 'postgres.log')
  if (user === null) {
    return { dataFolder, clusterFolder: await clusterFolderOf(dataFolder), binariesFolder, logFile, user }
  }
  await openToUser(dataFolder)
  return {
    dataFolder,
    clusterFolder: await reachableCluster(dataFolder, user, onNotice),
    binariesFolder: await reachableBinaries(binariesFolder, user),
    logFile,
    user,
  }
}

/** Lets other users pass through a folder that is Linli's own; what is in it keeps its own permissions. */
async function openToUser(folder: string): Promise<void> {
  const { mode } = await stat(folder)
  if ((mode & 0o001) === 0) await chmod(folder, (mode & 0o777) | 0o011)
}

async function reachableCluster(
  dataFolder: string,
  user: ServerUser,
  onNotice: (notice: string) => void,
): Promise<string> {
  const path = join(dataFolder, 'postgres')
  const closed = await firstClosedFolder(await realpath(dataFolder), user)
  const isThere = await lstat(path).catch(() => null)
  if (closed === null || isThere?.isSymbolicLink()) return clusterFolderOf(dataFolder)
  if (isThere) throw problems.unreachable(closed, user.name, null)
  try {
    await mkdir(openFolder, { recursive: true, mode: 0o755 })
    const elsewhere = join(await mkdtemp(join(openFolder, 'data-')), 'postgres')
    await openToUser(dirname(elsewhere))
    await symlink(elsewhere, path)
    onNotice(
      `数据库文件放在 ${elsewhere}，因为运行 PostgreSQL 的用户 ${user.name} 无法进入 ${closed}。` +
        ` The database's files are in ${elsewhere}, since the user ${user.name} who runs PostgreSQL may not enter ${closed}.`,
    )
    return elsewhere
  } catch (error) {
    throw problems.unreachable(closed, user.name, error)
  }
}

async function reachableBinaries(binariesFolder: string, user: ServerUser): Promise<string> {
  const closed = await firstClosedFolder(binariesFolder, user)
  if (closed === null) return binariesFolder
  const { version } = PackageFile.parse(
    JSON.parse(await readFile(join(dirname(binariesFolder), 'package.json'), 'utf8')),
  )
  const copy = join(openFolder, `program-${version}`)
  if (await stat(copy).catch(() => null)) return copy
  try {
    await mkdir(openFolder, { recursive: true, mode: 0o755 })
    const draft = await mkdtemp(`${copy}.`)
    await cp(binariesFolder, draft, { recursive: true, verbatimSymlinks: true })
    await chmod(draft, 0o755)
    await rename(draft, copy).catch(() => rm(draft, { recursive: true }))
    return copy
  } catch (error) {
    throw problems.unreachable(closed, user.name, error)
  }
}

/** Gives a folder and all in it to PostgreSQL's user: a backup put back by root belongs to root. */
export async function giveTo(user: ServerUser, folder: string): Promise<void> {
  await chown(folder, user.uid, user.gid)
  for (const name of await readdir(folder, { recursive: true })) {
    await chown(join(folder, name), user.uid, user.gid)
  }
}
