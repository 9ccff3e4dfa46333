import { Refusal } from '../../kernel/refusal.ts'
import type { CallStage, WhistleStage } from './contract.ts'

/**
 * Every legal move of a call: one unit in one whistle. Who signs or comes late does it all the same, and lateness is
 * computed from the moments; who refused or was absent may still come, and that they did not at first stays in the row.
 */
export const callMoves: Readonly<Record<CallStage, readonly CallStage[]>> = {
  named: ['called'],
  called: ['signed', 'refused', 'declined', 'absent', 'released'],
  absent: ['signed', 'refused'],
  refused: ['signed'],
  declined: ['signed'],
  signed: ['contacted', 'arrived_elsewhere', 'arrived', 'refused', 'declined', 'released'],
  contacted: ['arrived_elsewhere', 'arrived', 'refused', 'declined', 'released'],
  arrived_elsewhere: ['arrived_elsewhere', 'arrived', 'released'],
  arrived: ['acted', 'released'],
  acted: ['released'],
  released: [],
}

/** Every legal move of a whistle: waiting for its review, sounding, and at an end. */
export const whistleMoves: Readonly<Record<WhistleStage, readonly WhistleStage[]>> = {
  waiting: ['sounding', 'declined'],
  sounding: ['ended'],
  declined: [],
  ended: [],
}

/** The stage it goes to. Refuses `whistle_move_not_allowed`. */
export function moveCall(from: CallStage, to: CallStage): CallStage {
  if (!callMoves[from].includes(to)) throw new Refusal('whistle_move_not_allowed', { from, to })
  return to
}

/** As `moveCall`, for the whistle itself. */
export function moveWhistle(from: WhistleStage, to: WhistleStage): WhistleStage {
  if (!whistleMoves[from].includes(to)) throw new Refusal('whistle_move_not_allowed', { from, to })
  return to
}

/** Stages at which nobody stays on the spot. */
export const stagesOver: readonly CallStage[] = ['refused', 'declined', 'absent', 'released']

/** Whether the whistle may end with a call at this stage: nobody who stays on the spot is forgotten there. */
export const isOver = (stage: CallStage): boolean => stagesOver.includes(stage)
