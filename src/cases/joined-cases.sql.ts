import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import type { JournalLine } from '../platform/follower.ts'

/**
 * Cases whose rows these lines may have changed for whoever shows them: their own, those that are mediated from now on, and
 * every case that one of them is or was joined into, since it counts how many reported it.
 */
export async function casesSpokenOf(db: Kysely<Tables>, lines: readonly JournalLine[]): Promise<string[]> {
  const told = lines.filter((line) => line.kind.startsWith('case.'))
  const mediated = lines.flatMap(({ kind, data }) =>
    kind === 'mediation.opened' ? [data.caseId as string] : [],
  )
  const tookIn = told.flatMap((line) => (line.kind === 'case.joined' ? [line.data.into as string] : []))
  // Screened again: it may have been taken out of the case that it was joined into.
  const screened = told.filter((line) => line.kind === 'case.screened').map((line) => line.subject)
  const wholes = await withWholes(db, [...tookIn, ...(await joinedBefore(db, screened))])
  return [...new Set([...told.map((line) => line.subject), ...mediated, ...wholes])]
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

/**
 * Which joined cases are in the number of a whole: none that is confidential or practised, and those alone that whoever sees
 * the whole from its community up sees too: who may not know of a complaint about the own workers learns of it by no number.
 */
export const joinedCounts = (whole: string, joined: string): string =>
  `not ${joined}.confidential and ${joined}.drill_id is null and ${joined}.reach @> ${whole}.reach[1:3]`

/** How many cases were joined into each of these, and into those again. */
export async function countJoined(
  db: Kysely<Tables>,
  caseIds: readonly string[],
): Promise<Map<string, number>> {
  if (caseIds.length === 0) return new Map()
  const { rows } = await sql<{ whole: string; joined: number }>`
    with recursive same as (
      select id as whole, reach, id from cases where id = any (${[...caseIds]}::uuid[])
      union all
      select s.whole, s.reach, c.id from same s join cases c on c.joined_into = s.id
      where ${sql.raw(joinedCounts('s', 'c'))}
    )
    select whole, count(*)::integer - 1 as joined from same group by whole`.execute(db)
  return new Map(rows.map(({ whole, joined }) => [whole, joined]))
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
