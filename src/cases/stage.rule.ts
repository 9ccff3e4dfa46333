import { Refusal } from '../kernel/refusal.ts'
import type { Stage } from './contract.ts'

/** The only list of legal moves between stages. A stage without moves is the end of a case. */
export const moves: Readonly<Record<Stage, readonly Stage[]>> = {
  // Solved on the spot (即办即结) goes from acceptance to resolution in one step.
  accepted: ['screened', 'joined', 'declined', 'referred', 'withdrawn', 'resolved'],
  screened: ['dispatched', 'joined', 'declined', 'referred', 'withdrawn'],
  dispatched: ['signed', 'returned', 'withdrawn'],
  signed: ['handling', 'resolved', 'returned', 'paused', 'listed', 'withdrawn'],
  handling: ['resolved', 'returned', 'paused', 'listed', 'withdrawn'],
  paused: ['handling', 'withdrawn'],
  listed: ['handling', 'withdrawn'],
  returned: ['dispatched', 'declined', 'referred', 'withdrawn'],
  resolved: ['replied'],
  replied: ['checked'],
  checked: ['closed'],
  closed: [],
  // A case joined by mistake is taken out again.
  joined: ['screened'],
  declined: [],
  referred: [],
  withdrawn: [],
}

/** Stages in which nobody owes the case a step. */
export const endedStages = [
  'closed',
  'joined',
  'declined',
  'referred',
  'withdrawn',
] as const satisfies Stage[]
const ended: ReadonlySet<Stage> = new Set(endedStages)

/** The stage after a legal move. Refuses any other with `case_move_not_allowed`. */
export function move(from: Stage, to: Stage): Stage {
  if (!moves[from].includes(to)) throw new Refusal('case_move_not_allowed', { from, to })
  return to
}

/**
 * From the reply on, whoever raised a case can have it done again (退回重办): by the units that had it, or, where it was
 * solved on the spot without one, from the screening desk. Nobody else may go this way.
 */
const reopenings: ReadonlySet<Stage> = new Set(['replied', 'checked', 'closed'])

/** The stage after a reporter's "not solved". Refuses what was not answered yet. */
export function reopen(from: Stage, to: 'dispatched' | 'screened'): Stage {
  if (!reopenings.has(from)) throw new Refusal('case_move_not_allowed', { from, to })
  return to
}

/** What the centre finds not done goes back to its units, before it was checked. */
const returnable: ReadonlySet<Stage> = new Set(['resolved', 'replied'])

/** The stage after the centre sends a resolution back. */
export function sendBack(from: Stage): Stage {
  if (!returnable.has(from)) throw new Refusal('case_move_not_allowed', { from, to: 'handling' })
  return 'handling'
}

/** Stages in which a unit has it in hand and its clock runs: of a case, and of one unit's part. */
const onTheGround: ReadonlySet<string> = new Set<Stage>(['dispatched', 'signed', 'handling'])

/** Whether somebody may come to the spot for it now. */
export const isOnTheGround = (stage: string): boolean => onTheGround.has(stage)

/** Whether nobody owes the case a step. A closed one can still be reopened, a joined one taken out. */
export const isEnded = (stage: Stage): boolean => ended.has(stage)

/** Whether somebody still owes the case a step. */
export const isOpen = (stage: Stage): boolean => !isEnded(stage)
