import { type AssessedLine, type Fact, keyOf } from './fact.rule.ts'

/** A month that is final, and the moment up to which lines count for it. */
export interface ClosedMonth {
  /** YYYY-MM. */
  readonly month: string
  readonly closedAt: Temporal.Instant
}

/** A fact in its month. */
export interface DatedFact extends Fact {
  readonly month: string
}

export const monthOfDay = (day: string): string => day.slice(0, 7)
export const firstDay = (month: string): string => `${month}-01`

/** The last day on which a month's claims are filed: so many days after its end. */
export const claimsUntil = (month: string, objectionDays: number): string =>
  Temporal.PlainDate.from(firstDay(month))
    .add({ months: 1 })
    .subtract({ days: 1 })
    .add({ days: objectionDays })
    .toString()

/** How far a month is, on a day: running, provisional while it may still be objected to and decided, final. */
export function stateOfMonth(month: string, today: string, isClosed: boolean): MonthState {
  if (isClosed) return 'final'
  return month >= monthOfDay(today) ? 'running' : 'provisional'
}
type MonthState = 'running' | 'provisional' | 'final'

/**
 * A story's facts in their months. A final month has what its story said when it became final; what counted there does
 * not count again, and what would count there now came too late. Only that a case was reopened counts beside its close.
 */
export function factsByMonth<Line extends Pick<AssessedLine, 'recordedAt'>>(
  story: readonly Line[],
  closed: readonly ClosedMonth[],
  factsOf: (story: readonly Line[]) => readonly Fact[],
  monthOf: (at: Temporal.Instant) => string,
): DatedFact[] {
  const kept: DatedFact[] = []
  const counted = new Set<string>()
  const take = (facts: readonly Fact[], fits: (month: string) => boolean) => {
    for (const fact of facts) {
      const month = monthOf(fact.countsAt)
      const key = fact.measure === 'stood' ? `${keyOf(fact)}/${fact.points}` : keyOf(fact)
      if (!fits(month) || counted.has(key)) continue
      counted.add(key)
      kept.push({ ...fact, month })
    }
  }
  const inOrder = [...closed].sort((a, b) => Temporal.Instant.compare(a.closedAt, b.closedAt))
  for (const { month, closedAt } of inOrder) {
    const known = story.filter(({ recordedAt }) => Temporal.Instant.compare(recordedAt, closedAt) <= 0)
    if (known.length > 0) take(factsOf(known), (its) => its === month)
  }
  const months = new Set(closed.map(({ month }) => month))
  take(factsOf(story), (its) => !months.has(its))
  return kept
}
