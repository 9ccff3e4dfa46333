import type { LifeReason, Phase } from './body.contract.ts'

// No schema here: the console reads these lists too.

/** The only list of legal moves in a body's life. What was dissolved is founded anew, with another code. */
export const lifeMoves: Readonly<Record<Phase, readonly Phase[]>> = {
  active: ['suspended', 'dissolved'],
  suspended: ['active', 'dissolved'],
  dissolved: [],
}

/** The reasons that a move into a phase may have. */
export const lifeReasons: Readonly<Record<Phase, readonly LifeReason[]>> = {
  active: ['resumed'],
  suspended: ['too_few_members', 'term_over', 'contract_over', 'ordered', 'other'],
  dissolved: ['merged', 'area_changed', 'contract_over', 'ordered', 'other'],
}
