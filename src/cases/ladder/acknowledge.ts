import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnCase } from '../act.ts'
import type { ActReceipt } from '../acts.contract.ts'
import { line } from '../events.ts'
import { loadStory } from '../story.sql.ts'
import { seenAs } from './acknowledge.rule.ts'
import type { AcknowledgeLadder } from './press.contract.ts'

/** 已阅: whoever was told of a step says so. It stops no clock; it says who knows. */
export const acknowledgeLadder = (ctx: Ctx, caseId: string, input: AcknowledgeLadder): Promise<ActReceipt> =>
  actOnCase(ctx, 'case.see', caseId, input, async (before, { tx, next }) => {
    const as = seenAs(await loadStory(tx, caseId), ctx.who, before.reach)
    if (!as) throw new Refusal('nothing_to_acknowledge')
    return { change: {}, lines: [line('case.acknowledged', { ...next(), data: as })] }
  })
