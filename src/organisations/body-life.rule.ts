import { Refusal } from '../kernel/refusal.ts'
import type { LifeReason, LifeStep, Phase } from './body.contract.ts'
import { lifeMoves, lifeReasons } from './life.contract.ts'

/**
 * The next step of a body's life. Refuses `body_move_not_allowed`, a reason that does not fit the move, and a day
 * that has not come or lies before the last step (YYYY-MM-DD).
 */
export function nextStep(
  last: LifeStep,
  wanted: { readonly to: Phase; readonly reason: LifeReason; readonly fromDay: string },
  today: string,
): LifeStep & { readonly reason: LifeReason } {
  const { to, reason, fromDay } = wanted
  if (!lifeMoves[last.phase].includes(to))
    throw new Refusal('body_move_not_allowed', { from: last.phase, to })
  if (!lifeReasons[to].includes(reason)) throw new Refusal('input_invalid', { field: 'reason', rule: 'enum' })
  if (fromDay > today) throw new Refusal('input_invalid', { field: 'fromDay', rule: 'future' })
  if (fromDay < last.fromDay) throw new Refusal('input_invalid', { field: 'fromDay', rule: 'order' })
  return { phase: to, reason, fromDay }
}
