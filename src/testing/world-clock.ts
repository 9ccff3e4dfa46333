import type { Clock } from '../platform/clock.ts'

/** A clock that stands still until the test moves it. */
export interface SteppedClock extends Clock {
  /** ISO 8601 with an offset, as in `2026-11-18T09:00+08:00`. */
  readonly set: (at: string) => void
  /** From now on every look at it finds a millisecond more, as a real one may. */
  readonly tick: () => void
  readonly advance: (by: {
    readonly days?: number
    readonly hours?: number
    readonly minutes?: number
  }) => void
}

export function steppedClock(start: string): SteppedClock {
  let at = Temporal.Instant.from(start)
  let perLookMs = 0
  return {
    now: () => {
      at = at.add({ milliseconds: perLookMs })
      return at
    },
    tick: () => {
      perLookMs = 1
    },
    set: (next) => {
      at = Temporal.Instant.from(next)
    },
    advance: ({ days = 0, hours = 0, minutes = 0 }) => {
      at = at.add({ hours: days * 24 + hours, minutes })
    },
  }
}
