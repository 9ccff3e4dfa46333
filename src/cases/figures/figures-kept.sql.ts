import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../../db/tables.ts'
import type { LineData } from '../../platform/journal-line.rule.ts'
import type { KeptCounts } from '../../platform/kept-counts.ts'
import type { Cell } from './cells.rule.ts'
import type { Counted, CountedLine } from './counted.rule.ts'

export const figureCounts: KeptCounts<Exclude<keyof Cell, 'by'>> = {
  table: 'figures',
  key: {
    areaId: ['area_id', 'uuid'],
    span: ['span', 'text'],
    matter: ['matter', 'text'],
    start: ['start', 'date'],
    count: ['measure', 'text'],
    under: ['under', 'uuid'],
  },
}

/** Something counted, with its case. */
export interface Fact extends Counted {
  readonly caseId: string
  readonly areas: readonly string[]
  readonly matter: string
}

/**
 * The areas above each case at its acceptance, from the district down: of one that was accepted before its first line said
 * from whom it is kept, those that it was not kept from. They never change.
 */
export async function readPaths(
  db: Kysely<Tables>,
  caseIds: readonly string[],
): Promise<Map<string, readonly string[]>> {
  const rows = await db
    .selectFrom('cases')
    .leftJoin('figure_depths', 'figure_depths.case_id', 'cases.id')
    .select(['id', 'path', 'depth'])
    .where('id', 'in', [...caseIds])
    .execute()
  return new Map(rows.map(({ id, path, depth }) => [id, path.slice(0, depth ?? path.length)]))
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
  await insertFacts(
    db,
    kept.flatMap((fact) => fact.areas.map((areaId) => ({ ...fact, areaId }))),
  )
}

/** As arrays: a statement takes 65,535 values. */
async function insertFacts(
  db: Kysely<Tables>,
  rows: readonly (Omit<Fact, 'areas'> & { readonly areaId: string })[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into figure_facts (area_id, measure, at, case_id, seq, matter)
    select * from unnest(${rows.map(({ areaId }) => areaId)}::uuid[], ${rows.map(({ count }) => count)}::text[],
      ${rows.map(({ at }) => at.toString())}::timestamptz[], ${rows.map(({ caseId }) => caseId)}::uuid[],
      ${rows.map(({ seq }) => seq)}::integer[], ${rows.map(({ matter }) => matter)}::text[])`.execute(db)
}
