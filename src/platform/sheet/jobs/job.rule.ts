import type { SheetJobState } from './contract.ts'

/** Who writes a list says at least so often that it goes on. */
const lostAfterSeconds = 90
/** So many hours after it was asked for a list can be taken. */
export const keptHours = 24

/** How a job stands at a moment: one of which nothing is heard any more is lost. */
export const stateOf = (
  { state, alive_at }: { readonly state: string; readonly alive_at: Temporal.Instant },
  now: Temporal.Instant,
): SheetJobState =>
  state === 'running' && now.since(alive_at).total('seconds') > lostAfterSeconds
    ? 'lost'
    : (state as SheetJobState)
