import type { World } from '../world-over.ts'
import type { CaseFact } from './second-opinion/facts.ts'

/** What scores are made of, as the program keeps it: of these cases, whistles or marks, by each. */
export async function readFacts(
  world: World,
  ids: readonly string[],
  about: 'case' | 'whistle' | 'mark' = 'case',
): Promise<ReadonlyMap<string, readonly CaseFact[]>> {
  const rows = await world.sql<{ subject: string; fact: CaseFact }>(
    'owner',
    `select subject, jsonb_build_object('unitId', unit_id, 'measure', measure, 'round', round, 'pending', pending,
       'points', points, 'outOf', out_of,
       'month', month, 'matter', matter, 'takenOut', taken_out, 'countsAt', extract(epoch from counts_at) / 60) as fact
     from assessment_facts where about = $2 and subject = any($1::uuid[])`,
    [ids, about],
  )
  const facts = new Map<string, CaseFact[]>(ids.map((id) => [id, []]))
  for (const { subject, fact } of rows) facts.get(subject)!.push(fact)
  return facts
}

/** Facts by month, unit, measure and round, to be compared: of one that stood in a final month, also that it did not later. */
export const byKey = (facts: readonly CaseFact[]): object =>
  Object.fromEntries(
    facts
      .map(
        ({ unitId, measure, round, ...fact }) =>
          [
            `${fact.month} ${unitId} ${measure} ${round} ${measure === 'stood' ? fact.points : ''}`,
            fact,
          ] as const,
      )
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  )
