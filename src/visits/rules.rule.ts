import type { VisitNeed, VisitRule } from './contract.ts'

/** Days that may pass as Linli comes, until a district sets its own. Source: own. */
export const startingDays: Readonly<Record<VisitNeed, number>> = {
  living_alone: 30,
  old_alone: 30,
  child_alone: 30,
  disability: 60,
  illness: 60,
  bereaved: 60,
  pregnancy: 60,
  hardship: 90,
  other: 90,
  new_arrival: 14,
  yearly: 365,
  again: 3,
}

export type Days = Readonly<Record<VisitNeed, number>>

/** What the district set, in order of the day from which each counts. */
type Announced = readonly (Omit<VisitRule, 'validFrom'> & { readonly validFrom: string })[]

/** For each need the days that may pass on a day. */
export function daysOn(day: string, announced: Announced): Days {
  const set = announced.filter(({ validFrom }) => validFrom <= day)
  return { ...startingDays, ...Object.fromEntries(set.map(({ need, days }) => [need, days])) }
}

/** The rules that hold on a day, in the order of needs, each with the day from which on. */
export const rulesOn = (day: string, announced: Announced): VisitRule[] =>
  (Object.keys(startingDays) as VisitNeed[]).map((need) => {
    const set = announced.findLast((rule) => rule.need === need && rule.validFrom <= day)
    return set ?? { need, days: startingDays[need], validFrom: null }
  })
