import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { dropDemonstration, type Host, type NewDistrict } from '../platform/district.ts'
import { problems } from './problems.ts'

/** A file in the data folder that stands while the demonstration is laid out, and says by which process. */
export const unfinishedName = 'demonstration-unfinished'

/**
 * Takes back a demonstration whose laying out was interrupted, so that it begins anew: half a district would confuse
 * whoever tries it. Throws StartProblem while another process is still at it.
 */
export async function clearUnfinished(host: Host, district: NewDistrict): Promise<void> {
  if (!district.demonstration) return
  const path = join(host.dataFolder, unfinishedName)
  const pid = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (pid === null) return
  if (isAlive(Number(pid))) throw problems.demonstrationLoading(Number(pid))
  await dropDemonstration(host, district)
  await rm(path)
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it runs under another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
