import { sql } from 'kysely'
import { readKey } from '../kernel/keyset.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Tx } from '../platform/transaction.ts'
import type { BoardQuery } from './story.contract.ts'

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

/** One page of the public board, newest first. */
export async function selectBoard(tx: Tx, query: BoardQuery) {
  const key = query.after ? readKey(query.after) : null
  return tx.db
    .selectFrom('board')
    .select(columns)
    .$if(query.community !== undefined, (q) => q.where('community_id', '=', query.community!))
    .$if(query.matter !== undefined, (q) => q.where('matter', '=', query.matter!))
    .$if(query.state === 'done', (q) => q.where('stage', 'in', [...boardDone]))
    .$if(query.state === 'open', (q) => q.where('stage', 'not in', [...boardDone]))
    .$if(key !== null, (q) =>
      q.where(sql<boolean>`(accepted_at, case_id) < (${key?.value}::timestamptz, ${key?.id}::uuid)`),
    )
    .orderBy('accepted_at', 'desc')
    .orderBy('case_id', 'desc')
    .limit(query.limit + 1)
    .execute()
}

export type BoardRecord = Awaited<ReturnType<typeof selectBoard>>[number]

export async function findOnBoard(tx: Tx, number: string): Promise<BoardRecord> {
  const row = await tx.db.selectFrom('board').select(columns).where('number', '=', number).executeTakeFirst()
  if (!row) throw new Refusal('not_found', { kind: 'case' })
  return row
}
