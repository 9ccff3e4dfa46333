import type { Kysely } from 'kysely'
import type { Tables } from '../../../db/tables.ts'
import type { District } from '../../platform/ctx.ts'
import type { Follower } from '../../platform/follower.ts'
import { keptSteps } from '../ladder/case-ladder.ts'
import { readStoryLines } from '../read-lines.sql.ts'
import { waitingClimbs } from './climb.rule.ts'

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
  const stories = await readStoryLines(db, ids)
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
