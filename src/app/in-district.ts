import { stat } from 'node:fs/promises'
import { atlasOf } from '../areas/door.ts'
import { systemCtx } from '../people/door.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Run } from './command.ts'
import { openLinli } from './open.ts'
import { problems } from './problems.ts'

const log = { info: () => undefined, warn: console.error, error: console.error }

/** Does a command's work in the district that stands, as the program itself, and closes it again. */
export async function inDistrict<Result>(
  { settings, terminal }: Run,
  work: (ctx: Ctx) => Promise<Result>,
): Promise<Result> {
  const open = await openLinli(settings, { onNotice: terminal.notice, whenNone: 'refuse' })
  try {
    const parts = { district: open.district, clock: open.host.clock, log }
    const atlas = await atlasOf(parts)
    return await work(systemCtx(parts, atlas.isEmpty ? [] : [atlas.district.id]))
  } finally {
    await open.close()
  }
}

/** A file that a command is to read is looked for before anything is started. Throws StartProblem. */
export async function mustBeFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) throw problems.noSuchFile(path)
}

/** A folder that a command names is looked for before it works. Throws StartProblem. */
export async function mustBeFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (!found?.isDirectory()) throw problems.noSuchFolder(path)
}
