import type { Kysely } from 'kysely'
import type { Tables } from '../../../db/tables.ts'
import type { Pool } from '../../platform/database.ts'
import { kyselyOn } from '../../platform/transaction.ts'
import type { Notice } from '../contract.ts'
import type { MessageKind, Outcome } from './contract.ts'
import { gatherSeconds } from './quiet.rule.ts'

// By the reader's role: the program itself sends, beside the followers.

/** One delivery that this sender took. */
export interface Leased {
  readonly id: string
  readonly kind: MessageKind
  readonly caseId: string | null
  readonly facts: Notice['facts']
  readonly urgent: boolean
  /** With the one that begins now. */
  readonly tries: number
  /** How often it left before and nobody answered. */
  readonly unanswered: number
}

/** A channel for which something is due. */
export interface DueChannel {
  readonly id: string
  readonly isRobot: boolean
}

export const readerDb = ({ reader }: { readonly reader: Pool }): Kysely<Tables> =>
  kyselyOn({ query: (text, values) => reader.query(text, [...values]) })

const text = (at: Temporal.Instant): string => at.toString()

/**
 * Channels for which something is due and that nobody sends to, the longest waiting first. A channel that is being left
 * in peace after a failure is none, but for what is urgent.
 */
export async function dueChannels(pool: Pool, now: Temporal.Instant, limit: number): Promise<DueChannel[]> {
  const { rows } = await pool.query<{ id: string; is_robot: boolean }>(
    `select coalesce(d.own_channel_id, d.robot_id) as id, d.robot_id is not null as is_robot
     from deliveries d left join group_robots r on r.id = d.robot_id
     where d.next_at <= $1 and (d.leased_until is null or d.leased_until <= $1) and r.paused_at is null
       and (d.urgent or (
         not exists (select from deliveries f
           where f.robot_id = d.robot_id and f.state = 'failed' and f.next_at > $1)
         and not exists (select from deliveries f
           where f.own_channel_id = d.own_channel_id and f.state = 'failed' and f.next_at > $1)))
     group by d.own_channel_id, d.robot_id order by min(d.next_at) limit $2`,
    [text(now), limit],
  )
  return rows.map((row) => ({ id: row.id, isRobot: row.is_robot }))
}

const ofChannel = '(own_channel_id = $1 or robot_id = $1)'
const free = '(leased_until is null or leased_until <= $2)'

/** Moves what is due and not urgent to the end of the quiet time. */
export async function postpone(
  pool: Pool,
  channelId: string,
  now: Temporal.Instant,
  until: Temporal.Instant,
): Promise<void> {
  await pool.query(
    `update deliveries set next_at = $3 where ${ofChannel} and next_at <= $2 and not urgent and ${free}`,
    [channelId, text(now), text(until)],
  )
}

/**
 * Takes all that is due for a channel, by writing first: of two who try, the second finds it taken. What somebody took
 * and died over may have come: it is taken once more and no oftener, and otherwise given up. What still gathers goes with
 * what is due: forty cases that climb within a minute, one after another, are one message.
 */
export async function lease(
  pool: Pool,
  { id }: DueChannel,
  leaseId: string,
  now: Temporal.Instant,
  until: Temporal.Instant,
): Promise<Leased[]> {
  await pool.query(
    `update deliveries set state = 'given_up', outcome = 'no_answer', unanswered = 2, next_at = null, ended_at = $2,
       lease = null, leased_until = null
     where ${ofChannel} and lease is not null and leased_until <= $2 and unanswered > 0`,
    [id, text(now)],
  )
  const take = async (which: string, values: readonly string[]) => {
    const { rows } = await pool.query<TakenRow>(takes(which), [
      id,
      text(now),
      leaseId,
      text(until),
      ...values,
    ])
    return rows
  }
  const due = await take('next_at <= $2', [])
  const gathering = text(now.add({ seconds: gatherSeconds }))
  const more = due.some(({ urgent }) => !urgent)
    ? await take(`state = 'waiting' and not urgent and next_at <= $5`, [gathering])
    : []
  return [...due, ...more]
    .map((row) => ({
      id: row.id,
      kind: row.kind as MessageKind,
      caseId: row.case_id,
      facts: row.facts,
      urgent: row.urgent,
      tries: row.tries,
      unanswered: row.unanswered,
    }))
    .sort((one, other) => (one.id < other.id ? -1 : 1))
}

interface TakenRow {
  readonly id: string
  readonly kind: string
  readonly case_id: string | null
  readonly facts: Notice['facts']
  readonly urgent: boolean
  readonly tries: number
  readonly unanswered: number
}

