import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import { sightsOfUnits } from '../organisations/door.ts'
import type { JournalLine } from '../platform/follower.ts'
import { chunks } from './chunks.ts'
import { markFact } from './mark.rule.ts'
import { type DatedFact, monthOfDay } from './months.rule.ts'
import { forgetParts, postsOfDoers, regroupPosts, type UnitMonth } from './posts.projection.ts'
import type { Doer } from './posts.rule.ts'
import { keepSums, summedColumns } from './sums.projection.ts'
import type { SummedFact } from './sums.rule.ts'
import type { Timing } from './timings.rule.ts'

/** What one case or whistle says. */
export interface Kept {
  readonly subject: string
  readonly about: 'case' | 'whistle' | 'mark'
  readonly facts: readonly (DatedFact & { readonly doer?: (Doer & { readonly day: string }) | null })[]
  readonly timings: readonly (Timing & { readonly month: string })[]
}

type Db = Kysely<Tables>
/** The local day (YYYY-MM-DD) of a moment. */
export type DayAt = (at: Temporal.Instant) => string
type Sights = Awaited<ReturnType<typeof sightsOfUnits>>

/** Puts what these cases and whistles say, and the marks of their parts, in the place of what they said before. */
export async function keepSubjects(
  db: Db,
  subjects: readonly string[],
  kept: readonly Kept[],
  dayAt: DayAt,
): Promise<void> {
  const sights = await sightsOfUnits(
    db,
    kept.flatMap(({ facts, timings }) => [...facts, ...timings].map(({ unitId }) => unitId)),
  )
  const gone = await db
    .deleteFrom('assessment_facts')
    .where('subject', 'in', [...subjects])
    .returning(summedColumns)
    .execute()
  const before = await forgetParts(db, subjects)
  const { come, done } = await insertFacts(db, kept, sights)
  await keepSums(db, gone, come, { dayAt, sights })
  await regroupPosts(db, [...before, ...done], await withSights(db, sights, before))
  await keepTimings(db, subjects, kept, sights)
}

/** The sights with those of further units. */
const withSights = async (db: Db, sights: Sights, further: readonly UnitMonth[]): Promise<Sights> => {
  const missing = further.map(({ unitId }) => unitId).filter((id) => !sights.has(id))
  return new Map([...sights, ...(await sightsOfUnits(db, missing))])
}

/** What streets and communities say of support, one fact a line. */
export async function keepSupport(db: Db, lines: readonly JournalLine[], dayAt: DayAt): Promise<void> {
  const kept = lines.map((line): Kept => {
    const fact = markFact(line)
    const facts = [{ ...fact, month: monthOfDay(dayAt(fact.countsAt)) }]
    return { subject: line.subject, about: 'mark', facts, timings: [] }
  })
  const units = kept.flatMap(({ facts }) => facts.map(({ unitId }) => unitId))
  const sights = await sightsOfUnits(db, units)
  const { come } = await insertFacts(db, kept, sights)
  await keepSums(db, [], come, { dayAt, sights })
}

/** Writes the facts, each with the post of whoever did it; gives them, and the months of units of which somebody's part is. */
async function insertFacts(
  db: Db,
  kept: readonly Kept[],
  sights: Sights,
): Promise<{ come: SummedFact[]; done: UnitMonth[] }> {
  const isOut = await takenOutOf(
    db,
    kept.map(({ subject }) => subject),
  )
  const done = kept.flatMap(({ subject, about, facts }) =>
    facts.map(({ doer = null, ...fact }) => {
      const { unitId: unit_id, measure, round, month } = fact
      const place = { subject, unit_id, measure, round, month }
      return { fact: place, whole: fact, about, doer, day: doer?.day ?? '' }
    }),
  )
  const posts = await postsOfDoers(db, done)
  const rows = done.map(({ fact: place, whole: fact, about }) => ({
    ...place,
    about,
    post: posts.get(place)?.post ?? null,
    counts_at: fact.countsAt.toString(),
    pending: fact.pending,
    points: fact.points,
    out_of: fact.outOf,
    because: fact.because,
    matter: fact.matter,
    due_at: fact.dueAt?.toString() ?? null,
    done_at: fact.doneAt?.toString() ?? null,
    taken_out: isOut(place.subject, fact),
    ...sightIn(sights, fact.unitId),
  }))
  const come: SummedFact[] = []
  for (const some of chunks(rows))
    come.push(...(await db.insertInto('assessment_facts').values(some).returning(summedColumns).execute()))
  const parts = [...posts].map(([place, { post, accountId }]) => ({ ...place, post, account_id: accountId }))
  for (const some of chunks(parts)) await db.insertInto('worker_parts').values(some).execute()
  return { come, done: parts.map(({ unit_id, month }) => ({ unitId: unit_id, month })) }
}

