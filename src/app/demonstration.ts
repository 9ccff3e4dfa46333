import { existsSync } from 'node:fs'
import { systemCtx } from '../people/door.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { OpenDistrict } from '../platform/district.ts'
import type { DemoSignIn } from './greeting.ts'
import type { OpenLinli } from './open.ts'
import { problems } from './problems.ts'
import type { Terminal } from './terminal.ts'

/** What was laid out, by kind: how many areas, units, cases. */
export type DemoSummary = Readonly<Record<string, number>>

type LoadDemo = (
  district: OpenDistrict,
  ctx: Ctx,
  onProgress: (done: number, of: number, what: string) => void,
) => Promise<DemoSummary>

const loader = new URL('./demo/load.ts', import.meta.url)
const accounts = new URL('./demo/accounts.ts', import.meta.url)

/** Lays out the demonstration district, as the program itself. Throws StartProblem where the district is a real one. */
export async function loadDemonstration(
  { district, host }: OpenLinli,
  terminal: Terminal,
): Promise<DemoSummary> {
  if (!district.demonstration) throw problems.notADemonstration(district.nameZh || district.id)
  if (!existsSync(loader)) throw problems.demonstrationMissing()
  const { loadDemo } = (await import(loader.href)) as { loadDemo: LoadDemo }
  const progress = terminal.progress({ zh: '载入演示数据', en: 'Loading the demonstration' })
  const log = { info: () => undefined, warn: console.error, error: console.error }
  try {
    return await loadDemo(district, systemCtx({ district, clock: host.clock, log }), progress.show)
  } finally {
    progress.end()
  }
}

/** The accounts that the demonstration may be tried with. */
export async function demoSignIns(): Promise<readonly DemoSignIn[]> {
  if (!existsSync(accounts)) return []
  return ((await import(accounts.href)) as { demoSignIns: readonly DemoSignIn[] }).demoSignIns
}
