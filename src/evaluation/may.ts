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
  readIn(ctx, areasFor(ctx.who, 'assessment.see'), work)

/** As `readAssessed`, and what is said in the areas for which the asker speaks: who gives marks sees them. */
export const readSaid = <Found>(ctx: Ctx, work: (tx: Tx) => Promise<Found>): Promise<Found> =>
  readIn(
    ctx,
    [...new Set([...areasFor(ctx.who, 'assessment.see'), ...areasFor(ctx.who, 'assessment.mark')])],
    work,
  )

const readIn = <Found>(
  ctx: Ctx,
  areaIds: readonly string[],
  work: (tx: Tx) => Promise<Found>,
): Promise<Found> =>
  ctx.read(async (tx) => {
    await tx.narrow(areaIds)
    return work(tx)
  })
