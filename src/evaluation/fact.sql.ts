import { sql } from 'kysely'
import { Refusal } from '../kernel/refusal.ts'
import type { Tx } from '../platform/transaction.ts'
import type { Because, FactQuery, Measure } from './contract.ts'

/** Which facts are asked for: of a month, as they count at a moment, by that month's formula. */
export interface Counted {
  readonly month: string
  readonly now: Temporal.Instant
  readonly consultations: readonly string[]
  readonly unitId?: string
}

const asks = (consultations: readonly string[]) =>
  sql<boolean>`coalesce(matter = any (${[...consultations]}::text[]), false)`

/** What counts at that moment: a duty that is not done counts once its deadline is past. */
const counting = (now: Temporal.Instant) =>
  sql<boolean>`(not pending or counts_at < ${now.toString()}::timestamptz)`

/** How many facts of a unit's month ask only (咨询), and how many were taken out. */
export async function countBeside(
  tx: Tx,
  { month, now, consultations, unitId }: Counted & { readonly unitId: string },
): Promise<{ consultations: number; takenOut: number }> {
  const row = await tx.db
    .selectFrom('assessment_facts')
    .select([
      sql<number>`count(distinct subject) filter (where ${asks(consultations)} and not taken_out)::int`.as(
        'consultations',
      ),
      sql<number>`count(distinct subject) filter (where taken_out)::int`.as('taken_out'),
    ])
    .where('month', '=', month)
    .where('unit_id', '=', unitId)
    .where(counting(now))
    .executeTakeFirstOrThrow()
  return { consultations: row.consultations, takenOut: row.taken_out }
}

/** A fact as its list shows it. */
export interface ListedFact {
  readonly subject: string
  readonly about: 'case' | 'whistle' | 'mark'
  readonly measure: Measure
  readonly round: number
  readonly points: number
  readonly outOf: number
  readonly because: Because
  readonly countsAt: Temporal.Instant
  readonly dueAt: Temporal.Instant | null
  readonly doneAt: Temporal.Instant | null
  readonly matter: string | null
  readonly counted: 'yes' | 'taken_out' | 'consultation'
  readonly key: string
}

type FactsAsked = Pick<FactQuery, 'measure' | 'post' | 'after' | 'limit'> & {
  /** Codes of matters; an empty one stands for none. */
  readonly matters?: readonly string[] | undefined
}

/** Facts of a post, of those measures of which something may be said: of the others no row is there. */
const ofPost = (post: string) => sql<boolean>`assessment_facts.post = ${post} and exists (
  select from post_groups g where g.unit_id = assessment_facts.unit_id and g.month = assessment_facts.month
    and g.post = assessment_facts.post and g.measure = assessment_facts.measure and g.said)`

/** A unit's facts of a month, the newest last, from after a key on. */
export async function selectFacts(
  tx: Tx,
  { month, now, consultations, unitId }: Counted & { readonly unitId: string },
  { measure, post, matters, after, limit }: FactsAsked,
): Promise<ListedFact[]> {
  const key = sql<string>`concat_ws('~', to_char(counts_at at time zone 'UTC', 'YYYYMMDDHH24MISSMS'), subject, measure, round)`
  const rows = await tx.db
    .selectFrom('assessment_facts')
    .selectAll()
    .select([key.as('key'), asks(consultations).as('asks')])
    .where('month', '=', month)
    .where('unit_id', '=', unitId)
    .where(counting(now))
    .$if(measure !== undefined, (query) => query.where('measure', '=', measure!))
    .$if(post !== undefined, (query) => query.where(ofPost(post!)))
    .$if(matters !== undefined, (query) =>
      query.where(sql<boolean>`coalesce(matter, '') = any (${[...matters!]}::text[])`),
    )
    .$if(after !== undefined, (query) => query.where(sql<boolean>`${key} collate "C" > ${after!}`))
    .orderBy(sql`${key} collate "C"`)
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    subject: row.subject,
    about: row.about as ListedFact['about'],
    measure: row.measure as Measure,
    round: row.round,
    points: row.points,
    outOf: row.out_of,
    because: row.because as Because,
    countsAt: row.counts_at,
    dueAt: row.due_at,
    doneAt: row.done_at,
    matter: row.matter,
    counted: row.taken_out ? 'taken_out' : row.asks ? 'consultation' : 'yes',
    key: row.key,
  }))
}

/** Refuses `assessment_subject_unfit` unless the unit has a fact of each of these in the month. */
export async function mustHaveFacts(
  tx: Tx,
  { month, unitId, subjects }: { month: string; unitId: string; subjects: readonly string[] },
): Promise<void> {
  if (subjects.length === 0) return
  const rows = await tx.db
    .selectFrom('assessment_facts')
    .select('subject')
    .distinct()
    .where('month', '=', month)
    .where('unit_id', '=', unitId)
    .where('subject', 'in', [...subjects])
    .execute()
  if (rows.length < new Set(subjects).size)
    throw new Refusal('assessment_subject_unfit', { field: 'subjects' })
}
