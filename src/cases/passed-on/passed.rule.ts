import { Refusal } from '../../kernel/refusal.ts'
import type { Allowance } from '../../matters/contract.ts'
import type { PassedStage } from './contract.ts'

/** Every legal move: the unit signs, then answers; what it asked for brings it back to the unit. */
export const passedMoves: Readonly<Record<PassedStage, readonly PassedStage[]>> = {
  passed: ['received'],
  received: ['taken_up', 'not_ours', 'needs_more'],
  needs_more: ['received'],
  taken_up: [],
  not_ours: [],
}

/** The stage it goes to. Refuses `passed_move_not_allowed`. */
export function movePassed(from: PassedStage, to: PassedStage): PassedStage {
  if (!passedMoves[from].includes(to)) throw new Refusal('passed_move_not_allowed', { from, to })
  return to
}

interface Period {
  /** Counts for what is passed on from this day on. */
  readonly from: string
  readonly allowance: Allowance
}

/**
 * 接收时限, how long a unit has to sign, by the day of passing on; a new one is added above, none is edited. No law names a
 * period for receiving: 8 working hours are a full office day, so that what comes in the afternoon is signed for by the
 * same hour of the next day of office, and nights and holidays are nobody's delay.
 */
const periods: readonly Period[] = [{ from: '2000-01-01', allowance: { amount: 8, unit: 'working_hour' } }]

/** How long the unit has to sign for what is passed on that day (YYYY-MM-DD, local). */
export const receivePeriodOn = (day: string): Allowance =>
  (periods.find(({ from }) => from <= day) ?? periods.at(-1)!).allowance

/** Whether it was signed for after its moment, or stands unsigned past it. */
export const isPassedLate = (
  {
    receiveDueAt,
    receivedAt,
  }: { readonly receiveDueAt: Temporal.Instant; readonly receivedAt: Temporal.Instant | null },
  now: Temporal.Instant,
): boolean => Temporal.Instant.compare(receivedAt ?? now, receiveDueAt) > 0
