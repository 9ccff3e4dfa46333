import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import { addToCounts, type KeptCounts } from '../platform/kept-counts.ts'
import { type SumCell, type SummedFact, sumCells } from './sums.rule.ts'

const sums: KeptCounts<Exclude<keyof SumCell, 'by'>> = {
  table: 'assessment_sums',
  key: {
    month: ['month', 'text'],
    matter: ['matter', 'text'],
    unitId: ['unit_id', 'uuid'],
    measure: ['measure', 'text'],
    countsFrom: ['counts_from', 'date'],
    points: ['points', 'integer'],
    outOf: ['out_of', 'integer'],
  },
}

/** What a fact's row says of the sums that it is in, as `SummedFact` names it. */
export const summedColumns = [
  'month',
  'unit_id as unitId',
  'measure',
  'matter',
  'points',
  'out_of as outOf',
  'pending',
  'counts_at as countsAt',
  'taken_out as takenOut',
] as const

/** Takes facts that went out of the sums and adds those that came; a sum that is new is seen by whoever sees its unit's facts. */
export async function keepSums(
  db: Kysely<Tables>,
  gone: readonly SummedFact[],
  come: readonly SummedFact[],
  {
    dayAt,
    sights,
  }: {
    readonly dayAt: (at: Temporal.Instant) => string
    readonly sights: ReadonlyMap<
      string,
      { readonly reach: readonly string[]; readonly units: readonly string[] }
    >
  },
): Promise<void> {
  await addToCounts(db, sums, [...sumCells(gone, -1, dayAt), ...sumCells(come, 1, dayAt)])
  if (come.length === 0) return
  const seen = [...sights].map(([unit_id, { reach, units }]) => ({ unit_id, reach, units }))
  await sql`update assessment_sums s set reach = k.reach, units = k.units
    from jsonb_to_recordset(${JSON.stringify(seen)}::jsonb) k (unit_id uuid, reach uuid[], units uuid[])
    where s.unit_id = k.unit_id and s.reach = '{}'`.execute(db)
}
