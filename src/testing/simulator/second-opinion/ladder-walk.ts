import { isoOf } from './account.ts'
import { walk } from './clock-walk.ts'
import type { MatterRow } from './clocks-of-case.ts'
import { type CaseClock, responseClock, unitClock, unitsOf } from './clocks-of-case.ts'
import type { Minutes } from './minutes.ts'
import type { Line, Told } from './story.ts'

/** A step of the ladder, as its row stands. */
export interface StepRow {
  readonly id: string
  readonly matter: string | null
  readonly clock: string
  readonly audience: string
  readonly leftPercent: number | null
  readonly overMinutes: number | null
  readonly fromDay: string
  readonly untilDay: string | null
}

export interface Rows {
  readonly matters: readonly MatterRow[]
  readonly steps: readonly StepRow[]
}

/** What must be said of a case in a round of the minute `now`, in words that `wordsOf` has for its lines. */
export function dueInRound(
  lines: readonly Line[],
  told: Told,
  rows: Rows,
  minutes: Minutes,
  now: number,
): string[] {
  return [...stepsDue(lines, rows, minutes, now), ...overdue(told, now)].sort()
}

/** What the program has said in a round. */
export const wordsOf = (lines: readonly Line[]): string[] =>
  lines
    .flatMap(({ kind, data }) => {
      if (kind === 'case.instruction_overdue')
        return [inWords('instruction', data.instructionId, data.unitId, data.audience, data.dueAt)]
      const { step, unitId, round, audience, dueAt } = data
      return kind === 'case.climbed' ? [inWords('step', step, unitId, round, data.kind, audience, dueAt)] : []
    })
    .sort()

const inWords = (...said: readonly unknown[]): string => said.map(String).join(' ')

/** Of clocks that run, and whose time has come to a step. */
const stepsDue = (
  lines: readonly Line[],
  { matters, steps }: Rows,
  minutes: Minutes,
  now: number,
): string[] =>
  clocksOf(lines, matters, minutes).flatMap((clock) => {
    const { stopped, isPaused, used, allowed, extended, due } = walk(clock, minutes, now)
    if (stopped !== null || isPaused) return []
    const total = (allowed + extended) * 60_000
    const dueAt = due === null ? null : isoOf(due)
    return waitingOf(clock, lines, steps, minutes)
      .filter((step) => used * 60_000 >= usedBy(step, total))
      .map(({ id, leftPercent, audience }) => {
        // While there is time it is a reminder; whoever hears after the deadline is to press.
        const kind = leftPercent === null ? 'press' : 'remind'
        return inWords('step', id, clock.unitId, clock.round, kind, audience, dueAt)
      })
  })

/**
 * Instructions whose time is out, once, while the unit still owes its part: the district hears of a street's, and the
 * unit's head of the district's own.
 */
const overdue = ({ instructions, parts }: Told, now: number): string[] =>
  [...instructions].flatMap(([id, { unitId, giver, due, pressed }]) => {
    const part = parts.find((one) => one.unitId === unitId)
    const owes = part !== undefined && part.stage !== 'resolved' && part.stage !== 'returned'
    const audience = giver === 'street' ? 'district' : 'unit_head'
    return owes && !pressed && due < now ? [inWords('instruction', id, unitId, audience, isoOf(due))] : []
  })

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
