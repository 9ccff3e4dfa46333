import { z } from 'zod'
import { ordinaryWeeks } from '../../../cases/figures/ordinary.rule.ts'
import { listOf, listsByHand } from './lists-by-hand.ts'
import type { ByHand, Known } from './reads.ts'

/** The board's rows have no id that everybody may know. */
const onBoard = (where: string) =>
  listOf([`select number, * from board where ${where} order by accepted_at desc, case_id desc limit 21`])

const done = `('resolved', 'replied', 'checked', 'closed')`
const BoardCounts = z.object({
  accepted: z.int(),
  done: z.int(),
  inTime: z.int(),
  open: z.int(),
  late: z.int(),
})

/** What the board counts: one walk of what is new, of what was done lately and of what is open; or what is kept by the day. */
const boardCounts = (where: string, values: ByHand['values'], kept: string, late: string): ByHand => ({
  ways: [
    `select count(*) filter (where accepted_at >= $1)::int as accepted,
       count(*) filter (where stage in ${done} and resolved_at >= $1)::int as done,
       count(*) filter (where stage in ${done} and resolved_at >= $1 and (due_at is null or resolved_at <= due_at))::int as in_time,
       count(*) filter (where stage not in ${done})::int as open,
       count(*) filter (where stage not in ${done} and stage not in ('paused', 'listed') and due_at < $2)::int as late
     from board where (accepted_at >= $1 or resolved_at >= $1 or stage not in ${done}) and ${where}`,
    `select coalesce(sum(value) filter (where state = 'accepted'), 0)::int as accepted,
       coalesce(sum(value) filter (where state = 'done'), 0)::int as done,
       coalesce(sum(value) filter (where state = 'in_time'), 0)::int as in_time,
       (select coalesce(sum(value), 0)::int from board_counts where matter = '*' and state = 'open' and ${late}) as open,
       (select coalesce(sum(value), 0)::int from board_days where area_id = ${kept} and matter = '*' and state = 'due'
          and day < ($2::timestamptz + interval '8 hours')::date)
       + (select count(*)::int from board where stage <> all (array['resolved', 'replied', 'checked', 'closed', 'paused', 'listed'])
          and due_at >= $1::timestamptz + interval '29 days' and due_at < $2 and ${late}) as late
     from board_days where area_id = ${kept} and matter = '*' and state in ('accepted', 'done', 'in_time')
       and day >= ($1::timestamptz + interval '8 hours')::date`,
  ],
  values,
  says: (answer) => {
    const { accepted, done, inTime, open, late } = BoardCounts.parse(answer)
    return [accepted, done, inTime, open, late]
  },
  rows: 'first',
})

/** When the thirty days began that today ends. */
const daysBegan = ({ dayBegan }: Known): string =>
  Temporal.Instant.from(dayBegan)
    .subtract({ hours: 24 * 29 })
    .toString()

const BoardMap = z.object({ communities: z.array(z.object({ open: z.int(), done: z.int() })) })
/** Every light with its count. */
const Lights = z.record(z.string(), z.int())
const Wall = z.object({
  open: Lights,
  day: z.object({ accepted: z.int().default(0) }),
  parts: z.array(z.object({ open: Lights })),
  soon: z.array(z.unknown()),
  hot: z.array(z.unknown()),
})
const total = (lights: z.infer<typeof Lights>): number =>
  Object.values(lights).reduce((sum, one) => sum + one, 0)

/** So many cases stand in each of its lists (`wall-cases.ts`). */
const shown = 8

/** All that a wall shows, as one row: counts, parts, the day, the trend, what turns red next, what many report, what came last. */
const wall = (areaOf: (known: Known) => string): ByHand => ({
  ways: [
    `select (select coalesce(sum(value), 0)::int from open_counts where area_id = $1 and by_what = 'stage') as open,
       (select coalesce(sum(value), 0)::int from figures where area_id = $1 and span = 'day' and matter = '*' and start = $2
          and measure = 'accepted') as accepted,
       (select coalesce(sum(c.value), 0)::int from areas a join open_counts c on c.area_id = a.id and c.by_what = 'stage'
        where a.parent_id = $1) as parts,
       (select count(*)::int from (select from open_cases where red_at > now() and reach && array[$1::uuid]
          order by red_at, case_id limit ${shown}) s) as soon,
       (select count(*)::int from (select from open_cases where reports > 2 and reach && array[$1::uuid]
          order by reports desc, case_id desc limit ${shown}) h) as hot,
       (select json_agg(c) from open_counts c where area_id = $1) as counts,
       (select json_agg(c) from areas a join open_counts c on c.area_id = a.id and c.by_what = 'stage' where a.parent_id = $1) as by_part,
       (select json_agg(f) from areas a join figures f on f.area_id = a.id and f.span = 'day' and f.matter = '*' and f.start = $2
        where a.parent_id = $1) as days,
       (select json_agg(t) from (select start, sum(value) from figures where area_id = $1 and span = 'day' and matter = '*'
          and measure = 'accepted' and start > $2::date - ${28 + 7 * ordinaryWeeks} group by start) t) as trend,
       (select json_agg(l) from (select case_id, measure, at from figure_facts where area_id = $1 order by at desc limit 20) l) as latest`,
  ],
  values: (known) => [areaOf(known), known.today],
  says: (answer) => {
    const { open, day, parts, soon, hot } = Wall.parse(answer)
    const inParts = parts.reduce((sum, part) => sum + total(part.open), 0)
    return [total(open), day.accepted, inParts, soon.length, hot.length]
  },
  rows: 'first',
})

