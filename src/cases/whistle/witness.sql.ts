import type { Selectable } from 'kysely'
import type { Tables } from '../../../db/tables.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Flaw, Witness } from '../../platform/verify.ts'
import { readStoryLines } from '../read-lines.sql.ts'
import { toCall } from './call.sql.ts'
import { differencesOf, type ToldWhistle, type WhistleLine, whistleOf } from './whistle-state.rule.ts'

type Database = Parameters<Witness>[0]

const page = 500
/** More flaws than these say nothing new. */
const most = 100

/**
 * Whistles, calls, advice and rules against their lines: an absence that was taken out, a rating that was bettered, an
 * advice that was planted shows here.
 */
export const whistleWitness: Witness = async (db) => {
  const flaws = [...(await lostRows(db)), ...(await strangeAdvice(db))]
  let after: string | null = null
  while (flaws.length < most) {
    const rows: Selectable<Tables['whistles']>[] = await db
      .selectFrom('whistles')
      .selectAll()
      .$if(after !== null, (query) => query.where('id', '>', after!))
      .orderBy('id')
      .limit(page)
      .execute()
    if (rows.length === 0) break
    flaws.push(...(await differing(db, rows)))
    after = rows.at(-1)!.id
  }
  return flaws.slice(0, most)
}

async function differing(db: Database, rows: readonly Selectable<Tables['whistles']>[]): Promise<Flaw[]> {
  const ids = rows.map(({ id }) => id)
  const calls = await db.selectFrom('whistle_calls').selectAll().where('whistle_id', 'in', ids).execute()
  const callsOf = Map.groupBy(calls.map(toCall), (call) => call.whistleId)
  const lines = await readStoryLines(db, ids)
  return rows.flatMap((row): Flaw[] => {
    const story = lines.get(row.id) ?? []
    const about = (what: string): Flaw[] => [
      {
        kind: story.length < row.seq ? 'tail_missing' : 'row_changed',
        chain: row.chain,
        n: null,
        about: what,
      },
    ]
    if (story.length !== row.seq) return about(`whistle ${row.id}: ${story.length} of ${row.seq} lines`)
    const told = toldOf(story)
    if (told === null) return about(`whistle ${row.id}: no course that a whistle may take`)
    const says = {
      stage: row.stage,
      situation: row.situation,
      areaId: row.area_id,
      caseId: row.case_id,
      review: row.review,
      warranted: row.warranted,
      soundedAt: row.sounded_at,
      endedAt: row.ended_at,
    }
    const ofCalls = (callsOf.get(row.id) ?? []).map((call) => {
      const { id, promptness, result, attitude } = call
      const marks = promptness === null ? null : [promptness, result, attitude].join()
      return { id, wrong: differencesOf({ ...call, marks }, told.calls.get(id) ?? { id: null }) }
    })
    const missing = told.calls.size === ofCalls.length ? [] : ['calls']
    return [
      ...[...differencesOf(says, told), ...missing].flatMap((name) => about(`whistle ${row.id}: ${name}`)),
      ...ofCalls.flatMap(({ id, wrong }) =>
        wrong.length > 0 ? about(`call ${id}: ${wrong.join(', ')}`) : [],
      ),
    ]
  })
}

function toldOf(story: readonly WhistleLine[]): ToldWhistle | null {
  try {
    return whistleOf(story)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

/** Whistles, advice and rules that were written, by the journal, and have no row any more. */
async function lostRows(db: Database): Promise<Flaw[]> {
  const rows = await db
    .selectFrom('journal as j')
    .leftJoin('whistles as w', 'w.id', 'j.subject')
    .leftJoin('whistle_advice as a', 'a.id', 'j.subject')
    .leftJoin('whistle_rules as r', 'r.id', 'j.subject')
    .select(['j.chain', 'j.n', 'j.subject', 'j.kind'])
    .where('j.kind', 'in', ['whistle.blown', 'whistle.advised', 'whistle.rules_announced'])
    .where('w.id', 'is', null)
    .where('a.id', 'is', null)
    .where('r.id', 'is', null)
    .limit(most)
    .execute()
  return rows.map(({ chain, n, subject, kind }) => ({
    kind: 'row_changed',
    chain,
    n,
    about: `${kind} ${subject}: its row is gone`,
  }))
}

/** Advice and rules that no line speaks of. */
async function strangeAdvice(db: Database): Promise<Flaw[]> {
  const spoken = db
    .selectFrom('journal')
    .select('subject')
    .where('kind', 'in', ['whistle.advised', 'whistle.rules_announced'])
  const advice = await db
    .selectFrom('whistle_advice')
    .select('id')
    .where('id', 'not in', spoken)
    .limit(most)
    .execute()
  const rules = await db
    .selectFrom('whistle_rules')
    .select('id')
    .where('id', 'not in', spoken)
    .limit(most)
    .execute()
  return [...advice, ...rules].map(({ id }) => ({
    kind: 'row_changed',
    chain: null,
    n: null,
    about: `${id}: written by no line`,
  }))
}
