import type { CaseFact } from './facts.ts'
import type { Line } from './story.ts'

/** A month that is final, and the minute up to whose end lines count for it. */
export interface FinalMonth {
  readonly month: string
  readonly closed: number
}

/** Final months as the assessment's lines say, in the order in which they became so. */
export const finalMonths = (lines: readonly Line[]): FinalMonth[] =>
  lines.flatMap(({ kind, data, recorded }) =>
    kind === 'assessment.month_closed' ? [{ month: data.month as string, closed: recorded }] : [],
  )

/**
 * A story's facts in their months. A final month has what the lines said when it became so; what counted there counts
 * nowhere else, and what would fall into it later falls into none. Only that a case was opened again counts beside its close.
 */
export function inMonths(
  lines: readonly Line[],
  finals: readonly FinalMonth[],
  factsOf: (lines: readonly Line[]) => readonly CaseFact[],
): CaseFact[] {
  const kept: CaseFact[] = []
  const sameAs = (one: CaseFact) => (other: CaseFact) =>
    one.unitId === other.unitId &&
    one.measure === other.measure &&
    one.round === other.round &&
    (one.measure !== 'stood' || one.points === other.points)
  for (const { month, closed } of finals) {
    const known = lines.filter(({ recorded }) => recorded <= closed)
    if (known.length === 0) continue
    for (const fact of factsOf(known)) if (fact.month === month && !kept.some(sameAs(fact))) kept.push(fact)
  }
  for (const fact of factsOf(lines))
    if (!finals.some(({ month }) => month === fact.month) && !kept.some(sameAs(fact))) kept.push(fact)
  return kept
}

/** Whether a claim that was decided takes a subject out of a unit's month (考核剔除). */
export const isTakenOut = (
  lines: readonly Line[],
  { unitId, month }: Pick<CaseFact, 'unitId' | 'month'>,
  subject: string,
): boolean =>
  lines.some(
    ({ kind, data }) =>
      kind === 'assessment.claim_decided' &&
      data.unitId === unitId &&
      data.month === month &&
      (data.takenOut as readonly string[]).includes(subject),
  )

/** How a month stands on a day, YYYY-MM-DD: its claims, and whether it is final. */
export function headOf(lines: readonly Line[], month: string, today: string, objectionDays: number) {
  const last = Temporal.PlainYearMonth.from(month)
  const claimsUntil = last.toPlainDate({ day: last.daysInMonth }).add({ days: objectionDays }).toString()
  const claims = lines.filter(({ kind, data }) => kind === 'assessment.claimed' && data.month === month)
  const decided = lines
    .filter(({ kind }) => kind === 'assessment.claim_decided')
    .map(({ subject }) => subject)
  const isFinal = finalMonths(lines).some((one) => one.month === month)
  const state = isFinal ? 'final' : month >= today.slice(0, 7) ? 'running' : 'provisional'
  const openClaims = claims.filter(({ subject }) => !decided.includes(subject)).length
  const mayClose = state === 'provisional' && today > claimsUntil && openClaims === 0
  return { month, state, claimsUntil, openClaims, mayClose }
}