const behind = (where: string, values: ByHand['values']): ByHand =>
  listOf(
    [
      `select f.case_id, f.at, c.*, s.body from (select case_id, at from figure_facts where ${where}
         order by at desc, case_id desc limit 31) f join cases c on c.id = f.case_id
       left join lateral (select body from sealed_texts t where t.subject = c.id and t.kind in ('summary', 'words')
         order by t.kind = 'summary' desc, t.id desc limit 1) s on true
       order by f.at desc, f.case_id desc`,
    ],
    values,
  )

const lastMonth = (month: string) => Temporal.PlainYearMonth.from(month).subtract({ months: 1 })
const Whole = z.object({
  whole: z.object({ figures: z.array(z.object({ measure: z.string(), value: z.int().nullable() })) }),
})
const acceptedIn = (answer: unknown): readonly unknown[] => [
  Whole.parse(answer).whole.figures.find(({ measure }) => measure === 'accepted')?.value ?? 0,
]

/** A month, the one before and last year's, of an area, its parts and its matters, as one row. */
const month = (areaOf: (known: Known) => string): ByHand => ({
  ways: [
    `with months as (select unnest(array[$2::date, ($2::date - interval '1 month')::date, ($2::date - interval '1 year')::date]) as start)
     select (select coalesce(sum(value), 0)::int from figures where area_id = $1 and span = 'month' and matter = '*' and start = $2
          and measure = 'accepted') as accepted,
       (select json_agg(f) from months m join figures f on f.area_id = $1 and f.span = 'month' and f.start = m.start) as whole,
       (select json_agg(f) from months m cross join (select id from areas where parent_id = $1) a
        join figures f on f.area_id = a.id and f.span = 'month' and f.matter = '*' and f.start = m.start) as parts`,
  ],
  values: (known) => [areaOf(known), `${lastMonth(known.month)}-01`],
  says: acceptedIn,
  rows: 'first',
})

/** By the name of what is measured. What has none is no list and no aggregate, or answers as another here does. */
export const byHand: Readonly<Record<string, ByHand>> = {
  ...listsByHand,
  board: onBoard('true'),
  'board, open': onBoard(`stage not in ${done}`),
  'board, one community': { ...onBoard('community_id = $1'), values: ({ community }) => [community] },
  'board, one community and matter': {
    ...onBoard(`community_id = $1 and matter = $2 and stage in ${done}`),
    values: ({ community, matter }) => [community, matter],
  },
  'board counts': boardCounts(
    'true',
    (known, now) => [daysBegan(known), now.toString()],
    '(select id from areas where parent_id is null)',
    'true',
  ),
  'board counts, one community': boardCounts(
    'community_id = $3',
    (known, now) => [daysBegan(known), now.toString(), known.community],
    '$3',
    'community_id = $3',
  ),
  'board map': {
    ways: [
      `select coalesce(sum(value) filter (where state = 'open'), 0)::int as open,
         coalesce(sum(value) filter (where state = 'done'), 0)::int as done
       from board_counts where matter = '*' group by community_id order by 1, 2`,
    ],
    values: () => [],
    says: (answer) =>
      BoardMap.parse(answer)
        .communities.sort((one, other) => one.open - other.open || one.done - other.done)
        .map(({ open }) => open),
    rows: 'all',
  },
  'wall, district': wall(({ district }) => district),
  'wall, street': wall(({ street }) => street),
  'wall, community': wall(({ community }) => community),
  'drill-down, today’s of the district': behind(
    `measure = 'accepted' and area_id = $1 and at >= $2`,
    ({ district, dayBegan }) => [district, dayBegan],
  ),
  'figures of a month, district': month(({ district }) => district),
  'monthly report, district': { ...month(({ district }) => district), says: null },
  'monthly report, street': { ...month(({ street }) => street), says: null },
  'assessment of a month': {
    ways: [
      `select unit_id, measure, count(*), sum(points), sum(out_of) from assessment_facts
       where month = $1 and not taken_out and (not pending or counts_at < $2) group by 1, 2`,
      `select unit_id, measure, sum(value), sum(points * value), sum(out_of * value) from (
         select unit_id, measure, value, points, out_of from assessment_sums
         where month = $1 and matter = '*' and counts_from < ($2::timestamptz + interval '8 hours')::date
         union all
         select unit_id, measure, 1, points, out_of from assessment_facts
         where month = $1 and pending and not taken_out and counts_at < $2
           and counts_at >= date_trunc('day', $2::timestamptz + interval '8 hours') - interval '8 hours'
       ) s group by 1, 2`,
    ],
    values: ({ month }, now) => [month, now.toString()],
    says: null,
    rows: 'all',
  },
}
