import type { Stage } from './contract.ts'
import type { DeskQuery } from './story.contract.ts'

export type Queue = DeskQuery['queue']

/** Open, and something is still to be done on the spot. */
export const stagesBeforeResolved: readonly Stage[] = [
  'accepted',
  'screened',
  'dispatched',
  'signed',
  'handling',
  'paused',
  'listed',
  'returned',
]

/** What waits in each queue: the stages of a case that belong there. */
export const queueStages: Readonly<Record<Queue, readonly Stage[]>> = {
  screen: ['accepted'],
  dispatch: ['screened', 'returned'],
  work: ['dispatched', 'signed', 'handling', 'paused', 'listed'],
  decide: ['dispatched', 'signed', 'handling'],
  reply: ['resolved'],
  check: ['replied', 'checked'],
  open: [...stagesBeforeResolved, 'resolved', 'replied', 'checked'],
  ended: ['closed', 'joined', 'declined', 'referred', 'withdrawn'],
}
