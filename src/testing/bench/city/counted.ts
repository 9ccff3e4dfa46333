import pg from 'pg'
import { type CountedLine, countedOf } from '../../../cases/figures/counted.rule.ts'
import { boardDone, boardResting } from '../../../cases/on-board.rule.ts'
import { noMatter } from '../../../evaluation/no-matter.contract.ts'
import { countsAlready } from '../../../evaluation/sums.rule.ts'

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
  await countOpen(owner)
  await countBoard(owner, zone)
  await sumAssessed(owner, zone)
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

async function countOpen(owner: pg.Client): Promise<void> {
  await owner.query('delete from open_counts')
  await owner.query(
    `insert into open_counts (area_id, by_what, what, light, value)
     select a.id, b.by_what, b.what, o.light, count(*) from open_cases o cross join unnest(o.reach) a (id)
     cross join lateral (values ('stage', o.stage), ('unit', coalesce(o.unit_id::text, '')), ('matter', o.matter)) b (by_what, what)
     group by 1, 2, 3, 4`,
  )
}

async function countBoard(owner: pg.Client, zone: string): Promise<void> {
  await owner.query('delete from board_counts')
  await owner.query('delete from board_days')
  await owner.query(
    `insert into board_counts (community_id, matter, state, value)
     select community_id, m.code, case when stage = any ($1) then 'done' else 'open' end, count(*)
     from board cross join lateral (values (matter), ('*')) m (code) group by 1, 2, 3`,
    [boardDone],
  )
  await owner.query(
    `insert into board_days (area_id, matter, state, day, value)
     select a.id, m.code, s.state, (s.at at time zone ${zone})::date, count(*)
     from (select *, stage = any ($1) as done from board) b
     cross join lateral (select b.community_id as id union select id from areas where parent_id is null) a
     cross join lateral (values (b.matter), ('*')) m (code)
     cross join lateral (values ('accepted', accepted_at), ('done', case when done then resolved_at end),
       ('in_time', case when done and (due_at is null or resolved_at <= due_at) then resolved_at end),
       ('due', case when not done and stage <> all ($2) then due_at end)) s (state, at)
     where s.at is not null group by 1, 2, 3, 4`,
    [boardDone, boardResting],
  )
}

async function sumAssessed(owner: pg.Client, zone: string): Promise<void> {
  await owner.query('delete from assessment_sums')
  await owner.query(
    `insert into assessment_sums (month, matter, unit_id, measure, counts_from, points, out_of, value, reach, units)
     select month, m.code, unit_id, measure, d.day, points, out_of, count(*), min(reach), min(units)
     from assessment_facts f cross join lateral (values (coalesce(matter, $1)), ('*')) m (code)
     cross join lateral (select case when pending then (counts_at at time zone ${zone})::date else $2::date end) d (day)
     where not taken_out group by 1, 2, 3, 4, 5, 6, 7`,
    [noMatter, countsAlready],
  )
}
