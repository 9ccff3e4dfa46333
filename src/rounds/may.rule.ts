import { mayAct } from '../people/permission.rule.ts'
import type { Ctx } from '../platform/ctx.ts'

/** Whether the asker may do it there. */
export const mayAt = (ctx: Pick<Ctx, 'who'>, act: string, path: readonly string[]): boolean =>
  mayAct(ctx.who, act, { path })
