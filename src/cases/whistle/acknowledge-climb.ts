import { Refusal } from '../../kernel/refusal.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { type SeenLine, type Standing, seenAs } from '../ladder/acknowledge.rule.ts'
import { loadStory } from '../story.sql.ts'
import { actOnWhistle } from './act.ts'
import { climbedUnits } from './climb.rule.ts'
import type { AcknowledgeClimb, WhistleReceipt } from './contract.ts'
import { whistleLine } from './events.ts'
import type { WhistleLine } from './whistle-state.rule.ts'

/** 已阅: whoever was told of a step of the ladder, of one of the units called, says so. It stops no clock. */
export const acknowledgeClimb = (
  ctx: Ctx,
  whistleId: string,
  input: AcknowledgeClimb,
): Promise<WhistleReceipt> =>
  actOnWhistle(
    ctx,
    'whistle.see',
    whistleId,
    { ...input, deed: 'acknowledge' },
    async ({ whistle }, { tx, next }) => {
      const as = seenOnWhistle(await loadStory(tx, whistleId), ctx.who, whistle.reach)
      if (!as) throw new Refusal('nothing_to_acknowledge')
      return { lines: [whistleLine('whistle.acknowledged', { ...next(), data: as })] }
    },
  )

/** As whom the asker may say "seen" now; null where there is nothing to say. The steps are said as those of cases are. */
export function seenOnWhistle(
  story: readonly (WhistleLine & Pick<SeenLine, 'actor'>)[],
  who: Ctx['who'],
  reach: readonly string[],
): Standing | null {
  const asOfCases = story.flatMap(({ kind, actor, data }): SeenLine[] => {
    if (kind === 'whistle.acknowledged') return [{ kind: 'case.acknowledged', actor, data }]
    if (kind !== 'whistle.climbed') return []
    return climbedUnits(data).map(({ unitId }) => ({
      kind: 'case.climbed',
      actor,
      data: { unitId, audience: data.audience },
    }))
  })
  return seenAs(asOfCases, who, reach)
}
