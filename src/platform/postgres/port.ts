import { randomInt } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'

/** Below the range from which systems hand out ports of passing connections (32768 on Linux). */
const firstPort = 15_000
const lastPort = 32_000

const portFile = (dataFolder: string) => join(dataFolder, 'postgres.port')

/** The port that the embedded PostgreSQL of this data folder used last; null before its first start. */
export async function rememberedPort(dataFolder: string): Promise<number | null> {
  const text = await readFile(portFile(dataFolder), 'utf8').catch(() => '')
  return /^\d{4,5}\n?$/.test(text) ? Number(text) : null
}

/** A free loopback port, remembered for the next start. */
export async function chooseFreePort(dataFolder: string): Promise<number> {
  let port: number
  do port = randomInt(firstPort, lastPort)
  while (!(await isFree(port)))
  await writeFile(portFile(dataFolder), `${port}\n`)
  return port
}

/** Whether nobody listens on this loopback port. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
