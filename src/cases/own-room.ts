import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { isBound, isForArbitration } from './arbitration/returns.rule.ts'
import type { Case } from './case.sql.ts'
import type { ClockLine } from './clock-events.rule.ts'
import { clockRulesOf } from './clock-rules.ts'
import { grantedTo, latestReview, roomFor } from './limits.rule.ts'
import type { CaseStory, OwnRoom } from './story.contract.ts'

/** What the asker's own unit may still ask for; null where it has no part. `own` are its parts, as the page shows them. */
export async function roomOf(
  ctx: Ctx,
  story: readonly ClockLine[],
  found: Pick<Case, 'matter'>,
  own: CaseStory['parts'],
): Promise<OwnRoom | null> {
  const part = own.find(({ stage }) => stage !== 'returned')
  if (!part) return null
  const rule = (await clockRulesOf(ctx)).unit(story, part.unit.id, found.matter)
  if (!rule) return null
  const bound = isBound(story, part.unit.id)
  const toCentre = isForArbitration(story, { kind: 'return', role: part.role })
  return {
    ...roomFor(rule.limits, grantedTo(story, part.unit.id)),
    unit: part.unit,
    latestReviewOn: latestReview(rule.limits, dayOf(ctx.clock.now(), ctx.district.timeZone)),
    giveBack: bound ? 'bound' : toCentre ? 'centre' : 'desk',
  }
}
