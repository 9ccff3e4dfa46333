import { sql } from 'kysely'
import type { Tx } from '../platform/transaction.ts'
import { endedStages } from './stage.rule.ts'
import { streetDepth } from './worker-complaint.rule.ts'

/** How many cases `selectReaching` would find in any of these areas. */
export async function countReaching(tx: Tx, areaIds: readonly string[]): Promise<number> {
  const ids = [...areaIds]
  const row = await tx.db
    .selectFrom('cases')
    .select((eb) => eb.fn.countAll<number>().as('cases'))
    .where(sql<boolean>`(reach && ${ids}::uuid[]
        or cardinality(reach) = ${streetDepth} and path && ${ids}::uuid[])`)
    .where('stage', 'not in', [...endedStages])
    .where('confidential', '=', false)
    .executeTakeFirstOrThrow()
  return Number(row.cases)
}

/** The points of open cases, as far as the asker's post may read them, without a word of whose they are. */
export async function selectOpenPoints(tx: Tx): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('sealed_texts as t')
    .innerJoin('cases as c', 'c.id', 't.subject')
    .select('t.body')
    .where('t.kind', '=', 'point')
    .where('t.body', 'is not', null)
    .where('c.stage', 'not in', [...endedStages])
    .where('c.confidential', '=', false)
    .execute()
  return rows.flatMap(({ body }) => (body === null ? [] : [body]))
}
