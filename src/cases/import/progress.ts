import type { Ctx } from '../../platform/ctx.ts'
import type { ImportProgress } from './contract.ts'

interface Running {
  readonly actor: string
  readonly done: number
  readonly of: number
}

/** Imports that run now, by district and by the id that the sender's page gave. Nothing of it outlives the program. */
const running = new WeakMap<Ctx['district'], Map<string, Running>>()

/** Lets the sender's page ask how far its import has come while `work` runs. Without an id nobody can ask. */
export async function withProgress<Result>(
  { district, who }: Pick<Ctx, 'district' | 'who'>,
  runId: string | undefined,
  work: (onProgress: (done: number, of: number) => void) => Promise<Result>,
): Promise<Result> {
  if (runId === undefined) return work(() => undefined)
  const own = running.get(district) ?? new Map<string, Running>()
  running.set(district, own)
  const show = (done: number, of: number) => void own.set(runId, { actor: who.actor, done, of })
  show(0, 0)
  try {
    return await work(show)
  } finally {
    own.delete(runId)
  }
}

/** How far the asker's own import has come, in rows; null where none runs under this id. */
export function importProgress(ctx: Ctx, runId: string): ImportProgress {
  ctx.must('import.run')
  const found = running.get(ctx.district)?.get(runId)
  if (found?.actor !== ctx.who.actor) return { progress: null }
  const { done, of } = found
  return { progress: { done, of } }
}
