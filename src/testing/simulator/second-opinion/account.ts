import { type Walked, walk } from './clock-walk.ts'
import type { MatterRow } from './clocks-of-case.ts'
import { answeredIn, type CaseClock, responseClock, unitClock } from './clocks-of-case.ts'
import type { Minutes } from './minutes.ts'
import type { Line, Told } from './story.ts'

/** Every clock of a case as it must be in a minute. */
export interface Clocks {
  /** When somebody first answered. */
  readonly answered: number | null
  readonly response: Drawn
  readonly units: ReadonlyMap<string, Drawn>
}

/** A clock that was walked, and what a page must say of it. */
export interface Drawn {
  readonly walked: Walked
  readonly account: Account
}

/** The account as the page of a case says it, member by member. */
export type Account = ReturnType<typeof accountOf>

export function clocksOf(
  lines: readonly Line[],
  told: Told,
  matters: readonly MatterRow[],
  minutes: Minutes,
  now: number,
): Clocks {
  const draw = (clock: CaseClock): Drawn => {
    const walked = walk(clock, minutes, now)
    return { walked, account: accountOf(clock, walked, minutes) }
  }
  return {
    answered: answeredIn(lines),
    response: draw(responseClock(lines, matters, minutes)),
    units: new Map(
      told.parts.map(({ unitId }) => [unitId, draw(unitClock(lines, unitId, matters, minutes))]),
    ),
  }
}

/** ISO 8601 to the millisecond. */
export const isoOf = (minute: number): string => isoOfMs(minute * 60_000)
export const isoOfMs = (ms: number): string =>
  Temporal.Instant.fromEpochMilliseconds(ms).toString({ smallestUnit: 'millisecond' })

function accountOf(clock: CaseClock, walked: Walked, minutes: Minutes) {
  return {
    clock: clock.clock,
    measure: walked.measure,
    startedAt: isoOf(clock.started),
    dueAt: walked.due === null ? null : isoOf(walked.due),
    yellowAt: walked.yellowMs === null ? null : isoOfMs(walked.yellowMs),
    stoppedAt: walked.stopped === null ? null : isoOf(walked.stopped),
    allowedMinutes: walked.allowed,
    usedMinutes: walked.used,
    pausedMinutes: walked.paused,
    extendedMinutes: walked.extended,
    minutesPerDay: walked.measure === 'clock' ? 1440 : minutes.usualOn(minutes.dayOf(clock.started)),
    provisional: isProvisional(clock, walked, minutes),
    light: walked.light,
    segments: walked.stretches.map(({ kind, from, to, minutes: counted }) => ({
      kind,
      fromAt: isoOf(from),
      toAt: isoOf(to),
      minutes: counted,
    })),
  }
}

/** Whether a day of the way still waits for its year's notice. No notice moves a clock that counts day and night. */
function isProvisional(clock: CaseClock, { measure, due, allowed }: Walked, minutes: Minutes): boolean {
  if (measure === 'clock') return false
  let end = due
  if (end === null) {
    end = clock.started
    for (let counted = 0; counted < allowed; end += 1) if (minutes.isOffice(end)) counted += 1
  }
  for (let day = minutes.dayOf(clock.started); day <= minutes.dayOf(end); day += 1)
    if (minutes.isOpenQuestion(day)) return true
  return false
}
