import { Refusal } from '../../kernel/refusal.ts'
import type { Situation, WhistleRules } from './contract.ts'

/**
 * The limits as Linli comes, until a district announces its own. Sign within an hour, thirty minutes in an emergency;
 * the rest is own. Clock time: who is called at night is called at night.
 */
export const startingRules: WhistleRules = {
  validFrom: null,
  blowers: ['street_desk', 'community_desk'],
  firstReviewed: true,
  signMinutes: 60,
  emergencySignMinutes: 30,
  contactMinutes: 120,
  emergencyContactMinutes: 40,
  reportLeastMinutes: 15,
  reportMostMinutes: 7 * 24 * 60,
  spotMetres: 200,
  rateDays: 30,
}

/** The rules of a day, YYYY-MM-DD: the latest that count by then. */
export function rulesOn(day: string, announced: readonly WhistleRules[]): WhistleRules {
  const inForce = announced
    .filter(({ validFrom }) => validFrom !== null && validFrom <= day)
    .sort((a, b) => (a.validFrom! < b.validFrom! ? -1 : 1))
  return inForce.at(-1) ?? startingRules
}

/** The minutes that a whistle of this kind gives. Refuses `whistle_report_time` outside the bounds. */
export function minutesFor(situation: Situation, reportMinutes: number, rules: WhistleRules) {
  const { reportLeastMinutes: least, reportMostMinutes: most } = rules
  if (reportMinutes < least || reportMinutes > most)
    throw new Refusal('whistle_report_time', { field: 'reportMinutes', least, most })
  const emergency = situation === 'emergency'
  return {
    signMinutes: emergency ? rules.emergencySignMinutes : rules.signMinutes,
    contactMinutes: emergency ? rules.emergencyContactMinutes : rules.contactMinutes,
    reportMinutes,
  }
}

/** Whether the street looks at a whistle, and when: a community's first of a kind, in an emergency afterwards. */
export function reviewOf(
  blowerKind: string,
  situation: Situation,
  { firstReviewed }: WhistleRules,
  before: { readonly hadOne: boolean },
): 'none' | 'before' | 'after' {
  if (!firstReviewed || blowerKind !== 'community_desk' || before.hadOne) return 'none'
  return situation === 'emergency' ? 'after' : 'before'
}

/** Kinds of unit that are whistled, and those that are invited; nobody else is called. */
export function howCalled(unitKind: string): 'whistled' | 'invited' | null {
  if (unitKind === 'department' || unitKind === 'street_team') return 'whistled'
  return unitKind === 'property_firm' ? 'invited' : null
}
