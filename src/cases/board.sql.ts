import { sql } from 'kysely'
import type { Key } from '../kernel/keyset.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Tx } from '../platform/transaction.ts'
import { boardDone } from './on-board.rule.ts'
import type { BoardQuery } from './story.contract.ts'

/** As the index `board_open` has it, in its words: a bound list would not be known to be the same. */
const doneList = sql.join(boardDone.map((stage) => sql.lit(stage)))
const isOpen = sql<boolean>`stage <> all (array[${doneList}])`
const isDone = sql<boolean>`stage = any (array[${doneList}])`

const columns = [
  'case_id',
  'number',
  'matter',
  'area_id',
  'summary',
  'answer',
  'stage',
  'accepted_at',
  'due_at',
  'resolved_at',
  'closed_at',
  'rating',
  'reports',
] as const

/** Where a page begins: behind this row, which lay right there (`near`) or elsewhere. */
export interface AfterOnBoard extends Key {
  readonly isNear: boolean
}

/** One page of the public board: what lies right there first, each of the two newest first. */
export async function selectBoard(tx: Tx, query: BoardQuery, after: AfterOnBoard | null) {
  const most = query.limit + 1
  const near =
    query.near === undefined || after?.isNear === false ? [] : await selectPart(tx, query, true, after, most)
  if (near.length === most) return near
  const behind = after?.isNear === true ? null : after
  return [...near, ...(await selectPart(tx, query, false, behind, most - near.length))]
}

/** The rows that lie right there, or the others: two walks of an index, where one order over both would sort them all. */
async function selectPart(
  tx: Tx,
  { near, community, matter, state }: BoardQuery,
  isNear: boolean,
  after: Key | null,
  limit: number,
) {
  const rows = await tx.db
    .selectFrom('board')
    .select(columns)
    .$if(near !== undefined, (q) => q.where('area_id', isNear ? '=' : '!=', near!))
    .$if(community !== undefined, (q) => q.where('community_id', '=', community!))
    .$if(matter !== undefined, (q) => q.where('matter', '=', matter!))
    .$if(state === 'done', (q) => q.where(isDone))
    .$if(state === 'open', (q) => q.where(isOpen))
    .$if(after !== null, (q) =>
      q.where(sql<boolean>`(accepted_at, case_id) < (${after?.value}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy('accepted_at', 'desc')
    .orderBy('case_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, isNear }))
}

export type BoardRecord = Omit<Awaited<ReturnType<typeof selectBoard>>[number], 'isNear'>

export async function findOnBoard(tx: Tx, number: string): Promise<BoardRecord> {
  const row = await tx.db.selectFrom('board').select(columns).where('number', '=', number).executeTakeFirst()
  if (!row) throw new Refusal('not_found', { kind: 'case' })
  return row
}
