import type { World } from '../world-over.ts'
import type { CaseFact } from './second-opinion/facts.ts'

/** What scores are made of, as the program keeps it: of these cases, by case. */
export async function readFacts(
  world: World,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly CaseFact[]>> {
  const rows = await world.sql<{ subject: string; fact: CaseFact }>(
    'reader',
    `select subject, jsonb_build_object('unitId', unit_id, 'measure', measure, 'round', round, 'pending', pending,
       'points', points, 'outOf', out_of,
       'month', month, 'matter', matter, 'takenOut', taken_out, 'countsAt', extract(epoch from counts_at) / 60) as fact
     from assessment_facts where about = 'case' and subject = any($1::uuid[])`,
    [caseIds],
  )
  const facts = new Map<string, CaseFact[]>(caseIds.map((id) => [id, []]))
  for (const { subject, fact } of rows) facts.get(subject)!.push(fact)
  return facts
}

/** Facts by unit, measure and round, to be compared. */
export const byKey = (facts: readonly CaseFact[]): object =>
  Object.fromEntries(
    facts
      .map(({ unitId, measure, round, ...fact }) => [`${unitId} ${measure} ${round}`, fact] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  )
