import type { Tx } from '../platform/transaction.ts'
import { boardDone } from './board.sql.ts'

/** Cases of the public board by community. */
export async function countBoard(
  tx: Tx,
  matter: string | undefined,
): Promise<{ areaId: string; open: number; done: number }[]> {
  const rows = await tx.db
    .selectFrom('board')
    .select(['community_id', 'stage', (eb) => eb.fn.countAll<number>().as('cases')])
    .$if(matter !== undefined, (q) => q.where('matter', '=', matter!))
    .groupBy(['community_id', 'stage'])
    .execute()
  const counts = new Map<string, { areaId: string; open: number; done: number }>()
  for (const row of rows) {
    const count = counts.get(row.community_id) ?? { areaId: row.community_id, open: 0, done: 0 }
    count[boardDone.includes(row.stage) ? 'done' : 'open'] += Number(row.cases)
    counts.set(row.community_id, count)
  }
  return [...counts.values()]
}
