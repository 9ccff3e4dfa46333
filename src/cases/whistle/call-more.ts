import { Refusal } from '../../kernel/refusal.ts'
import { iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { shareTexts } from '../../platform/sealed-text.ts'
import { actOnWhistle } from './act.ts'
import { nameUnits } from './blow-whistle.ts'
import type { CallMore, WhistleReceipt } from './contract.ts'
import { whistleLine } from './events.ts'
import { callAll, unitsOfCalls } from './sounding.ts'

/** At most so many units answer one whistle. */
const mostUnits = 20

/**
 * More units are needed on the spot: the street that coordinates calls them to the whistle that sounds, each with the
 * whistle's minutes from now on. They see what the others see, and the others see them.
 */
export const callMore = (ctx: Ctx, whistleId: string, input: CallMore): Promise<WhistleReceipt> =>
  actOnWhistle(
    ctx,
    'whistle.coordinate',
    whistleId,
    { ...input, deed: 'call' },
    async ({ whistle, calls }, { tx, now, next }) => {
      if (whistle.stage !== 'sounding') throw new Refusal('whistle_not_sounding', { stage: whistle.stage })
      const all = [...calls.map(({ unitId }) => unitId), ...input.unitIds]
      if (new Set(all).size < all.length) throw new Refusal('case_units_repeat', { field: 'unitIds' })
      if (all.length > mostUnits) throw new Refusal('input_invalid', { field: 'unitIds', rule: 'too_big' })
      const added = callAll(await nameUnits(ctx, tx, whistleId, input.unitIds), whistle, now)
      const units = await unitsOfCalls(tx, [...calls, ...added])
      await shareTexts(tx, whistleId, units, whistle.units)
      const [first] = added
      const line = whistleLine('whistle.units_called', {
        ...next(),
        data: {
          signDueAt: iso(first!.signDueAt!),
          contactDueAt: iso(first!.contactDueAt!),
          reportDueAt: iso(first!.reportDueAt!),
          calls: added.map(({ id: callId, unitId, how }) => ({ callId, unitId, how })),
        },
      })
      return { change: { units }, calls, added, lines: [line] }
    },
  )
