import { type WhistleBound, whistleBounds } from '../../../cases/whistle/bounds.contract.ts'
import type { AnnounceWhistleRules, WhistleRules } from '../../../cases/whistle/contract.ts'

/** The numbers as they are typed. */
export interface RulesDraft {
  readonly validFrom: string
  readonly community: boolean
  readonly firstReviewed: boolean
  readonly numbers: Readonly<Record<WhistleBound, string>>
}

export const bounds = Object.keys(whistleBounds) as readonly WhistleBound[]

/** The rules in force, to be changed from a day on. */
export const draftOf = (rules: WhistleRules, validFrom: string): RulesDraft => ({
  validFrom,
  community: rules.blowers.includes('community_desk'),
  firstReviewed: rules.firstReviewed,
  numbers: Object.fromEntries(bounds.map((bound) => [bound, String(rules[bound])])) as Record<
    WhistleBound,
    string
  >,
})

const isWithin = (bound: WhistleBound, typed: string): boolean => {
  const [least, most] = whistleBounds[bound]
  return /^\d+$/.test(typed.trim()) && Number(typed) >= least && Number(typed) <= most
}

/** Which numbers are none, or out of bounds; and the longest time where it is shorter than the shortest. */
export function wrongIn({ numbers }: Pick<RulesDraft, 'numbers'>): readonly WhistleBound[] {
  const wrong = bounds.filter((bound) => !isWithin(bound, numbers[bound]))
  const crossed = Number(numbers.reportLeastMinutes) > Number(numbers.reportMostMinutes)
  return wrong.length === 0 && crossed ? ['reportMostMinutes'] : wrong
}

/** What is announced, once nothing is wrong. */
export function rulesOf({
  validFrom,
  community,
  firstReviewed,
  numbers,
}: RulesDraft): Omit<AnnounceWhistleRules, 'requestId'> {
  const counted = Object.fromEntries(bounds.map((bound) => [bound, Number(numbers[bound])])) as Record<
    WhistleBound,
    number
  >
  // Whoever coordinates may always blow.
  return {
    validFrom,
    blowers: community ? ['street_desk', 'community_desk'] : ['street_desk'],
    firstReviewed,
    ...counted,
  }
}
