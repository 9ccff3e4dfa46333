import type { Light, Stage } from '../contract.ts'

/** What a wall tells open cases apart by: a light, or that nobody can hurry it. */
export type OpenLight = Light | 'stopped'

/** What of a case's row says which light it shows. */
export interface Lit {
  readonly stage: Stage
  readonly leadUnitId: string | null
  readonly dueAt: Temporal.Instant | null
  readonly responseDueAt: Temporal.Instant
  readonly yellowAt: Temporal.Instant | null
  readonly respondedAt: Temporal.Instant | null
  readonly clockStopped: boolean
  /** The lead unit has done its part; others have not. */
  readonly leadIsDone: boolean
}

/** A light with what time alone makes of it. */
export interface LightNow {
  readonly light: OpenLight
  /** The first moment at which it is another light; null where it stays. */
  readonly turnsAt: Temporal.Instant | null
  /** The first moment at which it is red; null where it is, or never will be by time alone. */
  readonly redAt: Temporal.Instant | null
}

const resting: ReadonlySet<Stage> = new Set(['paused', 'listed'])
const counting: ReadonlySet<Stage> = new Set(['accepted', 'screened', 'dispatched', 'signed', 'handling'])

/** The light of an open case's row, as the desk's list chooses it (`../desk.sql.ts`), and when it turns. */
export function lightNow(row: Lit, now: Temporal.Instant): LightNow {
  if (resting.has(row.stage)) return { light: 'none', turnsAt: null, redAt: null }
  if (!counting.has(row.stage) || isStill(row)) return { light: 'stopped', turnsAt: null, redAt: null }
  const dueAt = (row.leadUnitId && row.dueAt) || row.responseDueAt
  // A deadline is kept to its very moment; rows hold microseconds.
  const redAt = dueAt.add({ microseconds: 1 })
  if (!isBefore(now, redAt)) return { light: 'red', turnsAt: null, redAt: null }
  const yellowAt = row.yellowAt ?? row.responseDueAt
  return isBefore(now, yellowAt)
    ? { light: 'green', turnsAt: isBefore(yellowAt, redAt) ? yellowAt : redAt, redAt }
    : { light: 'yellow', turnsAt: redAt, redAt }
}

const isStill = ({ leadUnitId, respondedAt, clockStopped, leadIsDone }: Lit): boolean =>
  leadUnitId === null ? respondedAt !== null : clockStopped || leadIsDone

const isBefore = (one: Temporal.Instant, other: Temporal.Instant): boolean =>
  Temporal.Instant.compare(one, other) < 0