const sightIn = (sights: Sights, unitId: string) => {
  const { reach, units } = sights.get(unitId)!
  return { reach: [...reach], units: [...units] }
}

/** Whether a fact was taken out of its unit's month (考核剔除). */
async function takenOutOf(db: Db, subjects: readonly string[]) {
  const rows = await db
    .selectFrom('assessment_claims')
    .select(['unit_id', 'month', 'taken_out'])
    .where(sql<boolean>`taken_out && ${[...new Set(subjects)]}::uuid[]`)
    .execute()
  const out = new Set(rows.flatMap((row) => row.taken_out.map((id) => `${row.unit_id}/${row.month}/${id}`)))
  return (subject: string, { unitId, month }: DatedFact): boolean => out.has(`${unitId}/${month}/${subject}`)
}

/** 考核剔除: what was decided to be taken out of a unit's month. */
export async function takeOut(db: Db, { data }: JournalLine, dayAt: DayAt): Promise<void> {
  const out = await db
    .updateTable('assessment_facts')
    .set({ taken_out: true })
    .where('unit_id', '=', String(data.unitId))
    .where('month', '=', String(data.month))
    .where(sql<boolean>`subject = any (${data.takenOut as string[]}::uuid[])`)
    .where('taken_out', '=', false)
    .returning(summedColumns)
    .execute()
  const counted = out.map((fact) => ({ ...fact, takenOut: false }))
  await keepSums(db, counted, [], { dayAt, sights: new Map() })
  const touched = [{ unitId: String(data.unitId), month: String(data.month) }]
  await regroupPosts(db, touched, await withSights(db, new Map(), touched))
}

async function keepTimings(
  db: Db,
  subjects: readonly string[],
  kept: readonly Kept[],
  sights: Sights,
): Promise<void> {
  const before = await db
    .deleteFrom('worker_timings')
    .where('subject', 'in', [...subjects])
    .returning(['unit_id', 'month'])
    .execute()
  const rows = kept.flatMap(({ subject, timings }) =>
    timings.map(({ accountId, unitId, at, ...timing }) => ({
      ...timing,
      subject,
      unit_id: unitId,
      account_id: accountId,
      at: at.toString(),
    })),
  )
  for (const some of chunks(rows)) await db.insertInto('worker_timings').values(some).execute()
  const touched = [...before, ...rows].map(({ unit_id, month }) => ({ unitId: unit_id, month }))
  const groups = new Map(touched.map((one) => [`${one.unitId}/${one.month}`, one]))
  await regroup(db, [...groups.values()], await withSights(db, sights, touched))
}

/** What a unit's workers took in a month, together. */
async function regroup(
  db: Db,
  groups: readonly { readonly unitId: string; readonly month: string }[],
  sights: Sights,
): Promise<void> {
  if (groups.length === 0) return
  const wanted = sql<boolean>`(unit_id, month) in (select * from unnest(${groups.map(({ unitId }) => unitId)}::uuid[],
    ${groups.map(({ month }) => month)}::text[]))`
  await db.deleteFrom('worker_groups').where(wanted).execute()
  const sums = await db
    .selectFrom('worker_timings')
    .select(['unit_id', 'month', 'act', 'counted'])
    .select(({ fn }) => [
      fn.count<number>('account_id').distinct().as('workers'),
      fn.countAll<number>().as('acts'),
      fn.sum<number>('minutes').as('minutes'),
    ])
    .where(wanted)
    .groupBy(['unit_id', 'month', 'act', 'counted'])
    .execute()
  const rows = sums.map((sum) => ({ ...sum, ...sightIn(sights, sum.unit_id) }))
  for (const some of chunks(rows)) await db.insertInto('worker_groups').values(some).execute()
}

/** Areas moved: whoever looks after a unit now sees what is said of it. */
export async function refreshSights(db: Db): Promise<void> {
  for (const table of ['assessment_facts', 'assessment_sums', 'worker_groups', 'post_groups'] as const) {
    const units = await db.selectFrom(table).select('unit_id').distinct().execute()
    const sights = await sightsOfUnits(
      db,
      units.map(({ unit_id }) => unit_id),
    )
    for (const [unitId, { reach, units: path }] of sights)
      await db
        .updateTable(table)
        .set({ reach: [...reach], units: [...path] })
        .where('unit_id', '=', unitId)
        .where(sql<boolean>`(reach <> ${[...reach]}::uuid[] or units <> ${[...path]}::uuid[])`)
        .execute()
  }
}
