import { type Kysely, type Selectable, sql } from 'kysely'
import type { Tables } from '../../../db/tables.ts'
import type { Follower } from '../../platform/follower.ts'
import type { Source, Stage } from '../contract.ts'
import { gramsOf, initialGramsOf } from './grams.rule.ts'
import { initialsOf } from './initials.ts'
import { againMark, areaMark, matterMark, sightMark, sourceMark, stateMarks, unitMark } from './marks.rule.ts'
import { madeAtMs, windowMarks } from './windows.rule.ts'

/** What whoever sees a case reads of it: notes and reasons are a unit's own, names and telephones are nobody's to search. */
const readKinds = ['title', 'summary', 'words', 'addition', 'address', 'answer']

/**
 * What cases are found by (查找). It needs words, so each case that a line speaks of is read again from the tables: what was
 * erased there is not found any more.
 */
export const caseWordsFollower: Follower = {
  name: 'find',
  lines: 500,
  follow: async (db, lines) => {
    const told = lines.filter((line) => line.kind.startsWith('case.')).map((line) => line.subject)
    if (told.length > 0) await refresh(db, [...new Set(told)])
  },
  reset: async (db) => {
    await db.deleteFrom('case_words').execute()
  },
}

type CaseRow = Selectable<Tables['cases']>
type Text = Pick<Selectable<Tables['sealed_texts']>, 'subject' | 'kind' | 'body' | 'reach' | 'units'>

async function refresh(db: Kysely<Tables>, caseIds: readonly string[]): Promise<void> {
  const cases = await db
    .selectFrom('cases')
    .selectAll()
    .where('id', 'in', [...caseIds])
    .execute()
  const texts = Map.groupBy(await textsOf(db, caseIds), ({ subject }) => subject)
  const units = Map.groupBy(
    await db
      .selectFrom('case_parts')
      .select(['case_id', 'unit_id'])
      .where('case_id', 'in', [...caseIds])
      .where('stage', '<>', 'returned')
      .execute(),
    (part) => part.case_id,
  )
  const rows = await Promise.all(
    cases.map(async (row) => {
      const sight = [...new Set([...row.reach, ...row.units])]
      return {
        id: row.id,
        sight,
        doc: [
          ...(await wordsIn(row, texts.get(row.id) ?? [])),
          ...sight.map(sightMark),
          ...marksOf(row, units.get(row.id)?.map(({ unit_id }) => unit_id) ?? []),
        ],
      }
    }),
  )
  await write(db, rows)
}

const textsOf = (db: Kysely<Tables>, caseIds: readonly string[]): Promise<Text[]> =>
  db
    .selectFrom('sealed_texts')
    .select(['subject', 'kind', 'body', 'reach', 'units'])
    .where('subject', 'in', [...caseIds])
    .where('kind', 'in', readKinds)
    .where('personal', '=', false)
    .where('body', 'is not', null)
    .orderBy('id')
    .execute()

async function wordsIn(row: CaseRow, texts: readonly Text[]): Promise<string[]> {
  // A text that fewer read than see the case would be told by whether the case is found.
  const shared = texts.filter(
    ({ reach, units }) =>
      row.reach.every((id) => reach.includes(id)) && row.units.every((id) => units.includes(id)),
  )
  const [first] = (['summary', 'title', 'words'] as const).flatMap(
    (kind) => shared.findLast((text) => text.kind === kind)?.body ?? [],
  )
  const numbers = [row.number, ...(row.source_number === null ? [] : [row.source_number])]
  return [
    ...shared.flatMap(({ body }) => gramsOf(body ?? '')),
    ...numbers.flatMap(gramsOf),
    ...initialGramsOf(await initialsOf((first ?? '').slice(0, 200))),
  ]
}

const marksOf = (row: CaseRow, units: readonly string[]): string[] => [
  ...windowMarks(madeAtMs(row.id)),
  ...row.path.map(areaMark),
  ...units.map(unitMark),
  ...(row.matter === null ? [] : [matterMark(row.matter)]),
  sourceMark(row.source as Source),
  ...stateMarks(row.stage as Stage),
  ...(row.reopened > 0 ? [againMark] : []),
]

interface Found {
  readonly id: string
  readonly sight: readonly string[]
  readonly doc: readonly string[]
}

/** Most lines change nothing that a case is found by: its row is left alone then. */
async function write(db: Kysely<Tables>, rows: readonly Found[]): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into case_words (case_id, sight, doc)
    select r.id, r.sight, array_to_tsvector(r.doc)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, sight uuid[], doc text[])
    on conflict (case_id) do update set sight = excluded.sight, doc = excluded.doc
    where (case_words.sight, case_words.doc) is distinct from (excluded.sight, excluded.doc)`.execute(db)
}
