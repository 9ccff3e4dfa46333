import { sql } from 'kysely'
import { Refusal } from '../../kernel/refusal.ts'
import { iso } from '../../platform/clock.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { Delivery, DeliveryQuery, Outcome, RobotKind } from './contract.ts'
import type { QuietMinutes } from './quiet.rule.ts'

export interface NewRobot {
  readonly id: string
  readonly areaId: string
  readonly reach: readonly string[]
  readonly unitId: string | null
  readonly kind: RobotKind
  readonly name: string
  readonly sealed: Buffer
  readonly shown: string
  readonly language: 'zh' | 'en'
  readonly quiet: QuietMinutes
  readonly createdAt: Temporal.Instant
}

export async function insertRobot(tx: Tx, robot: NewRobot): Promise<void> {
  await tx.db
    .insertInto('group_robots')
    .values({
      id: robot.id,
      area_id: robot.areaId,
      reach: [...robot.reach],
      unit_id: robot.unitId,
      kind: robot.kind,
      name: robot.name,
      sealed: robot.sealed,
      shown: robot.shown,
      language: robot.language,
      quiet_from: robot.quiet.from,
      quiet_until: robot.quiet.until,
      created_at: robot.createdAt.toString(),
    })
    .execute()
}

/** A robot that stands, as far as the asker sees it. Refuses `robot_unknown`. */
export async function loadRobot(tx: Tx, id: string) {
  const row = await tx.db
    .selectFrom('group_robots')
    .select(['id', 'area_id as areaId', 'reach', 'paused_at as pausedAt'])
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw new Refusal('robot_unknown')
  return row
}

export async function changeRow(
  tx: Tx,
  id: string,
  {
    quiet: { from, until },
    language,
    pausedAt,
  }: {
    readonly quiet: QuietMinutes
    readonly language: 'zh' | 'en'
    readonly pausedAt: Temporal.Instant | null
  },
): Promise<void> {
  await tx.db
    .updateTable('group_robots')
    .set({ quiet_from: from, quiet_until: until, language, paused_at: pausedAt?.toString() ?? null })
    .where('id', '=', id)
    .execute()
}

/** What opens it is gone; what waits for it is given up. */
export async function removeRow(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.db
    .updateTable('group_robots')
    .set({ removed_at: at.toString(), sealed: null })
    .where('id', '=', id)
    .execute()
  await tx.db
    .updateTable('deliveries')
    .set({ state: 'given_up', outcome: 'removed', next_at: null, ended_at: at.toString() })
    .where('robot_id', '=', id)
    .where('next_at', 'is not', null)
    .execute()
}

/** Counted up to here. */
const countBound = 100

/** The robots that the asker looks after, in order of name, each with what waits and what was given up since. */
export async function selectRobots(tx: Tx, since: Temporal.Instant) {
  const counted = (condition: string) =>
    sql<number>`(select count(*)::integer from (select from deliveries d where d.robot_id = r.id
      and ${sql.raw(condition)} and d.created_at >= ${since.toString()} limit ${countBound}) as found)`
  return tx.db
    .selectFrom('group_robots as r')
    .select(['r.id', 'r.kind', 'r.name', 'r.shown', 'r.area_id', 'r.unit_id', 'r.language', 'r.quiet_from'])
    .select(['r.quiet_until', 'r.created_at', 'r.paused_at'])
    .select([
      counted('d.next_at is not null').as('waiting'),
      counted("d.state = 'given_up'").as('given_up'),
      sql<Temporal.Instant | null>`(select max(d.ended_at) from deliveries d where d.robot_id = r.id
        and d.state = 'sent')`.as('last_sent_at'),
    ])
    .where('r.removed_at', 'is', null)
    .orderBy('r.name')
    .orderBy('r.id')
    .execute()
}

/** A trial: it is due at once, in quiet hours too. */
export async function insertTrial(
  tx: Tx,
  robot: { readonly id: string; readonly reach: readonly string[] },
  id: string,
  at: Temporal.Instant,
): Promise<void> {
  const now = at.toString()
  await tx.db
    .insertInto('deliveries')
    .values({
      id,
      robot_id: robot.id,
      reach: [...robot.reach],
      kind: 'test',
      facts: '{}',
      urgent: true,
      state: 'waiting',
      tries: 0,
      created_at: now,
      next_at: now,
    })
    .execute()
}

/** The log of the robots that the asker looks after, the latest first. */
export async function selectDeliveries(tx: Tx, query: DeliveryQuery): Promise<Delivery[]> {
  const rows = await tx.db
    .selectFrom('deliveries as d')
    .innerJoin('group_robots as r', 'r.id', 'd.robot_id')
    .select(['d.id', 'd.kind', 'd.facts', 'd.state', 'd.outcome', 'd.tries', 'd.created_at', 'd.tried_at'])
    .select(['d.next_at', 'd.ended_at', 'r.id as robot_id', 'r.kind as robot_kind', 'r.name', 'r.removed_at'])
    .$if(query.state !== undefined, (q) => q.where('d.state', '=', query.state!))
    .$if(query.robotId !== undefined, (q) => q.where('d.robot_id', '=', query.robotId!))
    .$if(query.after !== undefined, (q) => q.where('d.id', '<', query.after!))
    .orderBy('d.id', 'desc')
    .limit(query.limit + 1)
    .execute()
  const moment = (at: Temporal.Instant | null) => at && iso(at)
  return rows.map((row) => {
    const { number } = row.facts as { number?: unknown }
    return {
      id: row.id,
      robot: {
        id: row.robot_id,
        kind: row.robot_kind as RobotKind,
        name: row.name,
        removed: row.removed_at !== null,
      },
      kind: row.kind,
      caseNumber: typeof number === 'string' ? number : null,
      state: row.state as Delivery['state'],
      outcome: row.outcome as Outcome | null,
      tries: row.tries,
      createdAt: iso(row.created_at),
      triedAt: moment(row.tried_at),
      nextAt: moment(row.next_at),
      endedAt: moment(row.ended_at),
    }
  })
}

/** Puts one that failed or was given up before the sender anew. Undefined where there is none, or its robot is no more. */
export async function retryRow(
  tx: Tx,
  id: string,
  at: Temporal.Instant,
): Promise<{ readonly reach: readonly string[] } | undefined> {
  return tx.db
    .updateTable('deliveries')
    .set({ state: 'waiting', tries: 0, unanswered: 0, next_at: at.toString(), ended_at: null, outcome: null })
    .where('id', '=', id)
    .where('state', 'in', ['failed', 'given_up'])
    .where('lease', 'is', null)
    .where(sql<boolean>`robot_id in (select id from group_robots where removed_at is null)`)
    .returning('reach')
    .executeTakeFirst()
}

/** Puts the robots of some areas, with their log, under those areas as they lie now. */
export async function moveRows(tx: Tx, areaId: string, path: readonly string[]): Promise<void> {
  const moved = await tx.db
    .updateTable('group_robots')
    .set({ reach: [...path] })
    .where('area_id', '=', areaId)
    .where(sql<boolean>`reach <> ${[...path]}::uuid[]`)
    .returning('id')
    .execute()
  if (moved.length === 0) return
  await tx.db
    .updateTable('deliveries')
    .set({ reach: [...path] })
    .where(
      'robot_id',
      'in',
      moved.map(({ id }) => id),
    )
    .execute()
}
