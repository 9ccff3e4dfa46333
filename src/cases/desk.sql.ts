import { type RawBuilder, sql } from 'kysely'
import { type Key, readKey, writeKey } from '../kernel/keyset.ts'
import { Refusal } from '../kernel/refusal.ts'
import { iso } from '../platform/clock.ts'
import type { Who } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import type { Case } from './case.sql.ts'
import { toCase } from './case.sql.ts'
import type { Stage } from './contract.ts'
import { firstBy } from './emergency/first.rule.ts'
import { byId, firstThenRest } from './emergency/first.sql.ts'
import type { Mode } from './emergency/mode.rule.ts'
import { queueStages } from './queues.contract.ts'
import type { DeskQuery } from './story.contract.ts'

/** The deadline that counts: the lead unit's, or before dispatch the response's. */
const dueSql = sql<Temporal.Instant>`coalesce(case when c.lead_unit_id is not null then c.due_at end, c.response_due_at)`

/** That clock stands still: somebody answered, the unit is done, or it was paused. */
const stillSql = sql<boolean>`(case when c.lead_unit_id is null then c.responded_at is not null else c.clock_stopped end)`

/**
 * What is due first on top, and below it what nobody can hurry: an answered case must not stand above one that is
 * overdue. The index `cases_open_order` has it in these words; `dueKey` says the same of a row that was read.
 */
export const dueOrder = { stillSql, dueSql } as const
export const afterDueKey = ({ second, value, id }: Key) =>
  sql<boolean>`(${stillSql}, ${dueSql}, c.id) > (${second ?? false}::boolean, ${value}::timestamptz, ${id}::uuid)`

const dueOf = (row: Case): Temporal.Instant => (row.leadUnitId && row.dueAt) || row.responseDueAt
const isStill = (row: Case): boolean => (row.leadUnitId ? row.clockStopped : row.respondedAt !== null)

/** The same order, of rows that were read. */
export const byDue = (one: Case, other: Case): number =>
  Number(isStill(one)) - Number(isStill(other)) ||
  Temporal.Instant.compare(dueOf(one), dueOf(other)) ||
  byId(one, other)

export const dueKey = (row: Case, on: readonly Mode[]): string =>
  writeKey({
    first: firstBy(row, on) !== null,
    value: iso(dueOf(row)),
    id: row.id,
    second: isStill(row),
    by: on.map(({ id }) => id),
  })

/**
 * One page of a queue, what is due first on top unless it is asked for otherwise, and above it what the emergencies that are
 * on put first; ended cases by the newest.
 */
export async function selectQueue(
  tx: Tx,
  who: Who,
  query: DeskQuery & Pick<Narrowed, 'arbitrates'>,
  now: Temporal.Instant,
  on: readonly Mode[] = [],
): Promise<Case[]> {
  const order = query.queue === 'ended' && query.sort !== 'oldest' ? 'newest' : (query.sort ?? 'due')
  const key = query.after ? readKey(query.after) : null
  const narrowed = lightOf(inQueue(tx, who, query), query, now)
  if (order !== 'due') {
    const rows = await narrowed
      .$if(key !== null, (q) => q.where('c.id', order === 'newest' ? '<' : '>', key!.id))
      .orderBy('c.id', order === 'newest' ? 'desc' : 'asc')
      .limit(query.limit + 1)
      .execute()
    return rows.map(toCase)
  }
  const select = async (chosen: RawBuilder<boolean> | null, after: Key | null, limit: number) => {
    const rows = await narrowed
      .$if(chosen !== null, (q) => q.where(chosen!))
      .$if(after !== null, (q) => q.where(afterDueKey(after!)))
      .orderBy(stillSql)
      .orderBy(dueSql)
      .orderBy('c.id')
      .limit(limit)
      .execute()
    return rows.map(toCase)
  }
  return firstThenRest(on, key, query.limit + 1, select, byDue)
}

/** What narrows a queue. */
export type Narrowed = Pick<
  DeskQuery,
  'queue' | 'matter' | 'areaId' | 'unitId' | 'stage' | 'again' | 'plain' | 'light'
> & {
  /** False leaves confidential cases out. */
  readonly confidential?: false
  /** False leaves practice out. */
  readonly drill?: false
  /** Whether the asker decides disputes too: to whoever does not, a return for the centre waits for nothing. */
  readonly arbitrates?: boolean
}

/** Cases for whose requests somebody waits: few of all that are open. */
const waiting = (tx: Tx, { arbitrates }: Narrowed) =>
  tx.db
    .selectFrom('case_requests as r')
    .select('r.case_id')
    // As the index `case_requests_pending` has it.
    .where('r.decided_at', 'is', null)
    .$if(arbitrates !== true, (q) => q.where('r.arbitration', '=', false))

type Ids = ReturnType<typeof waiting>
const within = (ids: Ids): RawBuilder<boolean> => sql<boolean>`c.id in (${ids})`
/** To count them they are gathered first: a count has no order to walk, and would look at all that is open. */
const gathered = (ids: Ids): RawBuilder<boolean> => sql<boolean>`c.id = any(array(${ids}))`

