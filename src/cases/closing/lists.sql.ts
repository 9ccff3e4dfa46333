import { sql } from 'kysely'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/transaction.ts'
import { type Case, selectCases, toCase } from '../case.sql.ts'
import { satisfiedFrom } from '../rating.contract.ts'
import type { ReopenReason } from './kinds.contract.ts'
import { mostTries } from './tries.rule.ts'

/** Where a page goes on: a moment and an id. */
export type After = readonly [at: string, id: string]

export const writeKey = (at: Temporal.Instant, id: string): string => [at.toString(), id].join('/')

export function readKey(key: string | undefined): After | null {
  if (key === undefined) return null
  const [at = '', id = '', ...rest] = key.split('/')
  const whole = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) && /^[0-9a-f-]{36}$/.test(id) && rest.length === 0
  if (!whole) throw new Refusal('input_invalid', { field: 'after', rule: 'invalid' })
  return [at, id]
}

/** An answered case whose reporter is to be asked. */
export interface Waiting {
  readonly found: Case
  readonly repliedAt: Temporal.Instant
  readonly tries: number
  readonly lastTriedAt: Temporal.Instant | null
  readonly nextTryAt: Temporal.Instant | null
  /** What the list is ordered by. */
  readonly at: Temporal.Instant
}

interface WaitingRow {
  readonly id: string
  readonly replied_at: Temporal.Instant
  readonly tries: number
  readonly last_tried_at: Temporal.Instant | null
  readonly next_try_at: Temporal.Instant | null
  readonly at: Temporal.Instant
}

const waitingSql = `select * from (
  select c.id, c.replied_at, b.tries, b.last_tried_at, b.next_try_at, coalesce(b.next_try_at, c.replied_at) as at
  from cases c
  cross join lateral (
    select count(*)::integer as tries, max(tried_at) as last_tried_at, max(next_try_at) as next_try_at,
      coalesce(bool_or(outcome <> 'not_reached'), false) as over
    from call_backs where case_id = c.id and reply_seq = c.reply_seq
  ) b
  where c.stage in ('replied', 'checked') and c.replied_at is not null and c.reach && $1::uuid[]
    and not b.over
    and (c.rating is null or c.rating < ${satisfiedFrom} or not c.solved)
    and not exists (select from reopen_asks a where a.case_id = c.id and a.reply_seq = c.reply_seq)
    and exists (select from sealed_texts t where t.subject = c.id and t.kind = 'reporter_phone' and t.body is not null)
) w
where case $2 when 'unreached' then w.tries >= ${mostTries}
    when 'later' then w.tries < ${mostTries} and w.next_try_at > $3::timestamptz
    else w.tries < ${mostTries} and (w.next_try_at is null or w.next_try_at <= $3::timestamptz) end
  and ($4::timestamptz is null or (w.at, w.id) > ($4::timestamptz, $5::uuid))
order by w.at, w.id limit $6`

/**
 * Answered cases whose reporter left a telephone and has not said whether it is solved, those first that wait longest;
 * one more than `limit` tells of more.
 */
export async function selectToCall(
  tx: Tx,
  areaIds: readonly string[],
  query: {
    readonly state: 'due' | 'later' | 'unreached'
    readonly now: Temporal.Instant
    readonly after: After | null
    readonly limit: number
  },
): Promise<Waiting[]> {
  const { state, now, after, limit } = query
  const values = [areaIds, state, now.toString(), after?.[0] ?? null, after?.[1] ?? null, limit + 1]
  const rows = await tx.query<WaitingRow>('cases_to_call', waitingSql, values)
  const cases = await selectCases(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.flatMap((row) => {
    const found = cases.get(row.id)
    if (!found) return []
    const { tries, at } = row
    return [
      {
        found,
        repliedAt: row.replied_at,
        tries,
        lastTriedAt: row.last_tried_at,
        nextTryAt: row.next_try_at,
        at,
      },
    ]
  })
}

/** What reporters ask for once more, the oldest first; one more than `limit` tells of more. */
export async function selectAsks(tx: Tx, areaIds: readonly string[], after: After | null, limit: number) {
  const rows = await tx.db
    .selectFrom('reopen_asks as a')
    .innerJoin('cases as c', (join) =>
      join.onRef('c.id', '=', 'a.case_id').onRef('c.reply_seq', '=', 'a.reply_seq'),
    )
    .selectAll('c')
    .select(['a.id as ask_id', 'a.because as ask_because', 'a.asked_at as ask_at'])
    .where('a.granted', 'is', null)
    .where(sql<boolean>`c.reach && ${[...areaIds]}::uuid[]`)
    .$if(after !== null, (q) =>
      q.where(sql<boolean>`(a.asked_at, a.id) > (${after![0]}::timestamptz, ${after![1]}::uuid)`),
    )
    .orderBy('a.asked_at')
    .orderBy('a.id')
    .limit(limit + 1)
    .execute()
  return rows.map(({ ask_id, ask_because, ask_at, ...row }) => ({
    id: ask_id,
    because: ask_because as ReopenReason,
    askedAt: ask_at,
    found: toCase(row),
  }))
}
