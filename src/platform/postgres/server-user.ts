import { execFile } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { problems } from './problems.ts'

const run = promisify(execFile)

/** The system user under whom PostgreSQL runs when Linli itself runs as root. */
export interface ServerUser {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/** Users that are taken, the first that exists; when none does, the first is made. */
const candidates = ['linli', 'postgres']

/**
 * Who runs PostgreSQL: null for an ordinary user (that user does); for root the owner of the database's
 * folder, or where it is not there yet (or was put back by root) an unprivileged user. Throws StartProblem.
 */
export async function serverUser(clusterFolder: string): Promise<ServerUser | null> {
  if (process.getuid?.() !== 0) return null
  const owner = await stat(clusterFolder).catch(() => null)
  if (owner && owner.uid !== 0) return { name: `uid ${owner.uid}`, uid: owner.uid, gid: owner.gid }
  const known = await findUser()
  if (known) return known
  try {
    await run('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/bin/false',
      candidates[0]!,
    ])
  } catch (error) {
    throw problems.noServerUser(error)
  }
  const made = await findUser()
  if (!made) throw problems.noServerUser(null)
  return made
}

async function findUser(): Promise<ServerUser | undefined> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  for (const candidate of candidates) {
    const [name, , uid, gid] = lines.find(([first]) => first === candidate) ?? []
    if (name && Number(uid) > 0) return { name, uid: Number(uid), gid: Number(gid) }
  }
  return undefined
}

/** The first folder on the way down to `path` that `user` may not enter; null when it may enter all. */
export async function firstClosedFolder(path: string, user: ServerUser): Promise<string | null> {
  const above = dirname(path)
  const closed = above === path ? null : await firstClosedFolder(above, user)
  if (closed !== null) return closed
  const { mode, uid, gid } = await stat(path)
  const mayEnter = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
  return (mode & mayEnter) === 0 ? path : null
}
