import { sql } from 'kysely'
import type { Tx } from '../../platform/transaction.ts'
import type { Stage } from '../contract.ts'

/** Where a page begins: behind this number of this source. */
export interface ReplyKey {
  readonly system: string
  readonly sourceNumber: string
}

export interface ReplyFilter {
  readonly system: string | null
  /** Cases that were replied to or closed from this moment on; all of them where null. */
  readonly since: Temporal.Instant | null
}

export interface FiledCase extends ReplyKey {
  readonly id: string
  readonly number: string
  readonly stage: Stage
  readonly matter: string | null
  readonly repliedAt: Temporal.Instant | null
  readonly closedAt: Temporal.Instant | null
}

/** The cases that came from files, as far as the filter wants them. */
const filedCases = (tx: Tx, { system, since }: ReplyFilter) =>
  tx.db
    .selectFrom('cases')
    .where('source_number', 'is not', null)
    .$if(system !== null, (query) => query.where('source_system', '=', system))
    .$if(since !== null, (query) =>
      query.where(sql<boolean>`greatest(replied_at, closed_at) >= ${since?.toString() ?? null}::timestamptz`),
    )

export async function countFiledCases(tx: Tx, filter: ReplyFilter): Promise<number> {
  const row = await filedCases(tx, filter)
    .select((eb) => eb.fn.countAll<number>().as('cases'))
    .executeTakeFirstOrThrow()
  return row.cases
}

/** A page of them in the order of source and number. */
export async function selectFiledCases(
  tx: Tx,
  filter: ReplyFilter,
  after: ReplyKey | null,
  limit: number,
): Promise<FiledCase[]> {
  const rows = await filedCases(tx, filter)
    .select(['id', 'number', 'stage', 'matter', 'replied_at', 'closed_at', 'source_system', 'source_number'])
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(source_system, source_number) > (${after?.system ?? null}, ${after?.sourceNumber ?? null})`,
      ),
    )
    .orderBy('source_system')
    .orderBy('source_number')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    stage: row.stage as Stage,
    matter: row.matter,
    repliedAt: row.replied_at,
    closedAt: row.closed_at,
    system: row.source_system!,
    sourceNumber: row.source_number!,
  }))
}
