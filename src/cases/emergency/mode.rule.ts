import type { Level } from './contract.ts'

/** An emergency that was declared, as rules see it. */
export interface Mode {
  readonly id: string
  readonly kind: string
  readonly drill: boolean
  readonly level: Level
  readonly areaId: string
  /** The district, and the street where it is one street's. */
  readonly path: readonly string[]
  readonly matters: readonly string[]
  /** How much of its usual time a unit gets, in per cent. */
  readonly limitPercent: number
  readonly fromAt: Temporal.Instant
  /** When it ends by itself; null is not at all. */
  readonly untilAt: Temporal.Instant | null
  readonly endedAt: Temporal.Instant | null
}

/** The first moment at which it is on no more; null while nobody knows. */
export function endOf({ untilAt, endedAt }: Pick<Mode, 'untilAt' | 'endedAt'>): Temporal.Instant | null {
  return endedAt ?? untilAt
}

/** Whether it is on: the moment says so, and not whether somebody has written down yet that it ended. */
export function isOn(mode: Pick<Mode, 'fromAt' | 'untilAt' | 'endedAt'>, at: Temporal.Instant): boolean {
  const end = endOf(mode)
  return (
    Temporal.Instant.compare(mode.fromAt, at) <= 0 && (end === null || Temporal.Instant.compare(at, end) < 0)
  )
}

/** Whether it is on somewhere in the area, or the area lies in it. */
export const touches = ({ path, areaId }: Pick<Mode, 'path' | 'areaId'>, area: readonly string[]): boolean =>
  area.includes(areaId) || path.includes(area.at(-1)!)

/** Whether a real one is on where the path leads. */
export const isEmergencyIn = (on: readonly Mode[], path: readonly string[]): boolean =>
  on.some(({ drill, areaId }) => !drill && path.includes(areaId))

/** An end as it was named, to the millisecond: no finer than its line says it. */
export const endNamed = (named: string): Temporal.Instant =>
  Temporal.Instant.from(named).round({ smallestUnit: 'millisecond', roundingMode: 'floor' })

/** So long before it ends by itself people are told, minutes. Source: own. */
const aheadMinutes = 60

/** Whether those who were called are to be told now that a real one is about to end: once for each end, and of none that is short. */
export function isEndNear(
  mode: Pick<Mode, 'fromAt' | 'untilAt' | 'endedAt' | 'drill'> & {
    readonly endToldAt: Temporal.Instant | null
  },
  now: Temporal.Instant,
): boolean {
  const { untilAt, endToldAt } = mode
  if (mode.drill || untilAt === null || !isOn(mode, now) || endToldAt?.equals(untilAt)) return false
  const aheadAt = untilAt.subtract({ minutes: aheadMinutes })
  const halfAt = untilAt.subtract({ minutes: 2 * aheadMinutes })
  return Temporal.Instant.compare(aheadAt, now) <= 0 && Temporal.Instant.compare(mode.fromAt, halfAt) <= 0
}

/** A drill lasts a day at most, so that nobody takes it for granted. */
const drillHoursMost = 24

/** What is wrong with an end that was named; null where nothing is. The whole of a drill is bounded, however often it is changed. */
export function faultOfEnd(
  untilAt: Temporal.Instant | null,
  { drill, fromAt }: Pick<Mode, 'drill' | 'fromAt'>,
  now: Temporal.Instant,
): 'missing' | 'past' | 'too_far' | null {
  if (untilAt === null) return drill ? 'missing' : null
  if (Temporal.Instant.compare(untilAt, now) <= 0) return 'past'
  const latest = fromAt.add({ hours: drillHoursMost })
  return drill && Temporal.Instant.compare(untilAt, latest) > 0 ? 'too_far' : null
}
