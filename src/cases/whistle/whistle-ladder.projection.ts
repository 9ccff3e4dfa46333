import type { Kysely } from 'kysely'
import type { Tables } from '../../../db/tables.ts'
import type { District } from '../../platform/ctx.ts'
import type { Follower } from '../../platform/follower.ts'
import type { LineData } from '../../platform/journal-line.rule.ts'
import { keptSteps } from '../ladder/case-ladder.ts'
import { waitingClimbs } from './climb.rule.ts'
import type { WhistleLine } from './whistle-state.rule.ts'

/**
 * Keeps each whistle's next moment on the ladder, from its story alone: whatever a unit did, the row says what follows
 * from it now.
 */
export const whistleLadderFollower: Follower = {
  name: 'whistle_ladder',
  follow: async (db, lines, district) => {
    const told = lines.filter(({ kind, seq }) => seq !== null && kind.startsWith('whistle.'))
    if (told.length > 0) await keepNext(db, [...new Set(told.map(({ subject }) => subject))], district)
  },
  reset: async (db) => {
    await db.deleteFrom('whistle_next').execute()
  },
}

async function keepNext(db: Kysely<Tables>, ids: readonly string[], district: District): Promise<void> {
  const steps = await keptSteps.of({ district })
  const stories = await readStories(db, ids)
  const rows = ids.flatMap((id) => {
    const [next] = waitingClimbs(stories.get(id) ?? [], steps, district.timeZone)
    return next ? [{ whistle_id: id, next_at: next.at.toString() }] : []
  })
  await db
    .deleteFrom('whistle_next')
    .where('whistle_id', 'in', [...ids])
    .execute()
  if (rows.length > 0) await db.insertInto('whistle_next').values(rows).execute()
}

async function readStories(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly WhistleLine[]>> {
  const rows = await db
    .selectFrom('journal')
    .select(['subject', 'kind', 'occurred_at', 'data'])
    .where('subject', 'in', [...ids])
    .where('seq', 'is not', null)
    .orderBy('subject')
    .orderBy('seq')
    .execute()
  const lines = rows.map(({ subject, kind, occurred_at, data }) => ({
    subject,
    kind,
    occurredAt: occurred_at,
    data: data as LineData,
  }))
  return Map.groupBy(lines, ({ subject }) => subject)
}
