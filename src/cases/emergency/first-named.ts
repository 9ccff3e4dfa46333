import type { Ctx } from '../../platform/ctx.ts'
import type { Case } from '../case.sql.ts'
import type { CaseRow } from '../story.contract.ts'
import { firstBy } from './first.rule.ts'
import { kindOfMode, modesNow } from './modes-now.ts'

/** By which emergency, named, a case goes first now. */
export async function firstNamed(ctx: Ctx): Promise<(found: Case) => CaseRow['first']> {
  const on = await modesNow(ctx)
  const named = await Promise.all(
    on.map(async (mode) => {
      const { nameZh: zh, nameEn: en } = await kindOfMode(ctx, mode)
      return [mode.id, { modeId: mode.id, zh, en }] as const
    }),
  )
  const byId = new Map(named)
  return (found) => {
    const named = byId.get(firstBy(found, on)?.id ?? '')
    return named ? { ...named, maybe: found.matter === null } : null
  }
}
