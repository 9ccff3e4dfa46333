import { Refusal } from '../kernel/refusal.ts'
import type { Ctx, Reached } from '../platform/ctx.ts'

/** Whether the asker may do this, for pages that offer acts; doing it asks again. */
export function may(ctx: Ctx, act: string, at: Reached): boolean {
  try {
    ctx.must(act, at)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}
