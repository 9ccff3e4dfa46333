import type { Kysely } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import { dayOf } from '../platform/clock.ts'
import type { Follower } from '../platform/follower.ts'
import { keepBoardCounts } from './board-counts.sql.ts'
import { readDueAt } from './clocks.ts'
import { casesSpokenOf, countJoined } from './joined-cases.sql.ts'

/** Stages in which a case has no place on the board: it is another's, or nobody's any more. */
const offBoard = ['joined', 'declined', 'referred', 'withdrawn']

/**
 * The public board (公示). What it shows needs words, so each case that a line speaks of is read again from the
 * tables: the summary that staff confirmed, the answer, a place no nearer than the estate (Care 2). A confidential
 * case never enters (Care 3), and one that becomes confidential leaves; so does one that is mediated, and it never comes
 * back: whoever lives beside a quarrel knows whose it is.
 */
export const boardFollower: Follower = {
  name: 'board',
  follow: async (db, lines, { timeZone }) => {
    const spokenOf = await casesSpokenOf(db, lines)
    if (spokenOf.length > 0) await refresh(db, spokenOf, (at) => dayOf(at, timeZone))
  },
  reset: async (db) => {
    await db.deleteFrom('board').execute()
    await db.deleteFrom('board_counts').execute()
    await db.deleteFrom('board_days').execute()
  },
}

async function refresh(
  db: Kysely<Tables>,
  caseIds: readonly string[],
  dayAt: (at: Temporal.Instant) => string,
): Promise<void> {
  const cases = await db
    .selectFrom('cases')
    .selectAll()
    .where('id', 'in', [...caseIds])
    .where('public', '=', true)
    .where('confidential', '=', false)
    .where('drill_id', 'is', null)
    .where('matter', 'is not', null)
    .where('stage', 'not in', offBoard)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('mediations').whereRef('case_id', '=', 'cases.id').select('mediations.id'))),
    )
    .execute()
  const shownIds = cases.map((row) => row.id)
  const texts = await latestTexts(db, shownIds)
  const places = await publicPlaces(
    db,
    cases.map((row) => row.path),
  )
  const joined = await countJoined(db, shownIds)
  const shown = cases.flatMap((row) => {
    const summary = texts.get(`${row.id}/summary`)
    if (summary === undefined) return []
    return [
      {
        case_id: row.id,
        number: row.number,
        matter: row.matter!,
        area_id: row.path.findLast((id) => places.has(id)) ?? row.path[0]!,
        community_id: row.path[2] ?? row.path.at(-1)!,
        summary,
        // An answer that came with a case it was joined into is not its own.
        answer: (row.replied_at && texts.get(`${row.id}/answer`)) ?? null,
        stage: row.stage,
        accepted_at: row.accepted_at.toString(),
        due_at: readDueAt(row.due_at)?.toString() ?? null,
        resolved_at: row.resolved_at?.toString() ?? null,
        closed_at: row.closed_at?.toString() ?? null,
        rating: row.rating,
        reports: 1 + (joined.get(row.id) ?? 0),
      },
    ]
  })
  const gone = await db
    .deleteFrom('board')
    .where('case_id', 'in', [...caseIds])
    .returning(countedColumns)
    .execute()
  const come =
    shown.length === 0 ? [] : await db.insertInto('board').values(shown).returning(countedColumns).execute()
  await keepBoardCounts(db, gone, come, dayAt)
}

/** As `OnBoard` names them. */
const countedColumns = [
  'community_id as communityId',
  'matter',
  'stage',
  'accepted_at as acceptedAt',
  'due_at as dueAt',
  'resolved_at as resolvedAt',
] as const

/** The newest summary and answer of each case that still has words. */
async function latestTexts(db: Kysely<Tables>, caseIds: readonly string[]): Promise<Map<string, string>> {
  if (caseIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('sealed_texts')
    .select(['subject', 'kind', 'body'])
    .where('subject', 'in', [...caseIds])
    .where('kind', 'in', ['summary', 'answer'])
    .where('body', 'is not', null)
    .orderBy('id')
    .execute()
  return new Map(rows.map((row) => [`${row.subject}/${row.kind}`, row.body!]))
}

/** Of these places, those that may be named in public: the estate and all wider, never a building or a home. */
async function publicPlaces(db: Kysely<Tables>, paths: readonly string[][]): Promise<Set<string>> {
  const ids = [...new Set(paths.flat())]
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('areas')
    .select('id')
    .where('id', 'in', ids)
    .where('kind', 'not in', ['building', 'home'])
    .execute()
  return new Set(rows.map((row) => row.id))
}
