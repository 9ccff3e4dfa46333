import type { Selectable } from 'kysely'
import type { Tables } from '../../../db/tables.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Flaw, Witness } from '../../platform/verify.ts'
import { readStoryLines } from '../read-lines.sql.ts'
import { differencesOf } from '../whistle/whistle-state.rule.ts'
import { toPassed } from './passed.sql.ts'
import { type PassedLine, passedBy } from './passed-state.rule.ts'

type Database = Parameters<Witness>[0]
type Row = Selectable<Tables['passed_on']>

const page = 500
/** More flaws than these say nothing new. */
const most = 100

/** What was passed on, against its lines: a signature or an answer that was made by hand shows here. */
export const passedWitness: Witness = async (db) => {
  const flaws = await lostRows(db)
  let after: string | null = null
  while (flaws.length < most) {
    const rows: Row[] = await db
      .selectFrom('passed_on')
      .selectAll()
      .$if(after !== null, (query) => query.where('id', '>', after!))
      .orderBy('id')
      .limit(page)
      .execute()
    if (rows.length === 0) break
    const lines = await readStoryLines(
      db,
      rows.map(({ id }) => id),
    )
    flaws.push(...rows.flatMap((row) => flawsOf(row, lines.get(row.id) ?? [])))
    after = rows.at(-1)!.id
  }
  return flaws.slice(0, most)
}

function flawsOf(row: Row, story: readonly PassedLine[]): Flaw[] {
  const kind = story.length < row.seq ? 'tail_missing' : 'row_changed'
  const about = (what: string): Flaw[] => [
    { kind, chain: row.chain, n: null, about: `passed on ${row.id}: ${what}` },
  ]
  if (story.length !== row.seq) return about(`${story.length} of ${row.seq} lines`)
  const told = toldOf(story)
  if (told === null) return about('no course that it may take')
  return differencesOf(toPassed(row), told).flatMap(about)
}

function toldOf(story: readonly PassedLine[]) {
  try {
    return passedBy(story)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

/** What was passed on, by the journal, and has no row any more. */
async function lostRows(db: Database): Promise<Flaw[]> {
  const rows = await db
    .selectFrom('journal as j')
    .leftJoin('passed_on as p', 'p.id', 'j.subject')
    .select(['j.chain', 'j.n', 'j.subject'])
    .where('j.kind', '=', 'passed_on.passed')
    .where('p.id', 'is', null)
    .limit(most)
    .execute()
  return rows.map(({ chain, n, subject }) => ({
    kind: 'row_changed',
    chain,
    n,
    about: `passed on ${subject}: its row is gone`,
  }))
}
