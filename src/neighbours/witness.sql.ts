import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import type { Flaw, Witness } from '../platform/verify.ts'

/** More flaws than these say nothing new. */
const most = 100

interface Found {
  readonly id: string
  readonly chain: string | null
  readonly told: number | null
  readonly seq: number | null
}

/** What the room's rows prove: each is as its lines say, and nothing is open to everybody but what they opened. */
export const neighbourWitness: Witness = async (db) => {
  const announcements = await differingAnnouncements(db)
  const questions = await differingQuestions(db)
  const flaws = [
    ...announcements.map((row) => toFlaw(row, 'announcement')),
    ...questions.map((row) => toFlaw(row, 'question')),
    ...(await openedByHand(db)),
  ]
  return flaws.slice(0, most)
}

const toFlaw = ({ id, chain, told, seq }: Found, kind: string): Flaw => ({
  kind: seq !== null && (told ?? 0) < seq ? 'tail_missing' : 'row_changed',
  chain,
  n: null,
  about: `${kind} ${id}`,
})

/** Both ways: a row that says otherwise than its lines, and lines whose row is gone. */
async function differingAnnouncements(db: Kysely<Tables>): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select coalesce(a.id, j.subject) as id, coalesce(a.chain, j.chain) as chain, a.seq,
      (select max(l.seq) from journal l where l.subject = coalesce(a.id, j.subject)) as told
    from announcements a
    full join (select * from journal where kind = 'announcement.published') j on j.subject = a.id
    left join journal w on w.subject = a.id and w.kind = 'announcement.withdrawn'
    where a.id is null or j.subject is null
      or a.chain <> j.chain or a.area_id::text <> j.data ->> 'areaId'
      or a.unit_id::text is distinct from j.data ->> 'unitId'
      or a.pinned <> (j.data ->> 'pinned')::boolean
      or a.shown_until::text is distinct from j.data ->> 'shownUntil'
      or a.published_at <> j.occurred_at
      or a.withdrawn_at is distinct from w.occurred_at
      or not j.data -> 'commits' ?& array[a.title_id::text, a.body_id::text]
      or a.seq <> (select max(l.seq) from journal l where l.subject = a.id)
    limit ${most}`.execute(db)
  return rows
}

async function differingQuestions(db: Kysely<Tables>): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select coalesce(q.id, j.subject) as id, coalesce(q.chain, j.chain) as chain, q.seq,
      (select max(l.seq) from journal l where l.subject = coalesce(q.id, j.subject)) as told
    from questions q
    full join (select * from journal where kind = 'question.asked') j on j.subject = q.id
    left join journal e on e.subject = q.id and e.kind in ('question.answered', 'question.declined')
    left join journal w on w.subject = q.id and w.kind = 'question.answer_withdrawn'
    left join journal t on t.subject = q.id and t.kind = 'question.taken_back'
    left join public_answers p on p.question_id = q.id
    where q.id is null or j.subject is null
      or q.chain <> j.chain or q.area_id::text <> j.data ->> 'areaId'
      or q.asked_at <> j.occurred_at
      or not j.data -> 'commits' ? q.words_id::text
      or q.stage <> coalesce(substr(e.kind, 10), 'asked')
      or q.ended_at is distinct from e.occurred_at
      or q.because is distinct from e.data ->> 'because'
      or q.unit_id::text is distinct from e.data ->> 'unitId'
      or (q.answer_id is not null and not e.data -> 'commits' ? q.answer_id::text)
      or (p.question_id is not null) <> coalesce((e.data ->> 'public')::boolean, false)
      or (p.question_id is not null and (
        p.area_id <> q.area_id or p.unit_id is distinct from q.unit_id or p.answered_at <> q.ended_at
        or not e.data -> 'commits' ?& array[p.summary_id::text, p.answer_id::text]))
      or p.withdrawn_at is distinct from w.occurred_at
      or q.taken_back_at is distinct from t.occurred_at
      or q.seq <> (select max(l.seq) from journal l where l.subject = q.id)
    limit ${most}`.execute(db)
  return rows
}

/** Texts that are open to everybody without standing on a community's page or among what residents are told of an emergency. */
async function openedByHand(db: Kysely<Tables>): Promise<Flaw[]> {
  const { rows } = await sql<{ id: string; kind: string; subject: string }>`
    select t.id, t.kind, t.subject from sealed_texts t
    left join announcements a on a.withdrawn_at is null and t.id in (a.title_id, a.body_id) and a.id = t.subject
    left join public_answers p
      on p.withdrawn_at is null and t.id in (p.summary_id, p.answer_id) and p.question_id = t.subject
    left join journal m on m.subject = t.subject and m.kind in ('emergency.declared', 'emergency.changed')
      and m.data ->> 'drill' = 'false' and m.data -> 'commits' ? t.id::text and t.kind = 'emergency_words'
    where t.open and a.id is null and p.question_id is null and m.subject is null
    limit ${most}`.execute(db)
  return rows.map(
    ({ id, kind, subject }): Flaw => ({
      kind: 'row_changed',
      chain: null,
      n: null,
      about: `${kind} ${id} of ${subject}: open to everybody`,
    }),
  )
}
