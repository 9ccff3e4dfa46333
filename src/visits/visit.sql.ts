import { randomBytes } from 'node:crypto'
import { Refusal } from '../kernel/refusal.ts'
import { violated } from '../platform/database.ts'
import { commitment } from '../platform/journal-line.rule.ts'
import type { Tx } from '../platform/transaction.ts'
import type { VisitHow, VisitOutcome } from './contract.ts'

export interface NewVisit {
  readonly id: string
  readonly homeId: string
  readonly buildingId: string
  readonly reach: readonly string[]
  readonly communityId: string
  readonly gridId: string | null
  readonly how: VisitHow
  readonly outcome: VisitOutcome
  readonly accountId: string
  readonly postKind: string | null
  readonly visitedAt: Temporal.Instant
  readonly day: string
}

/** Adds a visit. Refuses `request_id_reused` where one has this id. */
export async function insertVisit(tx: Tx, visit: NewVisit): Promise<void> {
  try {
    await tx.db
      .insertInto('visits')
      .values({
        id: visit.id,
        home_id: visit.homeId,
        building_id: visit.buildingId,
        reach: [...visit.reach],
        community_id: visit.communityId,
        grid_id: visit.gridId,
        how: visit.how,
        outcome: visit.outcome,
        account_id: visit.accountId,
        post_kind: visit.postKind,
        visited_at: visit.visitedAt.toString(),
        day: visit.day,
        seq: 1,
      })
      .execute()
  } catch (error) {
    if (violated(error) === 'visits_pkey') throw new Refusal('request_id_reused')
    throw error
  }
}

export type WordsKind = 'heard' | 'point'

/** Keeps what was heard, or the point, for those who see the register there; returns the commitment to it. */
export async function insertWords(
  tx: Tx,
  visit: Pick<NewVisit, 'id' | 'reach'>,
  kind: WordsKind,
  body: string,
): Promise<string> {
  const salt = randomBytes(16)
  await tx.db
    .insertInto('visit_words')
    .values({ visit_id: visit.id, kind, body, salt, reach: [...visit.reach] })
    .execute()
  return commitment(salt, body)
}

/** What taking a visit back needs to know of it. */
export interface StandingVisit {
  readonly id: string
  readonly homeId: string
  readonly reach: readonly string[]
  readonly communityId: string
  readonly accountId: string
  readonly day: string
  readonly seq: number
}

/** The visit. Refuses `not_found` where the asker does not see it. */
export async function loadVisit(tx: Tx, id: string): Promise<StandingVisit> {
  const row = await tx.db
    .selectFrom('visits')
    .select(['id', 'home_id as homeId', 'reach', 'community_id as communityId'])
    .select(['account_id as accountId', 'day', 'seq'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Refusal('not_found', { kind: 'visit' })
  return row
}

/** Marks it taken back and returns its new `seq`. Of two at once the second finds it so: `withdrawn_already`. */
export async function takeBackRow(
  tx: Tx,
  { id, seq }: Pick<StandingVisit, 'id' | 'seq'>,
  at: Temporal.Instant,
): Promise<number> {
  const row = await tx.db
    .updateTable('visits')
    .set({ taken_back_at: at.toString(), seq: seq + 1 })
    .where('id', '=', id)
    .where('seq', '=', seq)
    .where('taken_back_at', 'is', null)
    .returning('seq')
    .executeTakeFirst()
  if (!row) throw new Refusal('withdrawn_already')
  return row.seq
}

/** Visits to these homes within their days whose words stand; those days: from the first to before the last. */
export async function selectWithWords(
  tx: Tx,
  stays: readonly { readonly homeId: string; readonly fromDay: string; readonly toDay: string | null }[],
): Promise<(Pick<StandingVisit, 'id' | 'communityId' | 'seq'> & { readonly kinds: WordsKind[] })[]> {
  return tx.query<{ id: string; communityId: string; seq: number; kinds: WordsKind[] }>(
    'visits_with_words',
    `select v.id, v.community_id as "communityId", v.seq, array_agg(distinct w.kind) as kinds
     from jsonb_to_recordset($1::jsonb) as s ("homeId" uuid, "fromDay" date, "toDay" date)
     join visits v on v.home_id = s."homeId" and v.day >= s."fromDay" and (s."toDay" is null or v.day <= s."toDay")
     join visit_words w on w.visit_id = v.id and w.body is not null
     group by v.id order by v.id`,
    [JSON.stringify(stays)],
  )
}

/** Visits before a moment whose words stand, the oldest first. */
export const selectOldWithWords = (tx: Tx, before: Temporal.Instant, limit: number) =>
  tx.query<{ id: string; communityId: string; seq: number; kinds: WordsKind[] }>(
    'old_visits_with_words',
    `select v.id, v.community_id as "communityId", v.seq, array_agg(w.kind order by w.kind) as kinds
     from visits v join visit_words w on w.visit_id = v.id and w.body is not null
     where v.visited_at < $1 group by v.id order by v.id limit $2`,
    [before.toString(), limit],
  )

/** Which words of a visit stand. */
export async function kindsOfWords(tx: Tx, visitId: string): Promise<WordsKind[]> {
  const rows = await tx.db
    .selectFrom('visit_words')
    .select('kind')
    .where('visit_id', '=', visitId)
    .where('erased_at', 'is', null)
    .orderBy('kind')
    .execute()
  return rows.map(({ kind }) => kind as WordsKind)
}

/** Empties a visit's words and returns its new `seq`; the line's commitments stay. */
export async function eraseWords(
  tx: Tx,
  { id, seq }: Pick<StandingVisit, 'id' | 'seq'>,
  at: Temporal.Instant,
): Promise<number> {
  await tx.db
    .updateTable('visit_words')
    .set({ body: null, salt: null, erased_at: at.toString() })
    .where('visit_id', '=', id)
    .where('erased_at', 'is', null)
    .execute()
  const row = await tx.db
    .updateTable('visits')
    .set({ seq: seq + 1 })
    .where('id', '=', id)
    .where('seq', '=', seq)
    .returning('seq')
    .executeTakeFirst()
  if (!row) throw new Refusal('version_conflict')
  return row.seq
}
