import { execFile, spawn } from 'node:child_process'
import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { platform } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { asUser, programEnvironment } from './cluster.ts'
import type { Place } from './place.ts'
import { problems } from './problems.ts'

const run = promisify(execFile)

/** PostgreSQL's main process, as it describes itself in `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  /** Folder of its local socket, which costs a quarter less than loopback; null where it has none. */
  readonly socketFolder: string | null
  /** False while it starts, recovers or stops. */
  readonly isReady: boolean
}

const pollMs = 20
/** Long: after a crash it first replays up to 2 GB of its log. */
const longestStartMs = 600_000
const longestStopMs = 120_000
const logBytesKept = 20_000_000

/** For a district on a small machine; the log holds neither statements nor values, which may be personal. */
const serverSettings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  shared_buffers: '256MB',
  max_connections: '60',
  wal_compression: 'on',
  checkpoint_timeout: '15min',
  max_wal_size: '2GB',
  // A fresh district grows from nothing to its size: plans made for empty tables must not outlive its first seconds.
  autovacuum_naptime: '10s',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_checkpoints: 'off',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

/** The server that runs on this folder; null when none does, whatever a crash has left in the file. */
export async function findPostmaster(clusterFolder: string): Promise<Postmaster | null> {
  const text = await readFile(pidFile(clusterFolder), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return ''
    throw problems.folderUnusable(clusterFolder, error)
  })
  // Lines: pid, data folder, start time, port, socket folder, address, shared memory, status.
  const [pid, , , port, socketFolder, , , status] = text.split('\n')
  if (!pid || !port || !(await runsOn(clusterFolder, Number(pid)))) return null
  return {
    pid: Number(pid),
    port: Number(port),
    socketFolder: socketFolder?.trim() || null,
    isReady: status?.trim() === 'ready',
  }
}

/** A pid alone proves nothing: after a crash or a restart of the machine it may be another program's. */
async function runsOn(clusterFolder: string, pid: number): Promise<boolean> {
  // Of a stranger's process a container's root may read the command line, but not the working folder.
  const command =
    platform() === 'linux'
      ? await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
      : await run('ps', ['-o', 'command=', '-p', String(pid)]).then(
          ({ stdout }) => stdout,
          () => '',
        )
  return command.split(/[\0\s]/).some((part) => part.endsWith('postgres')) && command.includes(clusterFolder)
}

/** A socket's address holds about a hundred bytes, and a comma would part two folders. */
const socketFits = (folder: string): boolean =>
  platform() !== 'win32' && Buffer.byteLength(`${folder}/.s.PGSQL.65535`) <= 100 && !/[,"]/.test(folder)

const pidFile = (clusterFolder: string) => join(clusterFolder, 'postmaster.pid')

/**
 * Starts PostgreSQL and waits until it is ready. Null when another process was quicker, or when what a
 * killed server left behind is not gone yet: the caller looks again. Throws StartProblem.
 */
export async function startPostmaster(
  place: Place,
  port: number,
  extraSettings: Readonly<Record<string, string>>,
): Promise<Postmaster | null> {
  const unix_socket_directories = socketFits(place.clusterFolder) ? place.clusterFolder : ''
  const flags = Object.entries({
    ...serverSettings,
    ...extraSettings,
    unix_socket_directories,
    port: String(port),
  })
  const log = await openLog(place.logFile)
  const { size } = await log.stat()
  const child = spawn(
    join(place.binariesFolder, 'bin', 'postgres'),
    ['-D', place.clusterFolder, ...flags.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...asUser(place),
      cwd: place.clusterFolder,
      env: programEnvironment,
      stdio: ['ignore', log.fd, log.fd],
      // Its own session: Ctrl-C reaches Linli alone, which finishes its requests before it stops PostgreSQL.
      detached: true,
    },
  )
  const life: { end: string | null } = { end: null }
  child.once('error', (error) => {
    life.end = error.message
  })
  child.once('exit', (code, signal) => {
    life.end = `${code ?? signal}`
  })
  child.unref()
  await log.close()
  for (
    const startedAt = performance.now();
    performance.now() - startedAt < longestStartMs;
    await wait(pollMs)
  ) {
    if (life.end !== null) return explainEnd(place.logFile, size, life.end)
    const postmaster = await findPostmaster(place.clusterFolder)
    if (postmaster?.isReady && postmaster.pid === child.pid) return postmaster
  }
  throw problems.silent(child.pid ?? 0)
}

async function explainEnd(logFile: string, fromByte: number, end: string): Promise<null> {
  const said = (await readFile(logFile)).subarray(fromByte).toString('utf8')
  const isPassing = /lock file "postmaster.pid" already exists|pre-existing shared memory block/.test(said)
  if (isPassing) {
    await wait(10 * pollMs)
    return null
  }
  const fatal = said.split('\n').findLast((line) => /FATAL|PANIC|error while loading/.test(line))
  throw problems.didNotStart(logFile, fatal?.replace(/^.*(FATAL|PANIC): +/, '') ?? end)
}

/** The log is kept to two files of bounded size; it is turned when the server starts. */
async function openLog(logFile: string) {
  const found = await stat(logFile).catch(() => null)
  if (found && found.size > logBytesKept) await rename(logFile, `${logFile}.1`)
  return open(logFile, 'a', 0o600)
}

/**
 * Removes the file of a server that is gone when its pid now belongs to another living program, which
 * PostgreSQL would take for that server; every other file that a crash leaves it replaces by itself.
 */
export async function clearStaleFile(clusterFolder: string): Promise<void> {
  const text = await readFile(pidFile(clusterFolder), 'utf8').catch(() => '')
  const pid = Number(text.split('\n')[0])
  if (pid > 0 && isAlive(pid) && !(await runsOn(clusterFolder, pid))) {
    await rm(pidFile(clusterFolder))
    for (const name of await readdir(clusterFolder))
      if (name.startsWith('.s.PGSQL.')) await rm(join(clusterFolder, name))
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Fast shutdown: open transactions are rolled back, everything is written, and the process has ended. */
export async function stopPostmaster(clusterFolder: string): Promise<void> {
  const postmaster = await findPostmaster(clusterFolder)
  if (!postmaster) return
  process.kill(postmaster.pid, 'SIGINT')
  for (
    const startedAt = performance.now();
    performance.now() - startedAt < longestStopMs;
    await wait(pollMs)
  ) {
    if ((await findPostmaster(clusterFolder))?.pid !== postmaster.pid) return
  }
  throw problems.silent(postmaster.pid)
}
