import type { Kysely } from 'kysely'
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

/** How many cases were joined into each of these, and into those again; what is confidential or practised is in no number. */
export async function countJoined(
  db: Kysely<Tables>,
  caseIds: readonly string[],
): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  let wholeOf = new Map(caseIds.map((id) => [id, id]))
  while (wholeOf.size > 0) {
    const rows = await db
      .selectFrom('cases')
      .select(['id', 'joined_into'])
      .where('joined_into', 'in', [...wholeOf.keys()])
      .where('confidential', '=', false)
      .where('drill_id', 'is', null)
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
