import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import { sightsOfUnits } from '../organisations/door.ts'
import type { JournalLine } from '../platform/follower.ts'
import { markFact } from './mark.rule.ts'
import type { DatedFact } from './months.rule.ts'
import type { Timing } from './timings.rule.ts'

/** What one case or whistle says. */
export interface Kept {
  readonly subject: string
  readonly about: 'case' | 'whistle' | 'mark'
  readonly facts: readonly DatedFact[]
  readonly timings: readonly (Timing & { readonly month: string })[]
}

type Db = Kysely<Tables>
type Sights = Awaited<ReturnType<typeof sightsOfUnits>>

/** Rows for one statement: its parameters are counted. */
const rowsAtOnce = 1000
const chunks = <Row>(rows: readonly Row[]): Row[][] =>
  Array.from({ length: Math.ceil(rows.length / rowsAtOnce) }, (_, at) =>
    rows.slice(at * rowsAtOnce, (at + 1) * rowsAtOnce),
  )

/** Puts what these cases and whistles say, and the marks of their parts, in the place of what they said before. */
export async function keepSubjects(
  db: Db,
  subjects: readonly string[],
  kept: readonly Kept[],
): Promise<void> {
  const sights = await sightsOfUnits(
    db,
    kept.flatMap(({ facts, timings }) => [...facts, ...timings].map(({ unitId }) => unitId)),
  )
  await db
    .deleteFrom('assessment_facts')
    .where('subject', 'in', [...subjects])
    .execute()
  await insertFacts(db, kept, sights)
  await keepTimings(db, subjects, kept, sights)
}

/** What streets and communities say of support, one fact a line. */
export async function keepSupport(
  db: Db,
  lines: readonly JournalLine[],
  monthAt: (at: Temporal.Instant) => string,
): Promise<void> {
  const kept = lines.map((line): Kept => {
    const fact = markFact(line)
    const facts = [{ ...fact, month: monthAt(fact.countsAt) }]
    return { subject: line.subject, about: 'mark', facts, timings: [] }
  })
  const units = kept.flatMap(({ facts }) => facts.map(({ unitId }) => unitId))
  await insertFacts(db, kept, await sightsOfUnits(db, units))
}

async function insertFacts(db: Db, kept: readonly Kept[], sights: Sights): Promise<void> {
  const isOut = await takenOutOf(
    db,
    kept.map(({ subject }) => subject),
  )
  const rows = kept.flatMap(({ subject, about, facts }) =>
    facts.map((fact) => ({
      subject,
      about,
      unit_id: fact.unitId,
      measure: fact.measure,
      round: fact.round,
      month: fact.month,
      counts_at: fact.countsAt.toString(),
      pending: fact.pending,
      points: fact.points,
      out_of: fact.outOf,
      because: fact.because,
      matter: fact.matter,
      due_at: fact.dueAt?.toString() ?? null,
      done_at: fact.doneAt?.toString() ?? null,
      taken_out: isOut(subject, fact),
      ...sightIn(sights, fact.unitId),
    })),
  )
  for (const some of chunks(rows)) await db.insertInto('assessment_facts').values(some).execute()
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
export async function takeOut(db: Db, { data }: JournalLine): Promise<void> {
  await db
    .updateTable('assessment_facts')
    .set({ taken_out: true })
    .where('unit_id', '=', String(data.unitId))
    .where('month', '=', String(data.month))
    .where(sql<boolean>`subject = any (${data.takenOut as string[]}::uuid[])`)
    .execute()
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
  const touched = [...before, ...rows]
  const groups = new Map(
    touched.map(({ unit_id, month }) => [`${unit_id}/${month}`, { unitId: unit_id, month }]),
  )
  const missing = before.map(({ unit_id }) => unit_id).filter((id) => !sights.has(id))
  await regroup(db, [...groups.values()], new Map([...sights, ...(await sightsOfUnits(db, missing))]))
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
  for (const table of ['assessment_facts', 'worker_groups'] as const) {
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