function inQueue(tx: Tx, who: Who, query: Narrowed, among: (ids: Ids) => RawBuilder<boolean> = within) {
  return tx.db
    .selectFrom('cases as c')
    .selectAll('c')
    .where(inStages(query))
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
    .$if(query.queue === 'decide', (q) => q.where(among(waiting(tx, query))))
    .$if(query.matter !== undefined, (q) => q.where('c.matter', '=', query.matter!))
    .$if(query.unitId !== undefined, (q) => q.where('c.lead_unit_id', '=', query.unitId!))
    .$if(query.again === true, (q) => q.where('c.reopened', '>', 0))
    .$if(query.plain === true, (q) => q.where('c.confidential', '=', false).where('c.drill_id', 'is', null))
    .$if(query.confidential === false, (q) => q.where('c.confidential', '=', false))
    .$if(query.drill === false, (q) => q.where('c.drill_id', 'is', null))
    .$if(query.areaId !== undefined, (q) => {
      const lies = query.plain === true ? sql.ref('c.reach') : sql.ref('c.path')
      // As a case and not plainly: overlapping arrays are taken for rare, and the list's order would not be walked.
      return q.where(
        sql<boolean>`case when ${lies} && array[${query.areaId}]::uuid[] then true else false end`,
      )
    })
}

/**
 * The stages of a queue, of those that a light is chosen among, and of what was asked for: named once, since each further
 * list of stages is taken for one that makes the rows rarer, and the list's order would not be walked.
 */
export function inStages({
  queue,
  light,
  stage,
}: Pick<Narrowed, 'queue' | 'light' | 'stage'>): RawBuilder<boolean> {
  const lit = light === undefined ? null : stagesOfLight[light]
  const stages = queueStages[queue].filter(
    (each) => (lit === null || lit.includes(each)) && (stage === undefined || each === stage),
  )
  return stages.length === 0 ? sql<boolean>`false` : sql<boolean>`c.stage in (${sql.join(stages)})`
}

const counting: readonly Stage[] = ['accepted', 'screened', 'dispatched', 'signed', 'handling']
const resting: readonly Stage[] = ['paused', 'listed']
const stagesOfLight: Readonly<Record<NonNullable<DeskLight>, readonly Stage[]>> = {
  red: counting,
  yellow: counting,
  green: counting,
  none: resting,
  stopped: queueStages.open.filter((stage) => !resting.includes(stage)),
}

/** The clock of the account runs: the lead unit's until that unit has resolved its part, or the response's until somebody answered. */
const runs = sql<boolean>`not ${stillSql} and not exists (select from case_parts l
  where l.case_id = c.id and l.unit_id = c.lead_unit_id and l.stage = 'resolved')`

/**
 * A light chooses among clocks that run by comparing the row's moments with now; `none` are the clocks that rest.
 * A clock that has stopped keeps its light in its account, but nobody can hurry it: no light chooses it.
 */
export function lightOf<Q extends ReturnType<typeof inQueue>>(
  rows: Q,
  query: { readonly light?: DeskLight },
  now: Temporal.Instant,
): Q {
  if (!query.light) return rows
  if (query.light === 'none') return rows
  if (query.light === 'stopped')
    return rows.where(({ not, and, eb }) => not(and([eb('c.stage', 'in', counting), runs]))) as Q
  const at = sql`${now.toString()}::timestamptz`
  const running = rows.where(runs)
  if (query.light === 'red') return running.where(sql<boolean>`${dueSql} < ${at}`) as Q
  const yellow = sql`coalesce(c.yellow_at, c.response_due_at)`
  const inTime = running.where(sql<boolean>`${dueSql} >= ${at}`)
  return query.light === 'yellow'
    ? (inTime.where(sql<boolean>`${yellow} <= ${at}`) as Q)
    : (inTime.where(sql<boolean>`${yellow} > ${at}`) as Q)
}

export type DeskLight = DeskQuery['light']

/** Counted up to here: `1000` says "a thousand or more", and no count runs through a whole city. */
export const countBound = 1000

/** How many wait under each name, each up to the bound, in one statement. */
export async function countQueues<Name extends string>(
  tx: Tx,
  who: Who,
  counted: Readonly<Record<Name, Narrowed>>,
  now: Temporal.Instant,
  bound = countBound,
): Promise<Record<Name, number>> {
  const names = Object.keys(counted) as Name[]
  const bounded = (name: Name) =>
    lightOf(inQueue(tx, who, counted[name], gathered), counted[name], now)
      .clearSelect()
      .select('c.id')
      .limit(bound)
  const counts = names.map((name) => sql`(select count(*)::int from (${bounded(name)}) b) as ${sql.id(name)}`)
  const { rows } = await sql<Record<Name, number>>`select ${sql.join(counts)}`.execute(tx.db)
  return rows[0]!
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

/** How many cases of a matter are open, and how many of those a unit has in hand, where the asker sees them. */
export async function countOpenOfMatter(
  tx: Tx,
  matter: string,
): Promise<{ readonly open: number; readonly withUnit: number }> {
  const [row] = await tx.query<{ open: number; with_unit: number }>(
    'count_open_of_matter',
    `select count(*)::integer as open, count(lead_unit_id)::integer as with_unit from cases
     where matter = $1 and stage not in ('closed', 'joined', 'declined', 'withdrawn', 'referred')`,
    [matter],
  )
  return { open: row?.open ?? 0, withUnit: row?.with_unit ?? 0 }
}
