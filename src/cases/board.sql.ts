import { type RawBuilder, sql } from 'kysely'
import type { Key } from '../kernel/keyset.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Tx } from '../platform/transaction.ts'
import type { BoardCountsQuery, BoardQuery } from './story.contract.ts'

/** Stages in which the public reads that it was done. */
export const boardDone: readonly string[] = ['resolved', 'replied', 'checked', 'closed']

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
export async function selectBoard(
  tx: Tx,
  { near, community, matter, state, limit }: BoardQuery,
  after: AfterOnBoard | null,
) {
  const isNear = near === undefined ? sql<boolean>`false` : sql<boolean>`area_id = ${near}::uuid`
  return tx.db
    .selectFrom('board')
    .select(columns)
    .select(isNear.as('isNear'))
    .$if(community !== undefined, (q) => q.where('community_id', '=', community!))
    .$if(matter !== undefined, (q) => q.where('matter', '=', matter!))
    .$if(state === 'done', (q) => q.where('stage', 'in', [...boardDone]))
    .$if(state === 'open', (q) => q.where('stage', 'not in', [...boardDone]))
    .$if(after !== null, (q) =>
      q.where(
        sql<boolean>`(${isNear}, accepted_at, case_id)
          < (${after?.isNear}::boolean, ${after?.value}::timestamptz, ${after?.id}::uuid)`,
      ),
    )
    .$if(near !== undefined, (q) => q.orderBy(isNear, 'desc'))
    .orderBy('accepted_at', 'desc')
    .orderBy('case_id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** Counts of the board: what came and was done from `since` on, and what is open at `now`. */
export async function countBoard(
  tx: Tx,
  { community, matter }: BoardCountsQuery,
  { since, now }: { readonly since: Temporal.Instant; readonly now: Temporal.Instant },
) {
  const isDone = sql`stage = any(${[...boardDone]}::text[])`
  const count = (condition: RawBuilder<unknown>) => sql<number>`count(*) filter (where ${condition})::integer`
  return tx.db
    .selectFrom('board')
    .select([
      count(sql`accepted_at >= ${since.toString()}::timestamptz`).as('accepted'),
      count(sql`${isDone} and resolved_at >= ${since.toString()}::timestamptz`).as('done'),
      count(
        sql`${isDone} and resolved_at >= ${since.toString()}::timestamptz
          and (due_at is null or resolved_at <= due_at)`,
      ).as('inTime'),
      count(sql`not ${isDone}`).as('open'),
      count(
        sql`not ${isDone} and stage not in ('paused', 'listed') and due_at < ${now.toString()}::timestamptz`,
      ).as('late'),
    ])
    .$if(community !== undefined, (q) => q.where('community_id', '=', community!))
    .$if(matter !== undefined, (q) => q.where('matter', '=', matter!))
    .executeTakeFirstOrThrow()
}

export type BoardRecord = Omit<Awaited<ReturnType<typeof selectBoard>>[number], 'isNear'>

export async function findOnBoard(tx: Tx, number: string): Promise<BoardRecord> {
  const row = await tx.db.selectFrom('board').select(columns).where('number', '=', number).executeTakeFirst()
  if (!row) throw new Refusal('not_found', { kind: 'case' })
  return row
}
