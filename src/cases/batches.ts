import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'

/** How many cases one transaction of a sweep takes: few enough that nobody waits long for a chain. */
export const batchSize = 500

/** What a batch did: the last case that it looked at, how many it changed, and how many somebody else changed first. */
export interface BatchDone {
  readonly last: string | null
  readonly changed: number
  readonly missed: number
}

/**
 * Sweeps over cases in order of id, a transaction for each batch, and returns how many were changed. A batch in which
 * somebody acted on a case meanwhile is looked at again: what was changed already needs no change then.
 */
export async function inBatches(
  ctx: Ctx,
  batch: (tx: Tx, after: string | null) => Promise<BatchDone>,
): Promise<number> {
  let changed = 0
  for (let after: string | null = null; ; ) {
    const from: string | null = after
    const done: BatchDone = await ctx.transaction((tx) => batch(tx, from))
    changed += done.changed
    if (done.missed > 0) continue
    if (done.last === null) return changed
    after = done.last
  }
}
