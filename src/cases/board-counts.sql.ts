import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import { allTogether } from '../platform/kept-counts.rule.ts'
import { addToCounts, type KeptCounts } from '../platform/kept-counts.ts'
import type { Tx } from '../platform/transaction.ts'
import { boardDays, boardDone, boardResting, type OnBoard, standings } from './on-board.rule.ts'
import type { BoardCountsQuery } from './story.contract.ts'

const counts: KeptCounts<'areaId' | 'matter' | 'state'> = {
  table: 'board_counts',
  key: { matter: ['matter', 'text'], areaId: ['community_id', 'uuid'], state: ['state', 'text'] },
}
const days: KeptCounts<'areaId' | 'matter' | 'state' | 'day'> = {
  table: 'board_days',
  key: {
    areaId: ['area_id', 'uuid'],
    matter: ['matter', 'text'],
    state: ['state', 'text'],
    day: ['day', 'date'],
  },
}

/** Counts rows that left the board no longer, and those that came; throws where one leaves that was never counted. */
export async function keepBoardCounts(
  db: Kysely<Tables>,
  gone: readonly OnBoard[],
  come: readonly OnBoard[],
  dayAt: (at: Temporal.Instant) => string,
): Promise<void> {
  if (gone.length + come.length === 0) return
  const { id: districtId } = await db
    .selectFrom('areas')
    .select('id')
    .where('parent_id', 'is', null)
    .executeTakeFirstOrThrow()
  const of = { districtId, dayAt }
  await addToCounts(db, counts, [...standings(gone, -1), ...standings(come, 1)])
  await addToCounts(db, days, [...boardDays(gone, -1, of), ...boardDays(come, 1, of)])
}

/** Cases of the public board by community. */
export async function countBoardByCommunity(
  tx: Tx,
  matter = allTogether,
): Promise<{ areaId: string; open: number; done: number }[]> {
  return tx.query<{ areaId: string; open: number; done: number }>(
    'board_by_community',
    `select community_id as "areaId", coalesce(sum(value) filter (where state = 'open'), 0)::float8 as open,
       coalesce(sum(value) filter (where state = 'done'), 0)::float8 as done
     from board_counts where matter = $1 group by community_id`,
    [matter],
  )
}

/** As the index `board_due` has it, in its words: a bound list would not be known to be the same. */
const isWaiting = sql<boolean>`stage <> all (array[${sql.join(
  [...boardDone, ...boardResting].map((stage) => sql.lit(stage)),
)}])`

/** Days and moments that counts are of: local days as YYYY-MM-DD. */
export interface CountedDays {
  readonly districtId: string
  /** The first day that is counted. */
  readonly since: string
  readonly today: string
  readonly todayBegan: Temporal.Instant
  readonly now: Temporal.Instant
}

/** What came and was done from `since` on, and what is open; late is what fell due before today, or today by `now`. */
export async function countBoard(
  tx: Tx,
  { community, matter = allTogether }: BoardCountsQuery,
  { districtId, since, today, todayBegan, now }: CountedDays,
): Promise<{ accepted: number; done: number; inTime: number; open: number; late: number }> {
  const ofDays = tx.db
    .selectFrom('board_days')
    .where('area_id', '=', community ?? districtId)
    .where('matter', '=', matter)
  const lately = (state: string) => ofDays.where('state', '=', state).where('day', '>=', since).select(total)
  const open = tx.db
    .selectFrom('board_counts')
    .where('matter', '=', matter)
    .where('state', '=', 'open')
    .$if(community !== undefined, (q) => q.where('community_id', '=', community!))
    .select(total)
  const lateBefore = ofDays.where('state', '=', 'due').where('day', '<', today).select(total)
  const lateToday = tx.db
    .selectFrom('board')
    .where(isWaiting)
    .where('due_at', '>=', sql<Temporal.Instant>`${todayBegan.toString()}::timestamptz`)
    .where('due_at', '<', sql<Temporal.Instant>`${now.toString()}::timestamptz`)
    .$if(community !== undefined, (q) => q.where('community_id', '=', community!))
    .$if(matter !== allTogether, (q) => q.where('matter', '=', matter))
    .select(sql<number>`count(*)::integer`.as('total'))
  // In one statement: the follower may commit between two.
  const { rows } = await sql<Record<'accepted' | 'done' | 'inTime' | 'open' | 'before' | 'since', number>>`
    select (${lately('accepted')}) as accepted, (${lately('done')}) as done, (${lately('in_time')}) as "inTime",
      (${open}) as open, (${lateBefore}) as before, (${lateToday}) as since`.execute(tx.db)
  const { before, since: sinceMidnight, ...counted } = rows[0]!
  return { ...counted, late: before + sinceMidnight }
}

const total = sql<number>`coalesce(sum(value), 0)::integer`.as('total')
