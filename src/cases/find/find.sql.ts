import type { Tx } from '../../platform/transaction.ts'
import type { Stage } from '../contract.ts'
import { type DeskLight, inStages, lightOf } from '../desk.sql.ts'

/**
 * Ids of the cases that answer a question, newest first, below `before`. The policy asks the question: what is found is
 * gathered by its index alone, and then sorted; the key's own order would look through every case.
 */
export async function findIds(
  tx: Tx,
  question: string,
  { before, limit }: { readonly before: string; readonly limit: number },
): Promise<string[]> {
  await tx.seek(question)
  const rows = await tx.query<{ case_id: string }>(
    'find_cases',
    `with found as materialized (select case_id from case_words)
     select case_id from found where case_id < $1 order by case_id desc limit $2`,
    [before, limit],
  )
  return rows.map((row) => row.case_id)
}

/** What the index does not know. */
export interface Look {
  readonly stage?: Stage | undefined
  readonly light?: DeskLight
}

/** Of these cases those that stand so now, in the same order. */
export async function lookAt(
  tx: Tx,
  ids: readonly string[],
  { stage, light }: Look,
  now: Temporal.Instant,
): Promise<string[]> {
  if (ids.length === 0) return []
  const among = tx.db
    .selectFrom('cases as c')
    .selectAll('c')
    .where('c.id', 'in', [...ids])
    .where(inStages({ queue: 'open', light, stage }))
  const rows = await lightOf(among, { light }, now).clearSelect().select('c.id').execute()
  const fit = new Set(rows.map((row) => row.id))
  return ids.filter((id) => fit.has(id))
}

/** The names of all units: a district has hundreds. */
export const allUnitNames = (tx: Tx): Promise<{ id: string; nameZh: string; nameEn: string }[]> =>
  tx.query('find_unit_names', `select id, name_zh as "nameZh", name_en as "nameEn" from units`, [])
