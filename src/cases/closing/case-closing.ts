import { iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { loadCase } from '../case.sql.ts'
import { may } from '../may.ts'
import { namesFor } from '../names.ts'
import { satisfiedFrom } from '../rating.contract.ts'
import { loadStory } from '../story.sql.ts'
import { findAsk } from './ask.sql.ts'
import { selectTries } from './call-back.sql.ts'
import type { CaseClosing } from './closing.contract.ts'
import { selectFlags } from './flag.sql.ts'
import { isOwnWork } from './flags.rule.ts'
import { tellFlag } from './tell-flag.ts'
import { outcomesNow, triedSoFar } from './tries.rule.ts'

/** Marks, call-backs and what is asked for once more, of one case, for whoever sees it. */
export async function caseClosing(ctx: Ctx, caseId: string): Promise<CaseClosing> {
  ctx.must('case.see')
  return ctx.read(async (tx) => {
    const found = await loadCase(tx, caseId)
    const at = { path: found.reach, units: found.units }
    ctx.must('case.see', at)
    const flags = await selectFlags(tx, caseId)
    const tries = await selectTries(tx, found)
    const ask = await findAsk(tx, found)
    const names = await namesFor(
      ctx,
      tx,
      flags.map(({ unitId }) => unitId),
    )
    const open = flags.filter(({ lookedAt }) => lookedAt === null)
    const story = await loadStory(tx, caseId)
    const isOwn = open.some((flag) => isOwnWork(flag, story, ctx.who))
    const isAnswered = found.stage === 'replied' || found.stage === 'checked' || found.stage === 'closed'
    const isGood = found.rating !== null && found.rating >= satisfiedFrom && found.solved === true
    const checks = may(ctx, 'case.check', at)
    const isToCall = isAnswered && !isGood && ask === null && checks
    const outcomes = isToCall ? outcomesNow(triedSoFar(tries), ctx.clock.now()) : []
    return {
      flags: flags.map((flag) => tellFlag(flag, names)),
      callBacks: tries.map(({ triedAt, nextTryAt, ...one }) => ({
        ...one,
        triedAt: iso(triedAt),
        nextTryAt: nextTryAt && iso(nextTryAt),
      })),
      ask: ask && { because: ask.because, askedAt: iso(ask.askedAt), granted: ask.granted },
      can: [
        ...(open.length > 0 && !isOwn && may(ctx, 'case.press', at) ? (['look'] as const) : []),
        ...(outcomes.length > 0 ? (['call_back'] as const) : []),
        ...(ask?.granted === null && checks ? (['decide'] as const) : []),
      ],
      outcomes,
    }
  })
}
