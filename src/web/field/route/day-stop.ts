import type { Light } from '../../../cases/contract.ts'
import type { FieldRow } from '../../../cases/field-day.contract.ts'
import type { FieldRounds } from '../../../rounds/contract.ts'
import type { DueHome, FieldVisits } from '../../../visits/contract.ts'
import type { Stop } from './route.rule.ts'

/** A stop of the day's walk that is a case: what its card shows comes along. */
export interface CaseStop extends Stop {
  readonly kind: 'case'
  readonly row: FieldRow
}

/** A building with homes to come to: who is there already knocks at all of them. */
export interface VisitStop extends Stop {
  readonly kind: 'visit'
  readonly homes: readonly [DueHome, ...DueHome[]]
}

/** An estate, or a building that stands alone, which is due for a round. */
export interface RoundStop extends Stop {
  readonly kind: 'round'
  readonly estate: FieldRounds['estates'][number]
}

export type DayStop = CaseStop | VisitStop | RoundStop
export const stopKinds = ['case', 'visit', 'round'] as const

/** Only a clock that runs has a light. */
export const lightOf = (stop: DayStop): Light =>
  stop.kind === 'case' && stop.row.running ? stop.row.light : 'none'

/** Whether its point is only near it; what a phone kept from an earlier release has none. */
export function isAbout(stop: DayStop): boolean {
  const spot =
    stop.kind === 'case' ? stop.row.spot : stop.kind === 'visit' ? stop.homes[0].spot : stop.estate.spot
  return spot?.exact === false
}

/** The reader's own steps as stops. A clock that rests hurries nobody. */
export const caseStops = (rows: readonly FieldRow[], titleOf: (row: FieldRow) => string): CaseStop[] =>
  rows
    .filter(({ next }) => next !== null)
    .map((row) => ({
      id: row.id,
      kind: 'case',
      point: row.spot?.at ?? null,
      dueAt: row.running ? row.dueAt : null,
      title: titleOf(row),
      to: `/case/${row.id}`,
      row,
    }))

/**
 * Homes to come to as stops, one a building. A day of the plan is none of the law's: it hurries nobody, and what is on the way
 * is taken on the way.
 */
export function visitStops(
  { grids }: FieldVisits,
  titleOf: (home: DueHome, homes: number) => string,
): VisitStop[] {
  const buildings = new Map<string, [DueHome, ...DueHome[]]>()
  for (const home of grids.flatMap(({ rows }) => rows)) {
    const here = buildings.get(home.place.buildingId)
    if (here) here.push(home)
    else buildings.set(home.place.buildingId, [home])
  }
  return [...buildings].map(([id, homes]) => ({
    id,
    kind: 'visit',
    point: homes[0].spot?.at ?? null,
    dueAt: null,
    title: titleOf(homes[0], homes.length),
    to: homes.length === 1 ? `/visits/${homes[0].homeId}` : '/visits',
    homes,
  }))
}

/** Estates that are due for a round, but those whose round has ended on this phone and waits for signal. */
export const roundStops = (
  { estates }: FieldRounds,
  titleOf: (estate: RoundStop['estate']) => string,
  walked: readonly unknown[],
): RoundStop[] =>
  estates
    .filter(({ isDue, place }) => isDue && !walked.includes(place.id))
    .map((estate) => ({
      id: estate.place.id,
      kind: 'round',
      point: estate.spot?.at ?? null,
      dueAt: null,
      title: titleOf(estate),
      to: `/rounds/${estate.place.id}`,
      estate,
    }))

/** How much of each kind there is: cases, homes, estates. */
export const countOf = (stops: readonly DayStop[], kind: DayStop['kind']): number =>
  stops.reduce(
    (sum, stop) => (stop.kind !== kind ? sum : sum + (stop.kind === 'visit' ? stop.homes.length : 1)),
    0,
  )
