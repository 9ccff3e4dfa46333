import { sql } from 'kysely'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/transaction.ts'
import { type Case, toCase } from '../case.sql.ts'
import { endedStages } from '../stage.rule.ts'

/** A listed part with its case and the words of its condition. */
export interface Listed {
  readonly unitId: string
  readonly reviewOn: string
  readonly condition: string | null
  readonly found: Case
}

const listed = (tx: Tx, areaIds: readonly string[]) =>
  tx.db
    .selectFrom('case_parts as p')
    .innerJoin('cases as c', 'c.id', 'p.case_id')
    .where('p.review_on', 'is not', null)
    .where('c.stage', 'not in', [...endedStages])
    .where(sql<boolean>`c.reach && ${[...areaIds]}::uuid[]`)

/** Listed parts in these areas, the earliest review first; one more than `limit` tells of more. */
export async function selectListed(
  tx: Tx,
  areaIds: readonly string[],
  query: { readonly by: string | null; readonly after: string | undefined; readonly limit: number },
): Promise<Listed[]> {
  const [reviewOn, caseId, unitId] = query.after === undefined ? [] : readKey(query.after)
  const rows = await listed(tx, areaIds)
    .leftJoin('sealed_texts as t', 't.id', 'p.condition_id')
    .selectAll('c')
    .select(['p.unit_id as listed_unit_id', 'p.review_on as listed_review_on', 't.body as condition'])
    .$if(query.by !== null, (q) => q.where('p.review_on', '<=', query.by))
    .$if(reviewOn !== undefined, (q) =>
      q.where(
        sql<boolean>`(p.review_on, p.case_id, p.unit_id) > (${reviewOn}::date, ${caseId}::uuid, ${unitId}::uuid)`,
      ),
    )
    .orderBy('p.review_on')
    .orderBy('p.case_id')
    .orderBy('p.unit_id')
    .limit(query.limit + 1)
    .execute()
  return rows.map(({ listed_unit_id, listed_review_on, condition, ...row }) => ({
    unitId: listed_unit_id,
    reviewOn: listed_review_on!,
    condition,
    found: toCase(row),
  }))
}

export const writeKey = ({ reviewOn, found, unitId }: Listed): string =>
  [reviewOn, found.id, unitId].join('/')

function readKey(key: string): readonly string[] {
  const parts = key.split('/')
  const [day = '', ...ids] = parts
  const whole =
    /^\d{4}-\d\d-\d\d$/.test(day) && ids.length === 2 && ids.every((id) => /^[0-9a-f-]{36}$/.test(id))
  if (!whole) throw new Refusal('input_invalid', { field: 'after', rule: 'invalid' })
  return parts
}

/** How many listed parts are to be looked at by that day (YYYY-MM-DD), counted up to a bound. */
export async function countListed(
  tx: Tx,
  areaIds: readonly string[],
  by: string,
  bound: number,
): Promise<number> {
  const rows = await listed(tx, areaIds)
    .select('p.case_id')
    .where('p.review_on', '<=', by)
    .limit(bound)
    .execute()
  return rows.length
}
