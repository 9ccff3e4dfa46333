import { calendarOf } from '../matters/door.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Scene } from './act.ts'
import type { Case, CaseChange } from './case.sql.ts'
import { unitEvents } from './clock-events.rule.ts'
import { clockRulesOf } from './clock-rules.ts'
import { momentsOf, resolutionAccount } from './clocks.ts'
import { loadParts, savePart } from './part.sql.ts'
import { loadStory } from './story.sql.ts'

/**
 * A case ends while a unit's clock stands still (挂起, 挂账): the deadline that the pause had pushed away is counted from
 * here on, as its account says it of a clock that has stopped. Returns what changes of the case itself, where its lead's did.
 */
export async function stopStanding(ctx: Ctx, { tx }: Scene, before: Case): Promise<CaseChange> {
  if (before.leadUnitId === null) return {}
  await tx.openStory([before.id])
  const parts = await loadParts(tx, before.id)
  const standing = parts.filter(({ stage }) => stage === 'paused' || stage === 'listed')
  if (standing.length === 0) return {}
  const story = await loadStory(tx, before.id)
  const rules = await clockRulesOf(ctx)
  const calendar = await calendarOf(ctx)
  const now = ctx.clock.now()
  let change: CaseChange = {}
  for (const { unitId } of standing) {
    const events = [...unitEvents(story, unitId), { kind: 'stopped' as const, at: now }]
    const rule = rules.unit(story, unitId, before.matter)!
    const moments = momentsOf(resolutionAccount(events, rule, calendar, now))
    await savePart(tx, before.id, unitId, moments)
    if (unitId === before.leadUnitId) change = moments
  }
  return change
}
