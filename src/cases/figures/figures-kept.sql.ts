import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../../db/tables.ts'
import { chunks } from '../../kernel/chunks.ts'
import type { LineData } from '../../platform/journal-line.rule.ts'
import type { Cell } from './cells.rule.ts'
import type { Counted, CountedLine } from './counted.rule.ts'

/** Something counted, with its case. */
export interface Fact extends Counted {
  readonly caseId: string
  readonly areas: readonly string[]
  readonly matter: string
}

/** The areas above each case at its acceptance, from the district down; they never change. */
export async function readPaths(
  db: Kysely<Tables>,
  caseIds: readonly string[],
): Promise<Map<string, readonly string[]>> {
  const rows = await db
    .selectFrom('cases')
    .select(['id', 'path'])
    .where('id', 'in', [...caseIds])
    .execute()
  return new Map(rows.map(({ id, path }) => [id, path]))
}

/** The lines of cases before a number of each. */
export async function readStoriesTo(
  db: Kysely<Tables>,
  cases: readonly { readonly caseId: string; readonly before: number }[],
): Promise<Map<string, CountedLine[]>> {
  if (cases.length === 0) return new Map()
  const ids = cases.map(({ caseId }) => caseId)
  const befores = cases.map(({ before }) => before)
  const { rows } = await sql<{
    subject: string
    seq: number
    kind: string
    occurred_at: Temporal.Instant
    data: LineData
  }>`select j.subject, j.seq, j.kind, j.occurred_at, j.data
    from unnest(${ids}::uuid[], ${befores}::integer[]) c (id, before)
    join journal j on j.subject = c.id and j.seq < c.before
    order by j.subject, j.seq`.execute(db)
  const lines = rows.map(({ occurred_at, ...line }) => ({ ...line, occurredAt: occurred_at }))
  return Map.groupBy(lines, ({ subject }) => subject)
}

/** Adds to the cells; what comes to nothing goes. */
export async function keepCells(db: Kysely<Tables>, cells: readonly Cell[]): Promise<void> {
  if (cells.length === 0) return
  // In the order of the key, so that neighbours share their pages.
  const sorted = cells.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
  const columns = [
    sorted.map(({ areaId }) => areaId),
    sorted.map(({ span }) => span),
    sorted.map(({ matter }) => matter),
    sorted.map(({ start }) => start),
    sorted.map(({ count }) => count),
    sorted.map(({ under }) => under),
  ] as const
  const keys = sql`unnest(${columns[0]}::uuid[], ${columns[1]}::text[], ${columns[2]}::text[], ${columns[3]}::date[],
    ${columns[4]}::text[], ${columns[5]}::uuid[], ${sorted.map(({ by }) => by)}::bigint[])
    k (area_id, span, matter, start, measure, under, by)`
  const same = sql`f.area_id = k.area_id and f.span = k.span and f.matter = k.matter and f.start = k.start
    and f.measure = k.measure and f.under = k.under`
  await sql`update figures f set value = f.value + k.by from ${keys} where ${same}`.execute(db)
  await sql`insert into figures (area_id, span, matter, start, measure, under, value)
    select k.area_id, k.span, k.matter, k.start, k.measure, k.under, k.by from ${keys} where k.by > 0
    on conflict do nothing`.execute(db)
  if (sorted.some(({ by }) => by < 0))
    await sql`delete from figures f using ${keys} where ${same} and k.by < 0 and f.value = 0`.execute(db)
}

const keyOf = ({ areaId, span, matter, start, count, under }: Cell): string =>
  [areaId, span, matter, start, count, under].join('/')

/** When the newest line of any chain was recorded: as many probes as chains, however long. */
export async function newestLine(db: Kysely<Tables>): Promise<Temporal.Instant> {
  const { rows } = await sql<{ newest: Temporal.Instant }>`with recursive c as (
      (select chain from journal order by chain limit 1)
      union all
      select (select j.chain from journal j where j.chain > c.chain order by j.chain limit 1) from c
        where c.chain is not null
    )
    select max((select j.recorded_at from journal j where j.chain = c.chain order by j.n desc limit 1)) as newest
    from c where c.chain is not null`.execute(db)
  return rows[0]!.newest
}

/** A statement takes 65,535 values. */
const factsAtOnce = 5000

/** Keeps what these cases count now, as far as it happened since `oldest`, and lets go of what is older. */
export async function keepFacts(
  db: Kysely<Tables>,
  caseIds: readonly string[],
  facts: readonly Fact[],
  oldest: Temporal.Instant,
): Promise<void> {
  await db.deleteFrom('figure_facts').where(sql<boolean>`at < ${oldest.toString()}::timestamptz`).execute()
  if (caseIds.length > 0)
    await db
      .deleteFrom('figure_facts')
      .where('case_id', 'in', [...caseIds])
      .execute()
  const kept = facts.filter(({ at }) => Temporal.Instant.compare(at, oldest) >= 0)
  for (const some of chunks(kept, factsAtOnce))
    await db
      .insertInto('figure_facts')
      .values(
        some.map(({ caseId, seq, count, at, matter, areas }) => ({
          case_id: caseId,
          seq,
          measure: count,
          at: at.toString(),
          matter,
          areas: [...areas],
        })),
      )
      .execute()
}
