import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Flaw, Witness } from '../platform/verify.ts'
import { type FollowedLine, readStoryLines } from './read-lines.sql.ts'

const page = 500
/** More flaws than these say nothing new. */
export const mostFlaws = 100
/** Before every id. */
const nil = '00000000-0000-0000-0000-000000000000'

interface StoryRow {
  readonly id: string
  readonly chain: string
  /** How many lines its story has. */
  readonly seq: number
}

interface Stories<Row extends StoryRow> {
  /** What a flaw calls one of them. */
  readonly name: string
  /** By kind of line that writes a row: the table that must still have it. */
  readonly rowOf: Readonly<Record<string, keyof Tables>>
  /** The next rows behind an id, in order of their ids. */
  readonly rowsAfter: (db: Kysely<Tables>, after: string, limit: number) => Promise<readonly Row[]>
  /** What a row, or a part of it, says otherwise than its lines (`saysOtherwise`); null: no course that it may take. */
  readonly wrongIn: (row: Row, lines: readonly FollowedLine[]) => string[] | null
}

/** A witness of rows that have a story of their own: each is told again from its lines alone. */
export const storyWitness =
  <Row extends StoryRow>(stories: Stories<Row>): Witness =>
  async (db) => {
    const flaws = await lostRows(db, stories)
    let after = nil
    while (flaws.length < mostFlaws) {
      const rows = await stories.rowsAfter(db, after, page)
      if (rows.length === 0) break
      const ids = rows.map(({ id }) => id)
      const lines = await readStoryLines(db, ids)
      flaws.push(...rows.flatMap((row) => flawsOf(stories, row, lines.get(row.id) ?? [])))
      after = ids.at(-1)!
    }
    return flaws.slice(0, mostFlaws)
  }

function flawsOf<Row extends StoryRow>(
  { name, wrongIn }: Stories<Row>,
  row: Row,
  lines: readonly FollowedLine[],
): Flaw[] {
  const flaw = (about: string, kind: Flaw['kind'] = 'row_changed'): Flaw => ({
    kind,
    chain: row.chain,
    n: null,
    about,
  })
  if (lines.length !== row.seq) {
    const kind = lines.length < row.seq ? 'tail_missing' : 'row_changed'
    return [flaw(`${name} ${row.id}: ${lines.length} of ${row.seq} lines`, kind)]
  }
  const wrong = orNull(() => wrongIn(row, lines)) ?? [`${name} ${row.id}: no course that it may take`]
  return wrong.map((about) => flaw(about))
}

function orNull<Told>(tell: () => Told): Told | null {
  try {
    return tell()
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

/** Rows that were written, by the journal, and are there no more. */
async function lostRows(db: Kysely<Tables>, { rowOf }: Pick<Stories<never>, 'rowOf'>): Promise<Flaw[]> {
  const flaws: Flaw[] = []
  for (const [kind, table] of Object.entries(rowOf)) {
    const { rows } = await sql<{ chain: string; n: number; subject: string }>`
      select j.chain, j.n, j.subject from journal j
      where j.kind = ${kind} and not exists (select from ${sql.table(table)} t where t.id = j.subject)
      limit ${mostFlaws}`.execute(db)
    for (const { chain, n, subject } of rows)
      flaws.push({ kind: 'row_changed', chain, n, about: `${kind} ${subject}: its row is gone` })
  }
  return flaws
}

/** What a row says otherwise than its lines, by name, in a sentence of a flaw; moments are held to the millisecond. */
export function saysOtherwise(name: string, id: string, row: object, told: object | null): string[] {
  const plain = (value: unknown): unknown =>
    value instanceof Temporal.Instant ? value.epochMilliseconds : value
  const says = new Map(Object.entries(row))
  const wrong = Object.entries(told ?? { row: null })
    .filter(([key, value]) => plain(says.get(key)) !== plain(value))
    .map(([key]) => key)
  return wrong.length > 0 ? [`${name} ${id}: ${wrong.join(', ')}`] : []
}
