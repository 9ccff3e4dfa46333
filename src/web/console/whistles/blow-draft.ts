import type { Point } from '../../../cases/contract.ts'
import type { BlowWhistle, Situation, WhistleRules } from '../../../cases/whistle/contract.ts'
import type { ChosenUnit } from '../case/acts/unit-select.tsx'

export interface BlowDraft {
  readonly situation: Situation | null
  readonly areaId: string | null
  readonly placeName: string
  readonly point: Point | null
  readonly units: readonly ChosenUnit[]
  readonly words: string
  /** The Party organisation in whose name it is blown; null: the desk's own. */
  readonly inNameOf: string | null
  /** Null until one was chosen: then the situation says. */
  readonly minutes: number | null
}

const MOST_UNITS = 20
const HOUR = 60
const DAY = 24 * HOUR

/** Times to be there that are offered, as far as the rules in force allow them. */
const times: readonly number[] = [
  15,
  30,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  8 * HOUR,
  DAY,
  2 * DAY,
  3 * DAY,
  7 * DAY,
  14 * DAY,
  30 * DAY,
]

type Bounds = Pick<WhistleRules, 'reportLeastMinutes' | 'reportMostMinutes'>

/** The times that are offered; where none of them fits, the bounds themselves. */
export function timesWithin({
  reportLeastMinutes: least,
  reportMostMinutes: most,
}: Bounds): readonly number[] {
  const fitting = times.filter((minutes) => minutes >= least && minutes <= most)
  return fitting.length > 0 ? fitting : [...new Set([least, most])]
}

/** The time that is chosen, or what the situation suggests: half an hour in an emergency, else two hours. */
export function minutesOf(
  { situation, minutes }: Pick<BlowDraft, 'situation' | 'minutes'>,
  rules: Bounds,
): number {
  const offered = timesWithin(rules)
  if (minutes !== null && offered.includes(minutes)) return minutes
  const wanted = situation === 'emergency' ? HOUR / 2 : 2 * HOUR
  return offered.find((one) => one >= wanted) ?? offered[offered.length - 1]!
}

export type Lacking = 'situation' | 'place' | 'units' | 'tooMany' | 'words'

/** What a draft still lacks; a case brings its own place. */
export function lackingIn(draft: BlowDraft, hasCase: boolean): readonly Lacking[] {
  const { situation, areaId, units, words } = draft
  return [
    situation === null && ('situation' as const),
    !hasCase && areaId === null && ('place' as const),
    units.length === 0 && ('units' as const),
    units.length > MOST_UNITS && ('tooMany' as const),
    (words.trim() === '' || words.length > 500) && ('words' as const),
  ].filter((lack) => lack !== false)
}

/** What is sent, once nothing lacks. */
export function bodyOf(
  draft: BlowDraft,
  caseId: string | null,
  rules: Bounds,
): Omit<BlowWhistle, 'requestId'> {
  const { situation, areaId, point, units, words, inNameOf } = draft
  return {
    situation: situation!,
    ...(caseId === null ? { areaId: areaId! } : { caseId }),
    ...(caseId === null && point !== null ? { point } : {}),
    words: words.trim(),
    unitIds: units.map(({ value }) => value),
    // A draft that was kept before it could be chosen has none.
    ...(inNameOf ? { inNameOf } : {}),
    reportMinutes: minutesOf(draft, rules),
  }
}
