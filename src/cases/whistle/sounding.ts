import { unitPaths } from '../../organisations/door.ts'
import { iso } from '../../platform/clock.ts'
import type { NewLine } from '../../platform/events.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { Call } from './call.sql.ts'
import { whistleLine } from './events.ts'
import type { StandingWhistle } from './whistle.sql.ts'
import { moveCall } from './whistle-stage.rule.ts'

type Minutes = Pick<StandingWhistle, 'signMinutes' | 'contactMinutes' | 'reportMinutes'>

/** The calls as they are from the moment at which the whistle sounds: each unit has its deadlines. */
export function callAll(calls: readonly Call[], minutes: Minutes, now: Temporal.Instant): Call[] {
  return calls.map((call) => ({
    ...call,
    stage: moveCall(call.stage, 'called'),
    signDueAt: now.add({ minutes: minutes.signMinutes }),
    contactDueAt: now.add({ minutes: minutes.contactMinutes }),
    reportDueAt: now.add({ minutes: minutes.reportMinutes }),
  }))
}

/** The units called with those above them: from now on they see the whistle. */
export const unitsOfCalls = (tx: Tx, calls: readonly Call[]): Promise<string[]> =>
  unitPaths(
    tx,
    calls.map(({ unitId }) => unitId),
  )

/** The line that says so, by which notices and clocks know. */
export function soundedLine(
  place: Pick<NewLine, 'chain' | 'subject' | 'seq' | 'occurredAt'>,
  called: readonly Call[],
): NewLine {
  const [first] = called
  return whistleLine('whistle.sounded', {
    ...place,
    data: {
      signDueAt: iso(first!.signDueAt!),
      contactDueAt: iso(first!.contactDueAt!),
      reportDueAt: iso(first!.reportDueAt!),
      unitIds: called.map(({ unitId }) => unitId),
    },
  })
}
