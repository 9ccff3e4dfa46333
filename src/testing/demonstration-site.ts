import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** The program as somebody who tries it starts it: the demonstration district with its pages, in a folder of its own. */
export interface DemonstrationSite {
  /** As in http://127.0.0.1:41234, without a slash at the end. */
  readonly address: string
  /** Stops it and removes its folder. */
  readonly close: () => Promise<void>
}

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Builds the pages where they are older than what they are made from, then starts. Throws with what the program said. */
export async function openDemonstrationSite(): Promise<DemonstrationSite> {
  await promisify(execFile)(join(root, 'script/build'))
  const folder = await mkdtemp(join(tmpdir(), 'linli-demonstration-'))
  const server = spawn(
    join(root, 'bin/linli'),
    ['start', '--json', '--data', folder, '--port', String(await freePort())],
    { cwd: folder, env: withoutSettings(), stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const close = async (): Promise<void> => {
    if (server.exitCode === null && server.signalCode === null) {
      server.kill('SIGTERM')
      await once(server, 'exit')
    }
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const { portal } = await answerOf(server)
    return { address: portal.replace(/\/$/, ''), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** What the program prints once it serves. */
async function answerOf(server: ChildProcess): Promise<{ portal: string }> {
  let said = ''
  server.stderr!.on('data', (bytes: Buffer) => {
    said += bytes.toString()
  })
  const ended = once(server, 'exit').then(() => Promise.reject(new Error(`linli did not start\n${said}`)))
  const [line] = (await Promise.race([once(createInterface({ input: server.stdout! }), 'line'), ended])) as [
    string,
  ]
  return JSON.parse(line)
}

/** Without the settings of the person who runs it: nothing of theirs may be opened or written. */
const withoutSettings = () =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('LINLI_') && name !== 'DATABASE_URL'),
  )

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}