const takes = (which: string): string =>
  `update deliveries set lease = $3, leased_until = $4, message_id = $3, tried_at = $2, tries = tries + 1,
       outcome = case when lease is null then outcome else 'no_answer' end,
       unanswered = case when lease is null then unanswered else unanswered + 1 end
     where ${ofChannel} and ${which} and ${free}
     returning id, kind, case_id, facts, urgent, tries, unanswered`

/**
 * Gives back what was taken where nothing has left: it counts as no try, and waits `minutes[n]` after the n-th time in
 * a row, at most the last of them. It is never given up for this.
 */
export async function release(
  pool: Pool,
  leaseId: string,
  at: Temporal.Instant,
  minutes: readonly number[],
): Promise<void> {
  await pool.query(
    `update deliveries set lease = null, leased_until = null, tries = tries - 1, unready = unready + 1,
       next_at = $2::timestamptz + interval '1 minute' * ($3::integer[])[least(unready + 1, cardinality($3::integer[]))]
     where lease = $1`,
    [leaseId, text(at), [...minutes]],
  )
}

/** What became of these; a lease that was lost to another changes nothing. `nextAt`: failed, and tried again then. */
export async function settle(
  pool: Pool,
  leaseId: string,
  ids: readonly string[],
  outcome: Outcome,
  at: Temporal.Instant,
  nextAt: Temporal.Instant | null,
): Promise<void> {
  const state = outcome === 'sent' ? 'sent' : nextAt === null ? 'given_up' : 'failed'
  await pool.query(
    `update deliveries set state = $3, outcome = $4, next_at = $5, ended_at = $6, lease = null, leased_until = null,
       unanswered = unanswered + $7, unready = 0
     where lease = $1 and id = any ($2::uuid[])`,
    [
      leaseId,
      [...ids],
      state,
      outcome,
      nextAt && text(nextAt),
      nextAt === null ? text(at) : null,
      outcome === 'no_answer' ? 1 : 0,
    ],
  )
}

/** A channel as it is sent to. */
export interface SendingRobot {
  readonly kind: 'wecom' | 'dingtalk' | 'feishu'
  /** The area whose group it is, or null where it tells a unit of the unit's own work. */
  readonly areaId: string | null
  readonly sealed: Buffer | null
  readonly language: 'zh' | 'en'
  readonly quiet: { readonly from: number; readonly until: number }
}
export interface SendingOwn extends Omit<SendingRobot, 'kind' | 'areaId'> {
  readonly kind: 'push' | 'email'
}

interface ChannelRow {
  readonly kind: string
  readonly sealed: Buffer | null
  readonly language: string
  readonly quiet_from: number
  readonly quiet_until: number
}
const channelOf = <Kind>(row: ChannelRow | undefined) =>
  row
    ? {
        kind: row.kind as Kind,
        sealed: row.sealed,
        language: row.language as 'zh' | 'en',
        quiet: { from: row.quiet_from, until: row.quiet_until },
      }
    : null

export async function findRobot(pool: Pool, id: string): Promise<SendingRobot | null> {
  const { rows } = await pool.query<ChannelRow & { area_id: string | null }>(
    `select kind, sealed, language, quiet_from, quiet_until, case when unit_id is null then area_id end as area_id
     from group_robots where id = $1`,
    [id],
  )
  const robot = channelOf<SendingRobot['kind']>(rows[0])
  return robot && { ...robot, areaId: rows[0]!.area_id }
}

/** Null also where its account has ended. */
export async function findOwn(pool: Pool, id: string): Promise<SendingOwn | null> {
  const { rows } = await pool.query<ChannelRow>(
    `select c.kind, c.sealed, c.language, c.quiet_from, c.quiet_until from own_channels c
     join accounts a on a.id = c.account_id where c.id = $1 and a.ended_at is null and c.confirmed_at is not null`,
    [id],
  )
  return channelOf<SendingOwn['kind']>(rows[0])
}

/** A browser that has taken itself away is forgotten, with what was to be told to it. */
export async function forgetChannel(pool: Pool, id: string): Promise<void> {
  await pool.query('delete from own_channels where id = $1', [id])
}

/** All channels of an account, with what was told by them. Returns how many there were. */
export async function forgetChannelsOf(pool: Pool, accountId: string): Promise<number> {
  return (await pool.query('delete from own_channels where account_id = $1', [accountId])).rowCount ?? 0
}

/** Deliveries that came to an end, or should have, before a moment. */
export async function dropDeliveries(pool: Pool, before: Temporal.Instant): Promise<number> {
  return (await pool.query('delete from deliveries where created_at < $1', [text(before)])).rowCount ?? 0
}
