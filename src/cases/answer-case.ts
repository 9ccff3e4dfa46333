import { Refusal } from '../kernel/refusal.ts'
import { calendarOf } from '../matters/door.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Scene } from './act.ts'
import { actOnCase } from './act.ts'
import type { ActReceipt, CheckCase, CloseCase, ReplyCase } from './acts.contract.ts'
import type { Case, CaseChange } from './case.sql.ts'
import { unitEvents } from './clock-events.rule.ts'
import { clockRulesOf } from './clock-rules.ts'
import { momentsOf, resolutionAccount } from './clocks.ts'
import { findAsk } from './closing/ask.sql.ts'
import { line } from './events.ts'
import { loadParts, savePart } from './part.sql.ts'
import { move, sendBack } from './stage.rule.ts'
import { loadStory } from './story.sql.ts'

/** 答复: tells the reporter what became of it, and the public where the case is public. */
export const replyCase = (ctx: Ctx, caseId: string, input: ReplyCase): Promise<ActReceipt> =>
  actOnCase(ctx, 'case.reply', caseId, input, async (before, { keep, next }) => {
    const kept = await keep([{ kind: 'answer', body: input.answer, toReporter: true }])
    const repliedAt = ctx.clock.now()
    return {
      change: {
        stage: move(before.stage, 'replied'),
        repliedAt,
        respondedAt: before.respondedAt ?? repliedAt,
      },
      lines: [line('case.replied', { ...next(), data: { matter: before.matter!, commits: kept.commits } })],
    }
  })

/** 核查: the centre finds it done, or sends it back to the unit, whose clock goes on. */
export const checkCase = (ctx: Ctx, caseId: string, input: CheckCase): Promise<ActReceipt> =>
  actOnCase(ctx, 'case.check', caseId, input, async (before, scene) => {
    if (!input.passed && !input.note) throw new Refusal('case_reason_needed', { field: 'note' })
    const kept = await scene.keep(input.note ? [{ kind: 'note', body: input.note }] : [])
    return {
      change: input.passed ? { stage: move(before.stage, 'checked') } : await handBack(ctx, scene, before),
      lines: [
        line('case.checked', { ...scene.next(), data: { passed: input.passed, commits: kept.commits } }),
      ],
    }
  })

/** The time between resolving and being sent back was the centre's: it counts as a pause. */
export async function handBack(ctx: Ctx, { tx }: Scene, before: Case): Promise<CaseChange> {
  if (!before.leadUnitId) throw new Refusal('case_move_not_allowed', { from: before.stage, to: 'handling' })
  const rules = await clockRulesOf(ctx)
  const calendar = await calendarOf(ctx)
  const now = ctx.clock.now()
  const story = await loadStory(tx, before.id)
  let leadMoments = {}
  for (const part of await loadParts(tx, before.id)) {
    if (part.stage !== 'resolved') continue
    const events = [...unitEvents(story, part.unitId), { kind: 'resumed' as const, at: now }]
    const rule = rules.unit(story, part.unitId, before.matter)!
    const moments = momentsOf(resolutionAccount(events, rule, calendar, now))
    await savePart(tx, before.id, part.unitId, { stage: 'handling', resolvedAt: null, ...moments })
    if (part.unitId === before.leadUnitId) leadMoments = moments
  }
  return { stage: sendBack(before.stage), ...leadMoments, clockStopped: false, resolvedAt: null }
}

/** 结案 by the centre, once checked, and no reporter waits to hear whether it is done again. */
export const closeCase = (ctx: Ctx, caseId: string, input: CloseCase): Promise<ActReceipt> =>
  actOnCase(ctx, 'case.close', caseId, input, async (before, { tx, next }) => {
    const ask = await findAsk(tx, before)
    if (ask?.granted === null) throw new Refusal('case_reopening_waits')
    return {
      change: { stage: move(before.stage, 'closed'), closedAt: ctx.clock.now() },
      lines: [line('case.closed', { ...next(), data: { matter: before.matter! } })],
    }
  })
