import { Refusal } from '../../kernel/refusal.ts'
import type { Flaw, Witness } from '../../platform/verify.ts'
import { readStoryLines } from '../read-lines.sql.ts'
import { type Mediation, toMediation } from './mediation.sql.ts'
import { differences, type MediationLine, mediationOf, type ToldMediation } from './mediation-state.rule.ts'

type Database = Parameters<Witness>[0]

const page = 500
/** More flaws than these say nothing new. */
const most = 100

/** Mediations against their lines: a consent that was never given, an agreement put in force by hand shows here. */
export const mediationWitness: Witness = async (db) => {
  const flaws = await lostRows(db)
  let after: string | null = null
  while (flaws.length < most) {
    const rows: Mediation[] = (
      await db
        .selectFrom('mediations')
        .selectAll()
        .$if(after !== null, (query) => query.where('id', '>', after!))
        .orderBy('id')
        .limit(page)
        .execute()
    ).map(toMediation)
    if (rows.length === 0) break
    const stories = await readStoryLines(
      db,
      rows.map(({ id }) => id),
    )
    flaws.push(...rows.flatMap((row) => flawsOf(row, stories.get(row.id) ?? [])))
    after = rows.at(-1)!.id
  }
  return flaws.slice(0, most)
}

function flawsOf(row: Mediation, story: readonly MediationLine[]): Flaw[] {
  const { id, chain, seq } = row
  const flaw = (kind: Flaw['kind'], what: string): Flaw[] => [
    { kind, chain, n: null, about: `mediation ${id}: ${what}` },
  ]
  if (story.length !== seq)
    return flaw(story.length < seq ? 'tail_missing' : 'row_changed', `${story.length} of ${seq} lines`)
  const told = toldOf(story)
  if (told === null) return flaw('row_changed', 'no course that a mediation may take')
  return differences(row, told).flatMap((name) => flaw('row_changed', name))
}

function toldOf(story: readonly MediationLine[]): ToldMediation | null {
  try {
    return mediationOf(story)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

/** Mediations that were opened, by the journal, and have no row any more. */
async function lostRows(db: Database): Promise<Flaw[]> {
  const rows = await db
    .selectFrom('journal as j')
    .leftJoin('mediations as m', 'm.id', 'j.subject')
    .select(['j.chain', 'j.n', 'j.subject'])
    .where('j.kind', '=', 'mediation.opened')
    .where('m.id', 'is', null)
    .limit(most)
    .execute()
  return rows.map(({ chain, n, subject }) => ({
    kind: 'row_changed',
    chain,
    n,
    about: `mediation ${subject}: its row is gone`,
  }))
}
