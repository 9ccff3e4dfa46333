import type { Kysely } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import type { Tx } from '../platform/transaction.ts'
import { boardDone } from './board.sql.ts'
import { allMatters } from './kept-counts.rule.ts'
import { addToCounts } from './kept-counts.sql.ts'

/** A row of the board, as far as it is counted. */
export interface OnBoard {
  readonly community_id: string
  readonly matter: string
  readonly stage: string
}

/** What a row adds to the counts of its community; `by`: 1 as it comes, -1 as it goes. */
const added = (rows: readonly OnBoard[], by: 1 | -1) =>
  rows.flatMap(({ community_id: areaId, matter, stage }) =>
    [matter, allMatters].map((each) => ({
      ...{ areaId, matter: each, by },
      state: boardDone.includes(stage) ? 'done' : 'open',
    })),
  )

/** Counts rows that left the board no longer, and those that came; throws where one leaves that was never counted. */
export const keepBoardCounts = (
  db: Kysely<Tables>,
  gone: readonly OnBoard[],
  come: readonly OnBoard[],
): Promise<void> =>
  addToCounts(
    db,
    {
      table: 'board_counts',
      key: { matter: ['matter', 'text'], areaId: ['community_id', 'uuid'], state: ['state', 'text'] },
    },
    [...added(gone, -1), ...added(come, 1)],
  )

/** Cases of the public board by community. */
export async function countBoardByCommunity(
  tx: Tx,
  matter = allMatters,
): Promise<{ areaId: string; open: number; done: number }[]> {
  return tx.query<{ areaId: string; open: number; done: number }>(
    'board_by_community',
    `select community_id as "areaId", coalesce(sum(value) filter (where state = 'open'), 0)::float8 as open,
       coalesce(sum(value) filter (where state = 'done'), 0)::float8 as done
     from board_counts where matter = $1 group by community_id`,
    [matter],
  )
}
