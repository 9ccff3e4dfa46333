import { allTogether } from '../../platform/kept-counts.rule.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { CountName } from './measures.contract.ts'

/** Counts by name; what was not counted is left out. */
export type Counts = Readonly<Partial<Record<CountName, number>>>

/** A run of days or of months: the first and last start (YYYY-MM-DD). */
export interface Stretch {
  readonly span: 'day' | 'month'
  readonly from: string
  readonly to: string
}

interface Row {
  readonly key: string
  readonly measure: CountName
  readonly value: number
}

const stretchesSql = (first: number) =>
  `unnest($${first}::text[], $${first + 1}::date[], $${first + 2}::date[]) s (span, since, until)`
const valuesOf = (stretches: readonly Stretch[]) => [
  stretches.map(({ span }) => span),
  stretches.map(({ from }) => from),
  stretches.map(({ to }) => to),
]

/** The counts of areas, each as it lay in `under` where that is given, over stretches that do not overlap. */
export async function countAreas(
  tx: Tx,
  areaIds: readonly string[],
  stretches: readonly Stretch[],
  {
    matter = allTogether,
    under = null,
  }: { readonly matter?: string | undefined; readonly under?: string | null } = {},
): Promise<Map<string, Counts>> {
  const rows = await tx.query<Row & { key: string }>(
    'count_areas',
    `select a.id as key, f.measure, sum(f.value)::float8 as value
     from unnest($1::uuid[]) a (id) cross join ${stretchesSql(4)}
     join figures f on f.area_id = a.id and f.span = s.span and f.matter = $2 and f.start between s.since and s.until
     where $3::uuid is null or f.under = $3
     group by a.id, f.measure`,
    [areaIds, matter, under, ...valuesOf(stretches)],
  )
  return byKey(rows)
}

/** The counts of an area by matter, over stretches that do not overlap. */
export async function countMatters(
  tx: Tx,
  areaId: string,
  matters: readonly string[],
  stretches: readonly Stretch[],
): Promise<Map<string, Counts>> {
  const rows = await tx.query<Row>(
    'count_matters',
    `select m.code as key, f.measure, sum(f.value)::float8 as value
     from unnest($2::text[]) m (code) cross join ${stretchesSql(3)}
     join figures f on f.area_id = $1 and f.span = s.span and f.matter = m.code and f.start between s.since and s.until
     group by m.code, f.measure`,
    [areaId, matters, ...valuesOf(stretches)],
  )
  return byKey(rows)
}

/** One count of an area, day by day; days without any are left out. */
export async function countDays(
  tx: Tx,
  areaId: string,
  asked: {
    readonly matter?: string | undefined
    readonly count: CountName
    readonly from: string
    readonly to: string
  },
): Promise<Map<string, number>> {
  const rows = await tx.query<{ day: string; value: number }>(
    'count_days',
    `select start::text as day, sum(value)::float8 as value from figures
     where area_id = $1 and span = 'day' and matter = $2 and start between $3 and $4 and measure = $5
     group by start`,
    [areaId, asked.matter ?? allTogether, asked.from, asked.to, asked.count],
  )
  return new Map(rows.map(({ day, value }) => [day, value]))
}

function byKey(rows: readonly Row[]): Map<string, Counts> {
  const counts = new Map<string, Partial<Record<CountName, number>>>()
  for (const { key, measure, value } of rows) counts.set(key, { ...counts.get(key), [measure]: value })
  return counts
}

/** The first day (YYYY-MM-DD) on which anything was counted in an area. */
export async function firstDay(tx: Tx, areaId: string): Promise<string | null> {
  const [row] = await tx.query<{ day: string }>(
    'first_figure_day',
    `select start::text as day from figures where area_id = $1 and span = 'day' and matter = $2 order by start limit 1`,
    [areaId, allTogether],
  )
  return row?.day ?? null
}
