import pg from 'pg'
import { boardDone } from '../../../cases/board.sql.ts'
import { type CountedLine, countedOf } from '../../../cases/figures/counted.rule.ts'

/** Something that a template counts: each copy counts it at its own time and place. */
export interface CountedOnce {
  readonly seq: number
  readonly measure: string
  readonly ms: number
}

/** What a story counts, under which matter, and in how many areas from the district down. */
export interface CountedTemplate {
  readonly matter: string
  readonly depth: number
  readonly counted: readonly CountedOnce[]
}

/** What the journal's lines of a template count, as the follower counts them. */
export function countedIn(lines: readonly Readonly<Record<string, string | null>>[]): CountedTemplate {
  const { counted, ...rest } = countedOf(
    lines.map(
      (line): CountedLine => ({
        seq: Number(line.seq),
        kind: line.kind!,
        occurredAt: Temporal.Instant.from(line.occurred_at!.replace(' ', 'T')),
        data: JSON.parse(line.data!) as CountedLine['data'],
      }),
    ),
  )
  return {
    ...rest,
    counted: counted.map(({ seq, count, at }) => ({ seq, measure: count, ms: at.epochMilliseconds })),
  }
}

/** Where what copies count is gathered, until `sumUp` has made figures of it. */
export const gathered = 'city_counted'
export const gatheredColumns = ['case_id', 'seq', 'measure', 'at', 'matter', 'areas']

export async function makeGathered(owner: pg.Client): Promise<void> {
  await owner.query(`drop table if exists ${gathered}`)
  await owner.query(`create unlogged table ${gathered}
    (case_id uuid, seq integer, measure text, at timestamptz, matter text, areas uuid[])`)
}

/** Figures, their facts of the last days, and what is counted of open cases and of the board, as the followers would have left them. */
export async function sumUp(owner: pg.Client, timeZone: string): Promise<void> {
  const zone = pg.escapeLiteral(timeZone)
  await owner.query(
    `create unlogged table city_days as
     select areas, (at at time zone ${zone})::date as day, matter, measure, count(*) as value from ${gathered}
     group by 1, 2, 3, 4`,
  )
  await sumFigures(owner)
  await owner.query(
    `insert into figure_facts (area_id, measure, at, case_id, seq, matter)
     select a.id, measure, at, case_id, seq, matter from ${gathered} cross join unnest(areas) a (id)
     where at >= now() - interval '40 days'`,
  )
  await countOpenAndBoard(owner)
  await owner.query(`drop table ${gathered}, city_days`)
}

async function sumFigures(owner: pg.Client): Promise<void> {
  const spans = [
    ['day', 'day'],
    ['month', `date_trunc('month', day)::date`],
  ] as const
  for (const depth of [1, 2, 3])
    for (const [span, start] of spans)
      for (const matter of ['matter', `'*'`])
        await owner.query(
          `insert into figures (area_id, span, matter, start, measure, under, value)
           select areas[${depth}], '${span}', ${matter}, ${start}, measure, areas[${Math.max(1, depth - 1)}], sum(value)
           from city_days where cardinality(areas) >= ${depth} group by 1, 3, 4, 5, 6
           on conflict (area_id, span, matter, start, measure, under) do update set value = figures.value + excluded.value`,
        )
}

async function countOpenAndBoard(owner: pg.Client): Promise<void> {
  await owner.query('delete from open_counts')
  await owner.query(
    `insert into open_counts (area_id, by_what, what, light, value)
     select a.id, b.by_what, b.what, o.light, count(*) from open_cases o cross join unnest(o.reach) a (id)
     cross join lateral (values ('stage', o.stage), ('unit', coalesce(o.unit_id::text, '')), ('matter', o.matter)) b (by_what, what)
     group by 1, 2, 3, 4`,
  )
  await owner.query('delete from board_counts')
  await owner.query(
    `insert into board_counts (community_id, matter, state, value)
     select community_id, m.code, case when stage = any ($1) then 'done' else 'open' end, count(*)
     from board cross join lateral (values (matter), ('*')) m (code) group by 1, 2, 3`,
    [boardDone],
  )
}
