import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import { dayOf } from '../platform/clock.ts'
import type { Follower, JournalLine } from '../platform/follower.ts'

/** What a line adds to which measures. Everything stands in the line itself: figures need no table but the journal. */
const measures: Readonly<Record<string, (data: JournalLine['data']) => readonly string[]>> = {
  'case.accepted': () => ['accepted'],
  'case.resolved': (data) => (data.whole ? ['resolved'] : []),
  'case.replied': () => ['replied'],
  'case.rated': (data) => [
    'rated',
    ...(data.solved ? ['solved'] : []),
    ...((data.rating as number) >= 3 && data.solved ? ['satisfied'] : []),
  ],
  'case.reopened': () => ['reopened'],
  'case.closed': () => ['closed'],
  // What another system did counts as done; on time or not only where it set a target and closed.
  'case.history': ({ repliedAt, targetAt, closedAt, onTime }) => [
    ...(repliedAt === null ? [] : ['replied']),
    ...(closedAt === null ? [] : ['closed']),
    ...(targetAt === null || closedAt === null ? [] : ['timed', onTime ? 'on_time' : 'overdue']),
  ],
}

/** Figures per area, local day, matter and measure. The area is the line's chain, fixed at acceptance. */
export const figuresFollower: Follower = {
  name: 'figures',
  follow: async (db, lines, district) => {
    const sums = new Map<
      string,
      { area: string; day: string; matter: string; measure: string; value: number }
    >()
    const practice = await practiceAmong(db, lines)
    for (const line of lines) {
      if (practice.has(line.subject)) continue
      for (const measure of measuresOf(line)) {
        const day = dayOf(line.occurredAt, district.timeZone)
        const matter = typeof line.data.matter === 'string' ? line.data.matter : ''
        const key = [line.chain, day, matter, measure].join('/')
        const sum = sums.get(key) ?? { area: line.chain, day, matter, measure, value: 0 }
        sum.value += 1
        sums.set(key, sum)
      }
    }
    if (sums.size > 0) await add(db, [...sums.values()])
  },
  reset: async (db) => {
    await db.deleteFrom('figures').execute()
  },
}

/** Cases made in a drill, by their own first lines: they count nowhere. */
async function practiceAmong(db: Kysely<Tables>, lines: readonly JournalLine[]): Promise<Set<string>> {
  const ids = [...new Set(lines.filter((line) => measuresOf(line).length > 0).map(({ subject }) => subject))]
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('journal')
    .select('subject')
    .where('subject', 'in', ids)
    .where('seq', '=', 1)
    .where('kind', '=', 'case.accepted')
    .where(sql<boolean>`data ->> 'drillId' is not null`)
    .execute()
  return new Set(rows.map(({ subject }) => subject))
}

function measuresOf(line: JournalLine): readonly string[] {
  if (line.kind === 'case.resolved' && line.data.whole && line.data.dueAt !== null) {
    const onTime =
      Temporal.Instant.compare(line.occurredAt, Temporal.Instant.from(line.data.dueAt as string)) <= 0
    return ['resolved', 'timed', onTime ? 'on_time' : 'overdue']
  }
  return measures[line.kind]?.(line.data) ?? []
}

async function add(
  db: Kysely<Tables>,
  sums: readonly { area: string; day: string; matter: string; measure: string; value: number }[],
): Promise<void> {
  await db
    .insertInto('figures')
    .values(sums.map(({ area, ...sum }) => ({ area_id: area, ...sum })))
    .onConflict((on) =>
      on
        .columns(['area_id', 'day', 'matter', 'measure'])
        .doUpdateSet({ value: sql`figures.value + excluded.value` }),
    )
    .execute()
}
