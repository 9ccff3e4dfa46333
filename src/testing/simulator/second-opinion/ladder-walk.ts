import { walk } from './clock-walk.ts'
import type { MatterRow } from './clocks-of-case.ts'
import { type CaseClock, responseClock, unitClock, unitsOf } from './clocks-of-case.ts'
import type { Minutes } from './minutes.ts'
import type { Line } from './story.ts'

/** A step of the ladder, as its row stands. */
export interface StepRow {
  readonly id: string
  readonly matter: string | null
  readonly clock: string
  readonly leftPercent: number | null
  readonly overMinutes: number | null
  readonly fromDay: string
  readonly untilDay: string | null
}

/** A step that is to be said of a clock. */
export interface SaidStep {
  readonly step: string
  readonly unitId: string | null
  readonly round: number
}

export interface Rows {
  readonly matters: readonly MatterRow[]
  readonly steps: readonly StepRow[]
}

/** What must be said of a case in a round of the minute `now`: of clocks that run, and whose time has come to it. */
export function stepsDue(
  lines: readonly Line[],
  { matters, steps }: Rows,
  minutes: Minutes,
  now: number,
): SaidStep[] {
  return clocksOf(lines, matters, minutes).flatMap((clock) => {
    const { stopped, isPaused, used, allowed, extended } = walk(clock, minutes, now)
    if (stopped !== null || isPaused) return []
    const total = (allowed + extended) * 60_000
    return waitingOf(clock, lines, steps, minutes)
      .filter((step) => used * 60_000 >= usedBy(step, total))
      .map(({ id }) => ({ step: id, unitId: clock.unitId, round: clock.round }))
  })
}

/**
 * A minute before which nothing needs to be said of the case, as far as its lines go; null where nothing ever does. It may
 * be too early, and then another look finds nothing.
 */
export function nextLook(
  lines: readonly Line[],
  { matters, steps }: Rows,
  minutes: Minutes,
  now: number,
): number | null {
  const looks = clocksOf(lines, matters, minutes).flatMap((clock) => {
    const waiting = waitingOf(clock, lines, steps, minutes)
    if (waiting.length === 0) return []
    const { stopped, used, allowed, extended } = walk(clock, minutes, now)
    if (stopped !== null) return []
    const total = (allowed + extended) * 60_000
    // A clock that nothing holds up uses its minutes as they come.
    const owed = Math.min(...waiting.map((step) => Math.ceil(usedBy(step, total) / 60_000) - used))
    let look = now
    for (let counted = 0; counted < owed; look += 1)
      if (clock.unit === 'clock_hour' || minutes.isOffice(look)) counted += 1
    return [look]
  })
  return looks.length === 0 ? null : Math.min(...looks)
}

const clocksOf = (lines: readonly Line[], matters: readonly MatterRow[], minutes: Minutes): CaseClock[] => [
  responseClock(lines, matters, minutes),
  ...unitsOf(lines).map((unitId) => unitClock(lines, unitId, matters, minutes)),
]

/** The steps that hold for a clock and were not said in its present round. A matter's own take the place of the general. */
function waitingOf(
  clock: CaseClock,
  lines: readonly Line[],
  steps: readonly StepRow[],
  minutes: Minutes,
): StepRow[] {
  const day = minutes.nameOf(minutes.dayOf(clock.started))
  const matter = lines.findLast(({ kind }) => names.has(kind))?.data.matter ?? null
  const held = steps.filter(
    (step) =>
      step.clock === (clock.unitId === null ? 'response' : 'unit') &&
      step.fromDay <= day &&
      (step.untilDay === null || day < step.untilDay),
  )
  const own = held.filter((step) => matter !== null && step.matter === matter)
  const said = lines.flatMap(({ kind, data }) =>
    kind === 'case.climbed' && data.unitId === clock.unitId && data.round === clock.round ? [data.step] : [],
  )
  return (own.length > 0 ? own : held.filter((step) => step.matter === null)).filter(
    ({ id }) => !said.includes(id),
  )
}

const names: ReadonlySet<string> = new Set(['case.screened', 'case.dispatched', 'case.reopened'])

/** How many milliseconds of a clock's time must have passed: the deadline itself is still on time. */
const usedBy = ({ leftPercent, overMinutes }: StepRow, totalMs: number): number =>
  leftPercent === null
    ? totalMs + Math.max(1, overMinutes! * 60_000)
    : totalMs - Math.floor((totalMs * leftPercent) / 100)
