import type { WorkCalendar } from '../kernel/calendar.ts'
import type { Allowance, Matter } from '../matters/contract.ts'
import { clockAccount, freshMoments } from './clock.rule.ts'
import type { ClockLine } from './clock-events.rule.ts'
import { responseEvents, unitEvents } from './clock-events.rule.ts'
import type { ClockEvent } from './clock-stretches.rule.ts'
import type { ClockAccount } from './contract.ts'

/**
 * The response clock of a case whose matter nobody has named yet.
 * Source: own; a district that wants another sets it when the case is screened, from the matter.
 */
export const responseBeforeScreening: Allowance = { amount: 4, unit: 'working_hour' }
const yellowBeforeScreening = 33

/** The rule a clock runs by: what it allows and when it turns yellow. */
export type ClockRule = Pick<Matter, 'response' | 'resolution' | 'yellowPercent'>

/** When the first answer is due, and when its light turns yellow. */
export const responseMoments = (
  acceptedAt: Temporal.Instant,
  matter: ClockRule | null,
  calendar: WorkCalendar,
): { readonly responseDueAt: Temporal.Instant; readonly yellowAt: Temporal.Instant } => {
  const allowance = matter?.response ?? responseBeforeScreening
  const yellowPercent = matter?.yellowPercent ?? yellowBeforeScreening
  const { dueAt, yellowAt } = freshMoments({ allowance, yellowPercent, calendar }, acceptedAt)
  return { responseDueAt: dueAt, yellowAt }
}

/** The account of the response clock, from the story. */
export const responseAccount = (
  lines: readonly ClockLine[],
  matter: ClockRule | null,
  calendar: WorkCalendar,
  now: Temporal.Instant,
): ClockAccount =>
  clockAccount({
    clock: 'response',
    allowance: matter?.response ?? responseBeforeScreening,
    yellowPercent: matter?.yellowPercent ?? yellowBeforeScreening,
    calendar,
    events: responseEvents(lines),
    now,
  })

/** The account of one unit's clock, from the story. */
export const unitAccount = (
  lines: readonly ClockLine[],
  unitId: string,
  matter: ClockRule,
  calendar: WorkCalendar,
  now: Temporal.Instant,
): ClockAccount => resolutionAccount(unitEvents(lines, unitId), matter, calendar, now)

/** The account of a resolution clock with these events. */
export const resolutionAccount = (
  events: readonly ClockEvent[],
  matter: ClockRule,
  calendar: WorkCalendar,
  now: Temporal.Instant,
): ClockAccount =>
  clockAccount({
    clock: 'resolution',
    allowance: matter.resolution,
    yellowPercent: matter.yellowPercent,
    calendar,
    events,
    now,
  })

/** The account of a clock that starts now: what a unit is told when a case is handed to it. */
export const freshAccount = (
  matter: ClockRule,
  calendar: WorkCalendar,
  startedAt: Temporal.Instant,
): ClockAccount => resolutionAccount([{ kind: 'started', at: startedAt }], matter, calendar, startedAt)

/** An account's moments as rows keep them. An open pause has no end: its light waits in the far future. */
export const momentsOf = (
  account: ClockAccount,
): { dueAt: Temporal.Instant; yellowAt: Temporal.Instant } => ({
  dueAt: Temporal.Instant.from(account.dueAt ?? farFuture),
  yellowAt: Temporal.Instant.from(account.yellowAt ?? farFuture),
})

const farFuture = '9999-12-31T00:00:00.000Z'

/** A row's deadline as anybody may read it: null while a pause without an end lasts. */
export const readDueAt = (dueAt: Temporal.Instant | null): Temporal.Instant | null =>
  dueAt?.equals(Temporal.Instant.from(farFuture)) ? null : dueAt
