import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { readdir, stat, statfs } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { backupProblems } from './problems.ts'

/** What stays free on the disk beside what is copied. */
const spareBytes = 50_000_000

/** The SHA-256 of a file, in hex. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(
    createReadStream(path),
    new Writable({ write: (bytes: Buffer, _encoding, done) => done(void hash.update(bytes)) }),
  )
  return hash.digest('hex')
}

/** Copies a file to where nothing stands yet, down to the disk, and returns the SHA-256 of what was copied, in hex. */
export async function copyHashed(from: string, to: string, mode: number): Promise<string> {
  const hash = createHash('sha256')
  const tap = new Transform({
    transform: (bytes: Buffer, _encoding, done) => {
      hash.update(bytes)
      done(null, bytes)
    },
  })
  await pipeline(createReadStream(from), tap, createWriteStream(to, { flags: 'wx', mode, flush: true }))
  return hash.digest('hex')
}

export interface Found {
  /** With `/`, below the folder that was walked. */
  readonly path: string
  readonly mode: number
  /** Null: a folder. */
  readonly bytes: number | null
}

/** All folders and files below `root`, links followed, each folder before what is in it. */
export async function* walk(
  root: string,
  isWanted: (path: string) => boolean = () => true,
  folder = root,
): AsyncGenerator<Found> {
  for (const name of (await readdir(folder)).sort()) {
    const full = join(folder, name)
    const path = relative(root, full)
    if (!isWanted(path)) continue
    const found = await stat(full)
    const mode = found.mode & 0o777
    if (found.isFile()) yield { path, mode, bytes: found.size }
    if (!found.isDirectory()) continue
    yield { path, mode, bytes: null }
    yield* walk(root, isWanted, full)
  }
}

/** Throws StartProblem `disk_full` where the disk of `folder`, or of what will hold it, has no room. */
export async function mustHaveRoom(folder: string, neededBytes: number): Promise<void> {
  let standing = folder
  while (!(await stat(standing).catch(() => null)) && dirname(standing) !== standing)
    standing = dirname(standing)
  const { bavail, bsize } = await statfs(standing)
  if (bavail * bsize < neededBytes + spareBytes)
    throw backupProblems.tooSmall(folder, neededBytes, bavail * bsize)
}

/** Whether a folder holds nothing, or is not there at all. */
export async function isVacant(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return names.length === 0
}
