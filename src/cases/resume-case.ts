import { randomUUID } from 'node:crypto'
import { Refusal } from '../kernel/refusal.ts'
import { calendarOf } from '../matters/door.ts'
import type { Ctx } from '../platform/ctx.ts'
import { actOnCase } from './act.ts'
import type { ActReceipt, ResumeCase } from './acts.contract.ts'
import { unitEvents } from './clock-events.rule.ts'
import { clockRulesOf } from './clock-rules.ts'
import { momentsOf, resolutionAccount } from './clocks.ts'
import { line } from './events.ts'
import { oneByOne } from './one-by-one.ts'
import { loadParts, savePart, selectEndedPauses } from './part.sql.ts'
import { isOpen, move } from './stage.rule.ts'
import { loadStory } from './story.sql.ts'

/** Ends a pause or strikes a case off the long-term list (销账): the clock runs again from now. */
export const resumeCase = (ctx: Ctx, caseId: string, input: ResumeCase): Promise<ActReceipt> =>
  actOnCase(ctx, 'case.decide', caseId, input, async (before, { tx, next }) => {
    const parts = await loadParts(tx, caseId)
    const part = parts.find(
      ({ stage, unitId }) =>
        (stage === 'paused' || stage === 'listed') && (input.unitId === undefined || unitId === input.unitId),
    )
    if (!part || !isOpen(before.stage))
      throw new Refusal('case_move_not_allowed', { from: before.stage, to: 'handling' })
    const calendar = await calendarOf(ctx)
    const now = ctx.clock.now()
    const story = await loadStory(tx, caseId)
    const past = unitEvents(story, part.unitId)
    const rule = (await clockRulesOf(ctx)).unit(story, part.unitId, before.matter)!
    const account = resolutionAccount([...past, { kind: 'resumed', at: now }], rule, calendar, now)
    const moments = momentsOf(account)
    const running = { stage: 'handling', pausedUntil: null, reviewOn: null, conditionId: null } as const
    await savePart(tx, caseId, part.unitId, { ...running, ...moments })
    const leads = part.unitId === before.leadUnitId
    return {
      change: leads ? { stage: move(before.stage, 'handling'), ...moments, clockStopped: false } : {},
      lines: [line('case.resumed', { ...next(), data: { unitId: part.unitId } })],
    }
  })

/**
 * Puts cases back to work whose granted pause has run out; the program does it, every minute, page by page to the last. By
 * the journal the clock ran again from that very moment: this only lets the unit act and the light show. Returns how many
 * were resumed.
 */
export async function endPauses(system: Ctx, atOnce = 200): Promise<number> {
  const now = system.clock.now()
  let resumed = 0
  for (let last: Parameters<typeof selectEndedPauses>[2] = null; ; ) {
    const ended = await system.read((tx) => selectEndedPauses(tx, now, last, atOnce))
    resumed += await oneByOne(system, ended, async ({ caseId, unitId }) => {
      await resumeCase(system, caseId, { requestId: randomUUID(), unitId })
      return true
    })
    // What could not be put back is tried again in the next minute, and keeps none behind it.
    last = ended.at(-1) ?? null
    if (ended.length < atOnce) return resumed
  }
}
