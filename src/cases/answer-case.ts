import { Refusal } from '../kernel/refusal.ts'
import { calendarOf } from '../matters/door.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Deed, Scene } from './act.ts'
import { actOnCase } from './act.ts'
import type { ActReceipt, CheckCase, CloseCase, ReplyCase } from './acts.contract.ts'
import type { Case, CaseChange } from './case.sql.ts'
import { unitEvents } from './clock-events.rule.ts'
import { clockRulesOf } from './clock-rules.ts'
import { momentsOf, resolutionAccount } from './clocks.ts'
import { findAsk } from './closing/ask.sql.ts'
import { endAsk } from './closing/end-ask.ts'
import { line } from './events.ts'
import { loadParts, savePart } from './part.sql.ts'
import { move, sendBack } from './stage.rule.ts'
import { loadStory } from './story.sql.ts'

/** 答复: tells the reporter what became of it, and the public where the case is public. */
export const replyCase = (ctx: Ctx, caseId: string, input: ReplyCase): Promise<ActReceipt> =>
  actOnCase(ctx, 'case.reply', caseId, input, async (before, { keep, next }) => {
    const kept = await keep([{ kind: 'answer', body: input.answer, toReporter: true }])
    const repliedAt = ctx.clock.now()
    const place = next()
    return {
      change: {
        stage: move(before.stage, 'replied'),
        repliedAt,
        replySeq: place.seq,
        respondedAt: before.respondedAt ?? repliedAt,
      },
      lines: [line('case.replied', { ...place, data: { matter: before.matter!, commits: kept.commits } })],
    }
  })

/** 核查: the centre finds it done, or sends it back to the unit, whose clock goes on. */
export const checkCase = (ctx: Ctx, caseId: string, input: CheckCase): Promise<ActReceipt> =>
  actOnCase(ctx, 'case.check', caseId, input, async (before, scene) => {
    if (!input.passed && !input.note) throw new Refusal('case_reason_needed', { field: 'note' })
    const kept = await scene.keep(input.note ? [{ kind: 'note', body: input.note }] : [])
    if (!input.passed) return handBack(ctx, scene, before, kept.commits)
    const checked = line('case.checked', {
      ...scene.next(),
      data: { passed: true, commits: kept.commits },
    })
    return { change: { stage: move(before.stage, 'checked') }, lines: [checked] }
  })

/**
 * Not done: it goes back to its units, and its reporter will be asked about the next result. What they asked for once more
 * is with that decided. `commits` are of the words that say why.
 */
export async function handBack(
  ctx: Ctx,
  scene: Scene,
  before: Case,
  commits: Record<string, string> = {},
): Promise<Deed> {
  const change = await backToUnits(ctx, scene, before)
  const ended = await endAsk(ctx, scene, before)
  const checked = line('case.checked', { ...scene.next(), data: { passed: false, commits } })
  return { change: { ...change, solved: null, rating: null }, lines: [...ended, checked] }
}

/** The time between resolving and being sent back was the centre's: it counts as a pause. */
async function backToUnits(ctx: Ctx, { tx }: Scene, before: Case): Promise<CaseChange> {
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
