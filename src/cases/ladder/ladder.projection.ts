import type { Kysely } from 'kysely'
import type { Tables } from '../../../db/tables.ts'
import { freshCalendarOf } from '../../matters/door.ts'
import type { District } from '../../platform/ctx.ts'
import type { Follower, JournalLine } from '../../platform/follower.ts'
import type { ClockLine } from '../clock-events.rule.ts'
import { readStoryLines } from '../read-lines.sql.ts'
import { caseLadderOf } from './case-ladder.ts'
import { nextMoment } from './ladder.rule.ts'

/** Cases whose stories are read at once. */
const atOnce = 500

/**
 * Keeps each case's next moment on the ladder, from its story alone: whatever happened to a clock, the row says what
 * follows from it now, and no timer set before can fire. A year that was announced moves the moments of all.
 */
export const ladderFollower: Follower = {
  name: 'ladder',
  follow: async (db, lines, district) => {
    const announced = lines.findLast(({ kind }) => kind === 'calendar.announced')
    if (announced) await freshCalendarOf({ district })
    const told = lines.filter(({ kind, seq }) => seq !== null && kind.startsWith('case.'))
    const ids = [...told.map(({ subject }) => subject), ...(announced ? await waitingCases(db) : [])]
    const last = lines.at(-1)
    if (last && ids.length > 0) await keepNext(db, [...new Set(ids)], last, district)
  },
  reset: async (db) => {
    await db.deleteFrom('ladder_next').execute()
  },
}

async function keepNext(
  db: Kysely<Tables>,
  caseIds: readonly string[],
  last: JournalLine,
  district: District,
): Promise<void> {
  const ladderOf = await caseLadderOf({ district, clock: { now: () => last.recordedAt } })
  for (let at = 0; at < caseIds.length; at += atOnce) {
    const ids = caseIds.slice(at, at + atOnce)
    const stories = await readStories(db, ids)
    const rows = ids.flatMap((id) => {
      const story = stories.get(id)
      const next = story && nextMoment(ladderOf(story).flatMap(({ waiting }) => waiting))
      return next ? [{ case_id: id, next_at: next.toString() }] : []
    })
    await db.deleteFrom('ladder_next').where('case_id', 'in', ids).execute()
    if (rows.length > 0) await db.insertInto('ladder_next').values(rows).execute()
  }
}

async function waitingCases(db: Kysely<Tables>): Promise<string[]> {
  const rows = await db.selectFrom('ladder_next').select('case_id').execute()
  return rows.map((row) => row.case_id)
}

/** Whole stories that begin with their acceptance. */
async function readStories(
  db: Kysely<Tables>,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ClockLine[]>> {
  const stories = await readStoryLines(db, caseIds)
  for (const [id, [first]] of stories) if (first.kind !== 'case.accepted') stories.delete(id)
  return stories
}
