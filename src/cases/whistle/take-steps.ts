import type { NewLine } from '../../platform/events.ts'
import type { Scene } from './act.ts'
import { applyStep, type Step } from './call.rule.ts'
import type { Call } from './call.sql.ts'
import { whistleLine } from './events.ts'
import type { Reported } from './spot.rule.ts'

/** What belongs to the last of the steps: its words, and from where a unit reported. */
interface Beside {
  readonly commits: Record<string, string>
  readonly reported?: Reported
}

/** The call after these steps, and a line for each; a deadline that passed is a line of that moment. */
export function takeSteps(
  call: Call,
  steps: readonly Step[],
  next: Scene['next'],
  { commits, reported }: Beside,
): { readonly call: Call; readonly lines: NewLine[] } {
  const after: Call = { ...call, ...steps.reduce(applyStep, call), metres: reported?.metres ?? call.metres }
  const lines = steps.map((step, index) => {
    const ofCall = { callId: call.id, unitId: call.unitId }
    const words = { ...ofCall, commits: index === steps.length - 1 ? commits : {} }
    switch (step.kind) {
      case 'absent':
        return whistleLine('whistle.call_absent', { ...next(step.at), data: ofCall })
      case 'arrived':
      case 'arrived_elsewhere': {
        const { from, metres } = reported ?? { from: 'unknown', metres: null }
        return whistleLine('whistle.call_arrived', { ...next(step.at), data: { ...words, from, metres } })
      }
      default:
        return whistleLine(`whistle.call_${step.kind}`, { ...next(step.at), data: words })
    }
  })
  return { call: after, lines }
}
