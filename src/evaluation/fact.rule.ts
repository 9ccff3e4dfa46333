import type { LineData } from '../platform/journal-line.rule.ts'
import type { Because, Measure } from './contract.ts'

/** A line of a case's or whistle's story as facts are read from it. */
export interface AssessedLine {
  readonly kind: string
  readonly recordedAt: Temporal.Instant
  readonly occurredAt: Temporal.Instant
  readonly actor: string
  readonly data: LineData
}

/** How one unit did in one thing. */
export interface Fact {
  readonly unitId: string
  readonly measure: Measure
  /** 1 for the first; a later one is a later clock of the same unit in the same case. */
  readonly round: number
  readonly countsAt: Temporal.Instant
  /** Not done yet: it counts, as not in time, once `countsAt` is past. */
  readonly pending: boolean
  readonly points: number
  readonly outOf: number
  readonly because: Because
  readonly matter: string | null
  readonly dueAt: Temporal.Instant | null
  readonly doneAt: Temporal.Instant | null
}

const isAfter = (one: Temporal.Instant, other: Temporal.Instant): boolean =>
  Temporal.Instant.compare(one, other) > 0

/** How a duty with a deadline came to its end: done, called off before it was due for anybody to miss, or not at all yet. */
export interface Duty {
  readonly dueAt: Temporal.Instant | null
  readonly endedAt: Temporal.Instant | null
  /** `void` counts for nobody, `off` counts only where it was late by then. */
  readonly end: 'done' | 'off' | 'void' | null
}

type Timed = Pick<Fact, 'countsAt' | 'pending' | 'points' | 'outOf' | 'because' | 'dueAt' | 'doneAt'>

/** Whether a duty was kept in time, and when that counts; null where it does not. The deadline's own moment is in time. */
export function timed({ dueAt, endedAt, end }: Duty): Timed | null {
  if (end === 'void' || dueAt === null) return null
  const no = { countsAt: dueAt, points: 0, outOf: 1, dueAt }
  if (end === null || endedAt === null) return { ...no, pending: true, because: 'open', doneAt: null }
  const late = isAfter(endedAt, dueAt)
  if (late) return { ...no, pending: false, because: 'late', doneAt: end === 'done' ? endedAt : null }
  if (end === 'off') return null
  return {
    countsAt: endedAt,
    pending: false,
    points: 1,
    outOf: 1,
    because: 'in_time',
    dueAt,
    doneAt: endedAt,
  }
}

/** A plain answer, yes or no, at a moment. */
export const answered = (yes: boolean, at: Temporal.Instant, because: Because): Timed => ({
  countsAt: at,
  pending: false,
  points: yes ? 1 : 0,
  outOf: 1,
  because,
  dueAt: null,
  doneAt: at,
})

/** A mark out of so many. */
export const marked = (points: number, outOf: number, at: Temporal.Instant): Timed => ({
  countsAt: at,
  pending: false,
  points,
  outOf,
  because: 'marked',
  dueAt: null,
  doneAt: at,
})

/** What makes a fact one: the same unit's same measure in the same round of the same subject. */
export const keyOf = ({ unitId, measure, round }: Pick<Fact, 'unitId' | 'measure' | 'round'>): string =>
  [unitId, measure, round].join('/')
