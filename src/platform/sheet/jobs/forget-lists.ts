import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { District } from '../../ctx.ts'
import { forgetJobs, selectKnown } from './job.sql.ts'
import { jobFolder } from './job-files.ts'

/**
 * Forgets lists that were asked for before a moment, with their files, and what a server that died left half written. One that
 * is still being written ends at its next rows.
 */
export async function forgetLists(district: District, before: Temporal.Instant): Promise<void> {
  await forgetJobs(district, before)
  const names = await namesIn(jobFolder(district))
  // A file is named by its job; one that is not whole has more behind it.
  const idOf = (name: string): string => name.slice(0, 36)
  const known = await selectKnown(district, names.map(idOf))
  for (const name of names)
    if (!known.has(idOf(name))) await rm(join(jobFolder(district), name), { force: true })
}

/** Files of jobs; none where no list was ever written. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => /^[0-9a-f-]{36}\.xlsx/.test(name))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
