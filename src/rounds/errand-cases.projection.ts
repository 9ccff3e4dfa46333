import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import type { Follower, JournalLine } from '../platform/follower.ts'

/** What becomes of a case, by the line that says so. */
const states: Readonly<Record<string, 'open' | 'closed' | 'dropped'>> = {
  'case.closed': 'closed',
  'case.withdrawn': 'dropped',
  'case.declined': 'dropped',
  'case.referred': 'dropped',
  'case.reopened': 'open',
}

/**
 * Which cases came of rounds and of days in the grid, and how far each goes: from the journal alone, without any word of
 * them. Practice is left out; one that becomes confidential is seen here no more (Care 3).
 */
export const errandCasesFollower: Follower = {
  name: 'rounds',
  follow: async (db, lines) => {
    for (const line of lines) await follow(db, line)
  },
  reset: async (db) => {
    await db.deleteFrom('errand_cases').execute()
  },
}

interface Occasion {
  readonly kind: string
  readonly id: string
}

async function follow(db: Kysely<Tables>, line: JournalLine): Promise<void> {
  const { kind, subject, data } = line
  if (kind === 'case.accepted') return enter(db, line)
  if (kind === 'area.moved') return refreshReach(db)
  if (kind === 'case.screened')
    await db
      .updateTable('errand_cases')
      .set({ confidential: data.confidential === true, into_id: null })
      .where('case_id', '=', subject)
      .execute()
  if (kind === 'case.joined')
    await db
      .updateTable('errand_cases')
      .set({ into_id: data.into as string })
      .where('case_id', '=', subject)
      .execute()
  const state = states[kind]
  if (state === undefined) return
  await db
    .updateTable('errand_cases')
    .set({ state, changed_at: line.occurredAt.toString() })
    .$if(kind === 'case.reopened', (query) => query.set(({ eb }) => ({ reopened: eb('reopened', '+', 1) })))
    .where((eb) => eb.or([eb('case_id', '=', subject), eb('into_id', '=', subject)]))
    .execute()
}

async function enter(db: Kysely<Tables>, { subject, chain, occurredAt, data }: JournalLine): Promise<void> {
  const occasion = data.occasion as Occasion | null | undefined
  if (!occasion || (occasion.kind !== 'round' && occasion.kind !== 'grid_day')) return
  if (data.drillId) return
  const at = occurredAt.toString()
  await sql`insert into errand_cases (case_id, kind, occasion_id, number, area_id, chain, state, into_id, reopened,
      confidential, accepted_at, changed_at, reach)
    select ${subject}, ${occasion.kind}, ${occasion.id}, ${data.number as string}, a.id, ${chain}, 'open', null, 0,
      false, ${at}, ${at}, a.path
    from areas a where a.id = ${data.areaId as string}`.execute(db)
}

/** Cases are seen by whoever looks after their place now. */
async function refreshReach(db: Kysely<Tables>): Promise<void> {
  await sql`update errand_cases e set reach = a.path from areas a where a.id = e.area_id and e.reach <> a.path`.execute(
    db,
  )
}
