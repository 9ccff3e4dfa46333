import type { Follower, JournalLine } from '../../platform/follower.ts'
import { addToCounts } from '../../platform/kept-counts.ts'
import { casesSpokenOf } from '../joined-cases.sql.ts'
import { openCellsOf } from './open-cells.rule.ts'
import { openCounts, readOpen, replaceOpen, selectTurned } from './open-kept.sql.ts'

/** So many lights are turned with one step; the rest with the next. */
const turnedAtOnce = 1000

/**
 * Open cases with their lights, and how many there are of each. Every case that a line speaks of is read again as it is
 * now; with it go those whose light has turned since. Time is the lines' own: what turned since the last one is put
 * right where it is read (`wall.sql.ts`).
 */
export const openFollower: Follower = {
  name: 'open',
  follow: async (db, lines) => {
    const now = latest(lines)
    const spokenOf = await casesSpokenOf(db, lines)
    const ids = [...new Set([...spokenOf, ...(await selectTurned(db, now, turnedAtOnce))])]
    if (ids.length === 0) return
    const found = await readOpen(db, ids, now)
    const before = await replaceOpen(db, ids, found)
    await addToCounts(db, openCounts, [...openCellsOf(before, -1), ...openCellsOf(found, 1)])
  },
  reset: async (db) => {
    await db.deleteFrom('open_cases').execute()
    await db.deleteFrom('open_counts').execute()
  },
}

const latest = (lines: readonly JournalLine[]): Temporal.Instant =>
  lines
    .map(({ recordedAt }) => recordedAt)
    .reduce((one, other) => (Temporal.Instant.compare(one, other) < 0 ? other : one))
