import type { Ctx } from '../ctx.ts'

interface Running {
  readonly actor: string
  readonly done: number
  readonly of: number
}

/** Work on sent files that runs now, by district and by the id that the sender's page gave. It does not outlive the program. */
const running = new WeakMap<Ctx['district'], Map<string, Running>>()

/** Lets the sender's page ask how far its file has come while `work` runs. Without an id nobody can ask. */
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

/** How far the asker's own file has come, in rows; null where none runs under this id. */
export function progressOf(
  { district, who }: Pick<Ctx, 'district' | 'who'>,
  runId: string,
): { readonly progress: { readonly done: number; readonly of: number } | null } {
  const found = running.get(district)?.get(runId)
  if (found?.actor !== who.actor) return { progress: null }
  const { done, of } = found
  return { progress: { done, of } }
}
