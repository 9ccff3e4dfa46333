import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../../clock.ts'
import type { District } from '../../ctx.ts'
import { keptHours } from './job.rule.ts'
import { forgetJobs, selectKnown } from './job.sql.ts'
import { jobFolder } from './job-files.ts'

/** Forgets lists that nobody can take any more, with their files, and what a server that died left half written. */
export async function sweepJobs(district: District, clock: Clock): Promise<void> {
  await forgetJobs(district, clock.now().subtract({ hours: keptHours }))
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
