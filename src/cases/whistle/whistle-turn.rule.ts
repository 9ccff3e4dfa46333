import type { CallStage } from './contract.ts'

/** Stages at which a unit still owes something: to sign, to come, or to act. Who has refused has answered. */
export const unanswered: readonly CallStage[] = [
  'called',
  'absent',
  'signed',
  'contacted',
  'arrived_elsewhere',
  'arrived',
]

/** Stages at which the street has something to say: whether the unit is there, and that it may go. */
export const waitsForStreet: readonly CallStage[] = ['arrived_elsewhere', 'acted']
