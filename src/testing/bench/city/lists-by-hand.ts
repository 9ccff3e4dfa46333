import { z } from 'zod'
import type { ByHand } from './reads.ts'

const open = `c.stage not in ('closed', 'joined', 'declined', 'referred', 'withdrawn')`
const over = `c.stage in ('closed', 'joined', 'declined', 'referred', 'withdrawn')`
const counting = `c.stage in ('accepted', 'screened', 'dispatched', 'signed', 'handling')`
const still = `(case when c.lead_unit_id is null then c.responded_at is not null else c.clock_stopped end)`
const due = `coalesce(case when c.lead_unit_id is not null then c.due_at end, c.response_due_at)`
const runs = `not ${still} and not exists (select from case_parts l where l.case_id = c.id and l.unit_id = c.lead_unit_id
  and l.stage = 'resolved')`
const inWork = `c.stage in ('dispatched', 'signed', 'handling', 'paused', 'listed') and exists (select from case_parts p
  where p.case_id = c.id and p.unit_id = $1 and p.stage not in ('resolved', 'returned'))`

const Rows = z.object({
  rows: z.array(z.object({ id: z.string().optional(), caseId: z.string().optional(), number: z.string() })),
})

/** A list whose first column names its rows as the program's rows are named: by id, or where nobody may know that by number. */
export const listOf = (ways: readonly string[], values: ByHand['values'] = () => []): ByHand => ({
  ways,
  values,
  says: (answer) => Rows.parse(answer).rows.map(({ id, caseId, number }) => id ?? caseId ?? number),
  rows: 'all',
})

/** A page of cases with what a row says: its unit's name, its summary, the request that waits. The account is not in it. */
const page = (where: string, order: string): string =>
  `select c.id, c.*, u.name_zh, u.name_en, s.body, q.kind as asked
   from (select * from cases c where ${where} order by ${order} limit 31) c
   left join units u on u.id = c.lead_unit_id
   left join lateral (select body from sealed_texts t where t.subject = c.id and t.kind in ('summary', 'words')
     order by t.kind = 'summary' desc, t.id desc limit 1) s on true
   left join case_requests q on q.case_id = c.id and q.decided_at is null
   order by ${order}`

const dueOrder = `${still}, ${due}, c.id`
const byDue = (where: string, values?: ByHand['values']): ByHand =>
  listOf([page(`${open} and ${where}`, dueOrder), gathered(`${open} and ${where}`, dueOrder)], values)

/** The same page where what fits is gathered first and then put in order: faster where little fits. */
const gathered = (where: string, order: string): string =>
  `with fit as materialized (select * from cases c where ${where}) ${page('true', order).replace('from cases c', 'from fit c')}`

/** What has ended, newest first unless otherwise; walked by the key, or gathered. */
export const ended = (where = 'true', values?: ByHand['values'], order = 'c.id desc'): ByHand =>
  listOf([page(`${over} and ${where}`, order), gathered(`${over} and ${where}`, order)], values)

const behindDue: Pick<ByHand, 'behind'> = {
  behind: `select ${still} as still, ${due} as due, c.id from cases c where id = $1`,
}
const seenIn = `c.reach && array[$1::uuid]`
const ofUnit = `c.units && array[$1::uuid]`

const Counts = z.object({
  queues: z.object({
    screen: z.int(),
    dispatch: z.int(),
    decide: z.int(),
    reply: z.int(),
    check: z.int(),
    open: z.int(),
  }),
  lights: z.object({ red: z.int(), yellow: z.int(), green: z.int() }),
})
const upTo = (where: string): string =>
  `(select count(*)::int from (select from cases c where ${where} limit 1000) b)`
const yellow = 'coalesce(c.yellow_at, c.response_due_at)'
/** The numbers over a desk's tabs, each up to a thousand; `decides`: which requests wait for whoever sits there. */
const counts = (decides: string, values: ByHand['values']): ByHand => ({
  ways: [
    `select ${[
      `c.stage = 'accepted'`,
      `c.stage in ('screened', 'returned')`,
      `c.id = any(array(select case_id from case_requests where decided_at is null and ${decides}))
         and c.stage in ('dispatched', 'signed', 'handling')`,
      `c.stage = 'resolved'`,
      `c.stage in ('replied', 'checked')`,
      open,
      `${counting} and ${runs} and ${due} < $2`,
      `${counting} and ${runs} and ${due} >= $2 and ${yellow} <= $2`,
      `${counting} and ${runs} and ${due} >= $2 and ${yellow} > $2`,
    ]
      .map((where, at) => `${upTo(`${where} and ${seenIn}`)} as n${at}`)
      .join(', ')}`,
  ],
  values,
  says: (answer) => {
    const { queues, lights } = Counts.parse(answer)
    const { screen, dispatch, decide, reply, check } = queues
    return [screen, dispatch, decide, reply, check, queues.open, lights.red, lights.yellow, lights.green]
  },
  rows: 'first',
})

/** Lists and counts of desks, by the name of what is measured. */
export const listsByHand: Readonly<Record<string, ByHand>> = {
  'desk list, centre': byDue('true'),
  'desk list, centre, tenth page': {
    ...byDue(`(${dueOrder}) > ($1::boolean, $2::timestamptz, $3::uuid)`),
    ...behindDue,
  },
  'desk list, centre, red': byDue(`${counting} and ${runs} and ${due} < $1`, (_, now) => [now.toString()]),
  'desk list, centre, green': byDue(
    `${counting} and ${runs} and ${due} >= $1 and ${yellow} > $1`,
    (_, now) => [now.toString()],
  ),
  'desk list, centre, one street': byDue('c.path && array[$1::uuid]', ({ street }) => [street]),
  'desk list, centre, one unit': byDue('c.lead_unit_id = $1', ({ unit }) => [unit]),
  'desk list, centre, one matter': byDue('c.matter = $1', ({ matter }) => [matter]),
  'desk list, street': byDue(seenIn, ({ street }) => [street]),
  'desk list, community': byDue(seenIn, ({ community }) => [community]),
  'desk list, unit': byDue(`${ofUnit} and ${inWork}`, ({ unit }) => [unit]),
  'ended, centre': ended(),
  'ended, centre, oldest': ended('true', undefined, 'c.id'),
  'ended, street': ended(seenIn, ({ street }) => [street]),
  'ended, community': ended(seenIn, ({ community }) => [community]),
  'ended, unit': ended(ofUnit, ({ unit }) => [unit]),
  'ended, centre, one matter': ended('c.matter = $1', ({ matter }) => [matter]),
  'ended, centre, one street': ended('c.path && array[$1::uuid]', ({ street }) => [street]),
  'desk counts, centre': counts('true', ({ district }, now) => [district, now.toString()]),
  'desk counts, street': counts('not arbitration', ({ street }, now) => [street, now.toString()]),
}
