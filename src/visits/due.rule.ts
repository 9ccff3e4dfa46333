import type { HomeNeeds } from '../people/register/home-needs.contract.ts'
import type { VisitNeed, VisitWhy } from './contract.ts'
import type { Days } from './rules.rule.ts'

/** How long somebody whom nobody has met yet is a new arrival, in days: half a year. Source: own. */
export const arrivalDays = 180

/** What is known of visits to a home: days of the last contact in person, and of the last vain one since. */
export interface LastVisits {
  /** Met at the door, or they did not wish to speak: then they are left alone as long as if they had. */
  readonly metOn: string | null
  readonly missedOn: string | null
  readonly declinedOn: string | null
}

export interface HomePlan {
  readonly needs: readonly { readonly need: VisitNeed; readonly days: number }[]
  readonly why: VisitWhy
  /** How often, by the shortest of its needs. */
  readonly everyDays: number
  readonly dueOn: string
  readonly lastOn: string | null
  readonly missedOn: string | null
}

const plus = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString()
const later = (one: string, other: string): string => [one, other].sort().at(-1)!

interface Claim {
  readonly need: VisitNeed
  readonly days: number
  /** The need's days count from here where nobody came since. */
  readonly from: string
}

function claimsOf(home: HomeNeeds, { metOn }: LastVisits, days: Days, today: string): Claim[] {
  const claim = (need: VisitNeed, since: string): Claim => ({
    need,
    days: days[need],
    from: metOn === null ? since : later(metOn, since),
  })
  const isNew = plus(home.lastDay, arrivalDays) > today && (metOn === null || metOn < home.lastDay)
  return [
    ...home.care.map(({ kind, since }) => claim(kind, since)),
    ...(home.oldAloneSince === null ? [] : [claim('old_alone', home.oldAloneSince)]),
    ...(isNew ? [claim('new_arrival', home.lastDay)] : []),
    claim('yearly', home.firstDay),
  ]
}

/** Whether a wish is of somebody who lives there still: what people who have left said does not bind. */
export const stillBinds = (
  { saidOn }: { readonly saidOn: string },
  lived: Pick<HomeNeeds, 'firstDay'> | null,
): boolean => lived === null || saidOn >= lived.firstDay

/**
 * On which day somebody should come to a home: by that of its needs which is due first. After nobody was home, not before
 * some days later. Null where whoever lives there declined.
 */
export function planOf(home: HomeNeeds, last: LastVisits, days: Days, today: string): HomePlan | null {
  if (last.declinedOn !== null && stillBinds({ saidOn: last.declinedOn }, home)) return null
  const dated = claimsOf(home, last, days, today).map((claim) => ({
    ...claim,
    dueOn: plus(claim.from, claim.days),
  }))
  const dueOn = dated.map((claim) => claim.dueOn).sort()[0]!
  const shortest = [...dated].sort((one, other) => one.days - other.days)[0]!
  const missedOn = last.missedOn !== null && last.missedOn >= (last.metOn ?? '') ? last.missedOn : null
  return {
    needs: dated.map(({ need, days: every }) => ({ need, days: every })),
    why: whyOf(dated.map(({ need }) => need)),
    everyDays: shortest.days,
    dueOn: missedOn === null ? dueOn : later(dueOn, plus(missedOn, days.again)),
    lastOn: last.metOn,
    missedOn,
  }
}

function whyOf(needs: readonly VisitNeed[]): VisitWhy {
  if (needs.some((need) => need !== 'yearly' && need !== 'new_arrival')) return 'often'
  return needs.includes('new_arrival') ? 'arrival' : 'yearly'
}

/** Homes with a need before all others, among each the longest waiting first. */
export const inOrder = <One extends Pick<HomePlan, 'why' | 'dueOn'> & { readonly homeId: string }>(
  plans: readonly One[],
): One[] =>
  [...plans].sort(
    (a, b) =>
      Number(a.why === 'yearly') - Number(b.why === 'yearly') ||
      a.dueOn.localeCompare(b.dueOn) ||
      a.homeId.localeCompare(b.homeId),
  )
