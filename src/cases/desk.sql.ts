import { sql } from 'kysely'
import { Refusal } from '../kernel/refusal.ts'
import type { Who } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import type { Case } from './case.sql.ts'
import { toCase } from './case.sql.ts'
import type { Stage } from './contract.ts'
import { readKey } from './keyset.rule.ts'
import type { DeskQuery } from './story.contract.ts'

export type Queue = DeskQuery['queue']

/** What waits in each queue: the stages of a case that belong there. */
export const queueStages: Readonly<Record<Queue, readonly Stage[]>> = {
  screen: ['accepted'],
  dispatch: ['screened', 'returned'],
  work: ['dispatched', 'signed', 'handling', 'paused', 'listed'],
  decide: ['dispatched', 'signed', 'handling'],
  reply: ['resolved'],
  check: ['replied', 'checked'],
  open: [
    'accepted',
    'screened',
    'dispatched',
    'signed',
    'handling',
    'paused',
    'listed',
    'returned',
    'resolved',
    'replied',
    'checked',
  ],
  ended: ['closed', 'joined', 'declined', 'referred', 'withdrawn'],
}

/** The deadline that a queue is sorted by: the unit's, or before dispatch the response's. */
const dueSql = sql<Temporal.Instant>`coalesce(c.due_at, c.response_due_at)`

/** One page of a queue, what is due first on top; ended cases by the newest. */
export async function selectQueue(
  tx: Tx,
  who: Who,
  query: DeskQuery,
  now: Temporal.Instant,
): Promise<Case[]> {
  const ended = query.queue === 'ended'
  const key = query.after ? readKey(query.after) : null
  const rows = await lightOf(inQueue(tx, who, query), query, now)
    .$if(key !== null && !ended, (q) =>
      q.where(
        sql<boolean>`(coalesce(c.due_at, c.response_due_at), c.id) > (${key?.value}::timestamptz, ${key?.id}::uuid)`,
      ),
    )
    .$if(key !== null && ended, (q) => q.where('c.id', '<', key!.id))
    .$if(!ended, (q) => q.orderBy(dueSql).orderBy('c.id'))
    .$if(ended, (q) => q.orderBy('c.id', 'desc'))
    .limit(query.limit + 1)
    .execute()
  return rows.map(toCase)
}

function inQueue(tx: Tx, who: Who, query: Pick<DeskQuery, 'queue' | 'matter' | 'areaId'>) {
  return tx.db
    .selectFrom('cases as c')
    .selectAll('c')
    .where('c.stage', 'in', [...queueStages[query.queue]])
    .where(sql<boolean>`(c.reach && ${[...who.reach]}::uuid[] or c.units && ${[...who.units]}::uuid[])`)
    .$if(query.queue === 'work' && who.units.length > 0, (q) =>
      q.where((eb) =>
        eb.exists(
          eb
            .selectFrom('case_parts as p')
            .select('p.case_id')
            .whereRef('p.case_id', '=', 'c.id')
            .where('p.unit_id', 'in', [...who.units])
            .where('p.stage', 'not in', ['resolved', 'returned']),
        ),
      ),
    )
    .$if(query.queue === 'decide', (q) =>
      q.where((eb) =>
        eb.exists(
          eb
            .selectFrom('case_requests as r')
            .select('r.id')
            .whereRef('r.case_id', '=', 'c.id')
            .where('r.granted', 'is', null),
        ),
      ),
    )
    .$if(query.matter !== undefined, (q) => q.where('c.matter', '=', query.matter!))
    .$if(query.areaId !== undefined, (q) => q.where(sql<boolean>`c.path && array[${query.areaId}]::uuid[]`))
}

/** Lights are moments in a row: a light is chosen by comparing them with now. */
function lightOf<Q extends ReturnType<typeof inQueue>>(
  rows: Q,
  query: Pick<DeskQuery, 'light'>,
  now: Temporal.Instant,
): Q {
  const at = now.toString()
  if (query.light === 'none') return rows.where('c.clock_stopped', '=', true) as Q
  if (!query.light) return rows
  const running = rows.where('c.clock_stopped', '=', false)
  const due = sql`coalesce(c.due_at, c.response_due_at)`
  const yellow = sql`coalesce(c.yellow_at, c.response_due_at)`
  if (query.light === 'red') return running.where(sql<boolean>`${due} < ${at}::timestamptz`) as Q
  if (query.light === 'yellow')
    return running.where(sql<boolean>`${due} >= ${at}::timestamptz and ${yellow} <= ${at}::timestamptz`) as Q
  return running.where(sql<boolean>`${yellow} > ${at}::timestamptz`) as Q
}

/** Counted up to here: `1000` says "a thousand or more", and no count runs through a whole city. */
export const countBound = 1000

/** How many wait in a queue, with a light if one is named, up to the bound. */
export async function countQueue(
  tx: Tx,
  who: Who,
  query: Pick<DeskQuery, 'queue' | 'light'>,
  now: Temporal.Instant,
): Promise<number> {
  const bounded = lightOf(inQueue(tx, who, query), query, now)
    .clearSelect()
    .select('c.id')
    .limit(countBound)
  const row = await tx.db
    .selectFrom(bounded.as('b'))
    .select((eb) => eb.fn.countAll<number>().as('waiting'))
    .executeTakeFirstOrThrow()
  return row.waiting
}

/** Cases of the asker's own account, newest first. */
export async function selectOwn(
  tx: Tx,
  accountId: string,
  after: string | undefined,
  limit: number,
): Promise<Case[]> {
  const rows = await tx.db
    .selectFrom('cases')
    .selectAll()
    .where('account_id', '=', accountId)
    .$if(after !== undefined, (q) => q.where('id', '<', readKey(after!).id))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return rows.map(toCase)
}

/** The case with this number, if the asker may see it. */
export async function findByNumber(tx: Tx, number: string): Promise<Case> {
  const row = await tx.db.selectFrom('cases').selectAll().where('number', '=', number).executeTakeFirst()
  if (!row) throw new Refusal('not_found', { kind: 'case' })
  return toCase(row)
}

/** Kinds of the requests that wait, by case. */
export async function selectPending(tx: Tx, caseIds: readonly string[]): Promise<Map<string, string>> {
  if (caseIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('case_requests')
    .select(['case_id', 'kind'])
    .where('case_id', 'in', [...caseIds])
    .where('granted', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.case_id, row.kind]))
}
