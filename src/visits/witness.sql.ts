import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import { commitment } from '../platform/journal-line.rule.ts'
import type { Flaw, Witness } from '../platform/verify.ts'

/** More flaws than these say nothing new. */
const most = 100

const flaw = (chain: string | null, about: string): Flaw => ({ kind: 'row_changed', chain, n: null, about })

/** What the room's rows prove: visits, wishes and rules are as their lines say, and what was heard as they committed to. */
export const visitWitness: Witness = async (db) =>
  [...(await differingRows(db)), ...(await differingWords(db))].slice(0, most)

/** Both ways: a row that says otherwise than its lines, and lines whose row is gone. */
async function differingRows(db: Kysely<Tables>): Promise<Flaw[]> {
  const { rows } = await sql<{ what: string; id: string; chain: string | null }>`
    select 'visit' as what, coalesce(v.id, j.subject) as id, j.chain from visits v
      full join (select * from journal where kind = 'visit.logged') j on j.subject = v.id
      left join journal t on t.subject = v.id and t.kind = 'visit.taken_back'
      where v.id is null or j.subject is null or j.chain <> v.community_id
        or j.data ->> 'homeId' <> v.home_id::text or j.data ->> 'buildingId' <> v.building_id::text
        or j.data ->> 'gridId' is distinct from v.grid_id::text or j.data ->> 'how' <> v.how
        or j.data ->> 'outcome' <> v.outcome or j.data ->> 'postKind' is distinct from v.post_kind
        or j.data ->> 'day' <> v.day::text or j.actor <> 'account:' || v.account_id or j.occurred_at <> v.visited_at
        or t.occurred_at is distinct from v.taken_back_at
        or v.seq <> (select max(l.seq) from journal l where l.subject = v.id)
    union all
    select 'visit wish', coalesce(w.id, j.subject), j.chain from visit_wishes w
      full join (select * from journal where kind = 'visit_wish.said') j on j.subject = w.id
      left join journal e on e.subject = w.id and e.kind = 'visit_wish.ended'
      where w.id is null or j.subject is null or j.data ->> 'homeId' <> w.home_id::text
        or j.data ->> 'visitId' <> w.visit_id::text or j.data ->> 'onDay' <> w.said_on::text
        or e.data ->> 'onDay' is distinct from w.ended_on::text
    union all
    select 'visit rule', coalesce(r.id, j.subject), j.chain from visit_rules r
      full join (select * from journal where kind = 'visit_rule.set') j on j.subject = r.id
      where r.id is null or j.subject is null or j.data ->> 'need' <> r.need
        or (j.data ->> 'days')::integer <> r.days or j.data ->> 'validFrom' <> r.valid_from::text
    limit ${most}`.execute(db)
  return rows.map(({ what, id, chain }) => flaw(chain, `${what} ${id}`))
}

/** Each text as its visit's line committed to it; one that stands without a commitment was put there by hand. */
async function differingWords(db: Kysely<Tables>): Promise<Flaw[]> {
  const { rows } = await sql<{
    id: string
    kind: string
    body: string | null
    salt: Buffer | null
    chain: string | null
    commit: string | null
    forgotten: boolean
  }>`
    select coalesce(w.visit_id, c.subject) as id, coalesce(w.kind, c.kind) as kind, w.body, w.salt, c.chain, c.commit,
      exists (select from journal f where f.subject = c.subject and f.kind = 'visit.forgotten') as forgotten
    from visit_words w
    full join (
      select j.subject, j.chain, k.kind, j.data ->> k.kind as commit
      from journal j cross join (values ('heard'), ('point')) as k (kind)
      where j.kind = 'visit.logged' and j.data ->> k.kind is not null
    ) c on c.subject = w.visit_id and c.kind = w.kind`.execute(db)
  return rows.flatMap(({ id, kind, body, salt, chain, commit, forgotten }) => {
    const stands = body !== null && salt !== null
    const agrees = stands ? commit === commitment(salt, body) : forgotten
    return agrees ? [] : [flaw(chain, `${kind} of visit ${id}`)]
  })
}
