import type { Ctx } from '../platform/ctx.ts'
import { makeCtx } from '../platform/http/server.ts'
import { systemWho } from '../platform/system.ts'
import { must } from './permission.rule.ts'

/** The program itself as the one who acts: set-up, the demonstration district, commands at the machine's console. */
export const systemCtx = (
  { district, clock, log }: Pick<Ctx, 'district' | 'clock' | 'log'>,
  reach: readonly string[] = [],
  committed: () => void = () => undefined,
): Ctx => makeCtx({ district, clock, must, committed }, systemWho(reach), log)
