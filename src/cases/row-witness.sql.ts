import { sql } from 'kysely'
import type { Flaw, Witness } from '../platform/verify.ts'
import type { Stage } from './contract.ts'
import type { StoryLine, StoryState } from './story-state.rule.ts'
import { differences, stateOf } from './story-state.rule.ts'

type Database = Parameters<Witness>[0]

const page = 1000
/** More flaws than these say nothing new. */
const most = 100

/** Every case's row against what its lines say: a stage or a rating that was set by hand shows here. */
export const rowWitness: Witness = async (db) => {
  const flaws = await lostRows(db)
  let after: string | null = null
  while (flaws.length < most) {
    const rows = await selectRows(db, after)
    if (rows.length === 0) break
    const stories = await selectStories(
      db,
      rows.map((row) => row.id),
    )
    for (const row of rows) {
      const story = stories.get(row.id) ?? []
      // A story with lines gone is named by the count of its lines.
      if (story.length !== row.seq) continue
      const told = stateOf(story)
      const wrong = told ? differences(row.says, told) : ['acceptedAt']
      if (wrong.length > 0)
        flaws.push({
          kind: 'row_changed',
          chain: row.chain,
          n: null,
          about: `case ${row.says.number}: ${wrong.join(', ')}`,
        })
    }
    after = rows.at(-1)!.id
  }
  return flaws
}

async function selectRows(db: Database, after: string | null) {
  const rows = await db
    .selectFrom('cases')
    .selectAll()
    .$if(after !== null, (q) => q.where('id', '>', after!))
    .orderBy('id')
    .limit(page)
    .execute()
  return rows.map((row) => {
    const says: StoryState = {
      number: row.number,
      kind: row.kind,
      source: row.source,
      areaId: row.area_id,
      acceptedAt: row.accepted_at,
      stage: row.stage as Stage,
      matter: row.matter,
      public: row.public,
      leadUnitId: row.lead_unit_id,
      joinedInto: row.joined_into,
      resolvedAt: row.resolved_at,
      repliedAt: row.replied_at,
      closedAt: row.closed_at,
      solved: row.solved,
      rating: row.rating,
      reopened: row.reopened,
    }
    return { id: row.id, chain: row.chain, seq: row.seq, says }
  })
}

async function selectStories(db: Database, ids: readonly string[]): Promise<Map<string, StoryLine[]>> {
  const rows = await db
    .selectFrom('journal')
    .select(['subject', 'kind', 'recorded_at', 'occurred_at'])
    .select(sql<Record<string, unknown>>`data - 'commits'`.as('data'))
    .where('subject', '=', sql<string>`any(${ids}::uuid[])`)
    .where('seq', 'is not', null)
    .orderBy('subject')
    .orderBy('seq')
    .execute()
  const stories = new Map<string, StoryLine[]>()
  for (const row of rows) {
    const line = {
      kind: row.kind,
      recordedAt: row.recorded_at,
      occurredAt: row.occurred_at,
      data: row.data,
    }
    const story = stories.get(row.subject)
    if (story) story.push(line)
    else stories.set(row.subject, [line])
  }
  return stories
}

/** Cases that were accepted, by the journal, and have no row any more. */
async function lostRows(db: Database): Promise<Flaw[]> {
  const rows = await db
    .selectFrom('journal as j')
    .leftJoin('cases as c', 'c.id', 'j.subject')
    .select(['j.chain', 'j.n', 'j.subject'])
    .where('j.kind', '=', 'case.accepted')
    .where('c.id', 'is', null)
    .limit(most)
    .execute()
  return rows.map(({ chain, n, subject }) => ({
    kind: 'row_changed',
    chain,
    n,
    about: `case ${subject}: its row is gone`,
  }))
}
