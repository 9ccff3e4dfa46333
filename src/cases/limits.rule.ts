import { Refusal } from '../kernel/refusal.ts'
import type { ClockLimits } from '../matters/limits.contract.ts'
import type { RequestCase } from './acts.contract.ts'
import { type ClockLine, handsTo } from './clock-events.rule.ts'

/** What was granted to a unit since the case was handed to it, the last time. */
export interface Granted {
  readonly extensions: number
  readonly extensionDays: number
  readonly pauses: number
}

/** What a unit was granted in its present round: a fresh clock begins with nothing used. From the story alone. */
export function grantedTo(story: readonly ClockLine[], unitId: string): Granted {
  const begun = story.findLastIndex((line) => handsTo(line, unitId))
  const round = story.slice(Math.max(begun, 0)).filter(({ data }) => data.unitId === unitId)
  const asked = new Map(
    round.filter(({ kind }) => kind === 'case.requested').map(({ data }) => [data.requestId, data]),
  )
  const granted = round.filter(({ kind, data }) => kind === 'case.request_decided' && data.granted === true)
  const of = (kind: string) => granted.filter(({ data }) => data.kind === kind)
  const days = of('extension').map(({ data }) => Number(asked.get(data.requestId)?.days ?? 0))
  return {
    extensions: days.length,
    extensionDays: days.reduce((sum, count) => sum + count, 0),
    pauses: of('pause').length,
  }
}

/** What a matter allows, and how much of it a unit may still ask for. */
export interface Room {
  readonly most: ClockLimits
  /** A pause and a listing are each measured by themselves: their days are not used up. */
  readonly left: ClockLimits
}

export function roomFor(most: ClockLimits, granted: Granted): Room {
  const rest = (allowed: number, used: number) => Math.max(0, allowed - used)
  return {
    most,
    left: {
      extensions: rest(most.extensions, granted.extensions),
      extensionDays: rest(most.extensionDays, granted.extensionDays),
      pauses: rest(most.pauses, granted.pauses),
      pauseDays: most.pauseDays,
      listingDays: most.listingDays,
    },
  }
}

export type Measured = Pick<RequestCase, 'kind'> & {
  readonly days: number | null
  readonly reviewOn: string | null
}

/**
 * Refuses what is beyond the limits of its matter with `case_limit_reached`: which limit, what it allows, and what is
 * left of it. `today` is YYYY-MM-DD, local.
 */
export function mustFit(asked: Measured, { most, left }: Room, today: string): void {
  const refuse = (limit: keyof ClockLimits): never => {
    throw new Refusal('case_limit_reached', { limit, most: most[limit], left: left[limit] })
  }
  if (asked.kind === 'extension') {
    if (left.extensions === 0) refuse('extensions')
    if (asked.days! > left.extensionDays) refuse('extensionDays')
  }
  if (asked.kind === 'pause') {
    if (left.pauses === 0) refuse('pauses')
    if (asked.days! > left.pauseDays) refuse('pauseDays')
  }
  if (asked.kind === 'listing' && asked.reviewOn! > latestReview(most, today)) refuse('listingDays')
}

/** The last day (YYYY-MM-DD) on which a listing that is granted `today` may be looked at again. */
export const latestReview = ({ listingDays }: Pick<ClockLimits, 'listingDays'>, today: string): string =>
  Temporal.PlainDate.from(today).add({ days: listingDays }).toString()
