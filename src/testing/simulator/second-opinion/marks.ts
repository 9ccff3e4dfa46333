import type { CaseFact } from './facts.ts'
import type { Minutes } from './minutes.ts'
import type { FinalMonth } from './months.ts'
import type { Line } from './story.ts'

/**
 * What streets and communities say of departments, by what each mark is of: the case in which a unit assisted, or of
 * support the mark itself. A confidential case says nothing; of a final month by what it was when that became final.
 */
export function markFactsOf(
  lines: readonly Line[],
  storyOf: (caseId: string) => readonly Line[],
  finals: readonly FinalMonth[],
  minutes: Minutes,
): ReadonlyMap<string, readonly CaseFact[]> {
  const facts = new Map<string, CaseFact[]>()
  for (const { kind, subject, occurred, data } of lines) {
    if (kind !== 'assessment.marked') continue
    const month = minutes.nameOf(minutes.dayOf(occurred)).slice(0, 7)
    const of = data.kind === 'support' ? subject : (data.caseId as string)
    const its = facts.get(of) ?? []
    facts.set(of, its)
    const closed = finals.find((one) => one.month === month)?.closed ?? Number.POSITIVE_INFINITY
    if (data.kind === 'assist' && isConfidential(storyOf(of), closed)) continue
    its.push({
      unitId: data.unitId as string,
      measure: data.kind === 'support' ? 'support_mark' : 'assist_mark',
      round: 1,
      countsAt: occurred,
      pending: false,
      points: sum(data.kind === 'support' ? [data.support] : [data.promptness, data.result, data.attitude]),
      outOf: data.kind === 'support' ? 5 : 15,
      month,
      matter: null,
      takenOut: false,
    })
  }
  return facts
}

const isConfidential = (story: readonly Line[], until: number): boolean =>
  story.findLast(({ kind, recorded }) => kind === 'case.screened' && recorded <= until)?.data.confidential ===
  true

const sum = (points: readonly unknown[]): number =>
  points.reduce<number>((all, one) => all + (one as number), 0)
