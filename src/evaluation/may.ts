import { Refusal } from '../kernel/refusal.ts'
import { areasFor } from '../people/door.ts'
import type { Ctx, Reached } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'

/** Whether the asker may do this, for pages that offer acts; doing it asks again. */
export function may(ctx: Ctx, act: string, at: Reached = {}): boolean {
  try {
    ctx.must(act, at)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

/** Reads what is said of units in the asker's areas, and of the asker's own units. */
export const readAssessed = <Found>(ctx: Ctx, work: (tx: Tx) => Promise<Found>): Promise<Found> =>
  ctx.read(async (tx) => {
    await tx.narrow(areasFor(ctx.who, 'assessment.see'))
    return work(tx)
  })
