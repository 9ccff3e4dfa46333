import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { systemCtx } from '../people/door.ts'
import { isUntouched } from './district.sql.ts'
import type { OpenLinli } from './open.ts'
import { problems } from './problems.ts'
import type { Terminal } from './terminal.ts'
import { unfinishedName } from './unfinished-demonstration.ts'

/** Lays out the demonstration district, as the program itself. Throws StartProblem where the district is a real one, or has it already. */
export async function loadDemonstration({ district, host }: OpenLinli, terminal: Terminal) {
  if (!district.demonstration) throw problems.notADemonstration(district.nameZh || district.id)
  if (!(await isUntouched(district))) throw problems.demonstrationLoaded(host.dataFolder)
  // A good part of the program, which no later start needs.
  const { loadDemo } = await import('./demo/load.ts')
  const progress = terminal.progress({ zh: '载入演示数据', en: 'Loading the demonstration' })
  const log = { info: () => undefined, warn: console.error, error: console.error }
  const unfinished = join(host.dataFolder, unfinishedName)
  await writeFile(unfinished, String(process.pid))
  try {
    const summary = await loadDemo(district, systemCtx({ district, clock: host.clock, log }), progress.show)
    await rm(unfinished)
    return summary
  } finally {
    progress.end()
  }
}
