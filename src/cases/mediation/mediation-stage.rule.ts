import { Refusal } from '../../kernel/refusal.ts'
import type { MediationStage } from './contract.ts'

/**
 * Every legal move of a mediation. Nobody is mediated who has not consented, and a party may ask for its end at any time
 * before there is an agreement in force (人民调解法 2010-08-28, 第三、十七、二十三条). A draft that is not signed goes back to
 * the mediator; an agreement in force binds (第三十一条) and is watched, never taken back.
 */
export const mediationMoves: Readonly<Record<MediationStage, readonly MediationStage[]>> = {
  asked: ['consented', 'ended', 'withdrawn'],
  // Somebody who is asked later must consent as well.
  consented: ['asked', 'mediating', 'ended', 'withdrawn'],
  mediating: ['agreed', 'ended', 'withdrawn'],
  agreed: ['mediating', 'in_force', 'ended', 'withdrawn'],
  in_force: ['closed'],
  closed: [],
  ended: [],
  withdrawn: [],
}

/** The stage it goes to. Refuses `mediation_move_not_allowed`. */
export function moveMediation(from: MediationStage, to: MediationStage): MediationStage {
  if (!mediationMoves[from].includes(to)) throw new Refusal('mediation_move_not_allowed', { from, to })
  return to
}

/** Refuses `mediation_move_not_allowed` where it does not stand at one of these stages: for what moves nothing. */
export function mustStandAt(stage: MediationStage, ...stages: readonly MediationStage[]): void {
  if (!stages.includes(stage)) throw new Refusal('mediation_move_not_allowed', { from: stage, to: stage })
}

export const isOver = (stage: MediationStage): boolean => mediationMoves[stage].length === 0

/** The stage once this many of the parties consent: at least two make a dispute. */
export const stageByConsents = (parties: number, consents: number): 'asked' | 'consented' =>
  parties > 1 && consents === parties ? 'consented' : 'asked'

/** Stages at which whoever asked may take it back, and any party may have it end. */
export const mayEndAt: readonly MediationStage[] = ['asked', 'consented', 'mediating', 'agreed']
