import type { Kysely } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import type { Follower } from '../platform/follower.ts'
import { readDueAt } from './clocks.ts'

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
  follow: async (db, lines) => {
    const told = lines.filter((line) => line.kind.startsWith('case.'))
    const mediated = lines.flatMap(({ kind, data }) =>
      kind === 'mediation.opened' ? [data.caseId as string] : [],
    )
    if (told.length === 0 && mediated.length === 0) return
    const subjects = [...told.map((line) => line.subject), ...mediated]
    const tookIn = told.flatMap((line) => (line.kind === 'case.joined' ? [line.data.into as string] : []))
    // Screened again: it may have been taken out of the case that it was joined into.
    const screened = told.filter((line) => line.kind === 'case.screened').map((line) => line.subject)
    const wholes = await withWholes(db, [...tookIn, ...(await joinedBefore(db, screened))])
    await refresh(db, [...new Set([...subjects, ...wholes])])
  },
  reset: async (db) => {
    await db.deleteFrom('board').execute()
  },
}

async function refresh(db: Kysely<Tables>, caseIds: readonly string[]): Promise<void> {
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
  await db
    .deleteFrom('board')
    .where('case_id', 'in', [...caseIds])
    .execute()
  if (shown.length > 0) await db.insertInto('board').values(shown).execute()
}

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

/** How many cases were joined into each of these, and into those again. */
async function countJoined(db: Kysely<Tables>, caseIds: readonly string[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  let wholeOf = new Map(caseIds.map((id) => [id, id]))
  while (wholeOf.size > 0) {
    const rows = await db
      .selectFrom('cases')
      .select(['id', 'joined_into'])
      .where('joined_into', 'in', [...wholeOf.keys()])
      .execute()
    wholeOf = new Map(rows.map((row) => [row.id, wholeOf.get(row.joined_into!)!]))
    for (const whole of wholeOf.values()) counts.set(whole, (counts.get(whole) ?? 0) + 1)
  }
  return counts
}

/** Every case that one of these was ever joined into, by its story. */
async function joinedBefore(db: Kysely<Tables>, caseIds: readonly string[]): Promise<string[]> {
  if (caseIds.length === 0) return []
  const rows = await db
    .selectFrom('journal')
    .select('data')
    .where('subject', 'in', [...new Set(caseIds)])
    .where('seq', 'is not', null)
    .where('kind', '=', 'case.joined')
    .execute()
  return rows.map((row) => (row.data as { readonly into: string }).into)
}

/** These cases and those that they are part of, up to the one that stands by itself. */
async function withWholes(db: Kysely<Tables>, caseIds: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>()
  let next = [...caseIds]
  while (next.length > 0) {
    for (const id of next) found.add(id)
    const rows = await db.selectFrom('cases').select('joined_into').where('id', 'in', next).execute()
    next = rows.flatMap((row) => (row.joined_into && !found.has(row.joined_into) ? [row.joined_into] : []))
  }
  return found
}
