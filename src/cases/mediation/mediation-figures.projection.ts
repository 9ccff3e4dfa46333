import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Tables } from '../../../db/tables.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Follower, JournalLine } from '../../platform/follower.ts'

interface Counted {
  readonly month: string
  readonly cause: string
  readonly measure: string
}

const monthOf = (day: string): string => day.slice(0, 7)

/** Where a party would not have it, or left, nobody looked into what it was about: it stands beside no cause. */
const endedAs: Readonly<Record<string, (month: string, cause: string) => readonly Counted[]>> = {
  refused: (month) => [{ month, cause: '', measure: 'refused' }],
  ended_by_party: (month) => [{ month, cause: '', measure: 'left' }],
  not_reached: (month, cause) => [{ month, cause, measure: 'not_agreed' }],
}

/** What a line counts as, in the month in which it happened: a quarter that is over is told, and must not grow by one. */
function countedOf({ kind, data, occurredAt }: JournalLine, timeZone: string): readonly Counted[] {
  const month = monthOf(dayOf(occurredAt, timeZone))
  const cause = String(data.cause ?? '')
  switch (kind) {
    case 'mediation.opened':
      return [{ month, cause: '', measure: 'opened' }]
    case 'mediation.came_into_force':
      return [{ month, cause, measure: 'agreed' }]
    case 'mediation.closed':
      return [{ month, cause, measure: String(data.kept) }]
    case 'mediation.ended':
      return endedAs[String(data.outcome)]?.(month, cause) ?? []
    default:
      return []
  }
}

/**
 * 矛盾研判: how many disputes, about what, and how many end in an agreement that is kept: per committee's area, month, cause
 * and measure, from the journal alone. What was made for a drill counts nowhere.
 */
export const mediationFiguresFollower: Follower = {
  name: 'mediation-figures',
  follow: async (db, lines, district) => {
    const told = lines.filter((line) => countedOf(line, district.timeZone).length > 0)
    const practice = await practiceAmong(db, told)
    const sums = new Map<string, Counted & { readonly area: string; value: number }>()
    for (const line of told) {
      if (practice.has(line.subject)) continue
      for (const counted of countedOf(line, district.timeZone)) {
        const key = [line.chain, counted.month, counted.cause, counted.measure].join('/')
        const sum = sums.get(key) ?? { ...counted, area: line.chain, value: 0 }
        sum.value += 1
        sums.set(key, sum)
      }
    }
    if (sums.size === 0) return
    await db
      .insertInto('mediation_figures')
      .values([...sums.values()].map(({ area, ...sum }) => ({ area_id: area, ...sum })))
      .onConflict((on) =>
        on
          .columns(['area_id', 'month', 'cause', 'measure'])
          .doUpdateSet({ value: sql`mediation_figures.value + excluded.value` }),
      )
      .execute()
  },
  reset: async (db) => {
    await db.deleteFrom('mediation_figures').execute()
  },
}

async function practiceAmong(db: Kysely<Tables>, lines: readonly JournalLine[]): Promise<Set<string>> {
  const ids = [...new Set(lines.map(({ subject }) => subject))]
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('journal')
    .select('subject')
    .where('subject', 'in', ids)
    .where('seq', 'is not', null)
    .where('kind', '=', 'mediation.opened')
    .where(sql<boolean>`data ->> 'drillId' is not null`)
    .execute()
  return new Set(rows.map(({ subject }) => subject))
}
