import { sql } from 'kysely'
import type { Tx } from '../platform/transaction.ts'
import type { Measure } from './contract.ts'
import type { Tally } from './score.rule.ts'

/** What a post's facts of one measure add up to; null where it may not be said. */
export interface PostTally {
  readonly post: string
  readonly measure: Measure
  readonly tally: Tally | null
}

/** What the posts of a unit did in a month, measure by measure: by policy no sum is there that may not be said. */
export async function selectPostTallies(
  tx: Tx,
  { unitId, month }: { readonly unitId: string; readonly month: string },
): Promise<PostTally[]> {
  const rows = await tx.db
    .with('any_of', (db) =>
      db
        .selectFrom('assessment_facts')
        .select(['post', 'measure'])
        .distinct()
        .where('unit_id', '=', unitId)
        .where('month', '=', month)
        .where('post', 'is not', null),
    )
    .selectFrom('any_of as a')
    .leftJoin('post_groups as g', (join) =>
      join
        .onRef('g.post', '=', 'a.post')
        .onRef('g.measure', '=', 'a.measure')
        .on('g.unit_id', '=', unitId)
        .on('g.month', '=', month)
        .on(sql<boolean>`g.said`),
    )
    .select(['a.post', 'a.measure', 'g.facts', 'g.points', 'g.out_of'])
    .orderBy('a.post')
    .execute()
  return rows.map(({ post, facts, points, out_of: outOf, ...row }) => {
    const measure = row.measure as Measure
    const isSaid = facts !== null && points !== null && outOf !== null
    return { post: post!, measure, tally: isSaid ? { measure, facts, points, outOf } : null }
  })
}
