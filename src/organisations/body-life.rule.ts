import { Refusal } from '../kernel/refusal.ts'
import type { LifeReason, LifeStep, Phase } from './body.contract.ts'

/** The only list of legal moves in a body's life. What was dissolved is founded anew, with another code. */
export const lifeMoves: Readonly<Record<Phase, readonly Phase[]>> = {
  active: ['suspended', 'dissolved'],
  suspended: ['active', 'dissolved'],
  dissolved: [],
}

const reasonsFor: Readonly<Record<Phase, readonly LifeReason[]>> = {
  active: ['resumed'],
  suspended: ['too_few_members', 'term_over', 'contract_over', 'ordered', 'other'],
  dissolved: ['merged', 'area_changed', 'contract_over', 'ordered', 'other'],
}

/** The reasons that a move into this phase may have. */
export const reasonsOf = (to: Phase): readonly LifeReason[] => reasonsFor[to]

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
  if (!reasonsFor[to].includes(reason)) throw new Refusal('input_invalid', { field: 'reason', rule: 'enum' })
  if (fromDay > today) throw new Refusal('input_invalid', { field: 'fromDay', rule: 'future' })
  if (fromDay < last.fromDay) throw new Refusal('input_invalid', { field: 'fromDay', rule: 'order' })
  return { phase: to, reason, fromDay }
}
