import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import type { Flaw, Witness } from '../platform/verify.ts'
import { wordsOf } from './checklists.ts'
import type { Checklist } from './contract.ts'

/** More flaws than these say nothing new. */
const most = 100

interface Found {
  readonly id: string
  readonly chain: string | null
}

/** What the room's rows prove: each is as its lines say, and each line's row is there. */
export const roundWitness: Witness = async (db) => {
  const flaws = [
    ...(await differingRounds(db)).map(toFlaw('round')),
    ...(await differingItems(db)).map(toFlaw('round_item')),
    ...(await differingLists(db)).map(toFlaw('checklist')),
    ...(await differingCheckIns(db)).map(toFlaw('grid_check_in')),
    ...(await differingRules(db)).map(toFlaw('grid_day_rule')),
  ]
  return flaws.slice(0, most)
}

const toFlaw =
  (kind: string) =>
  ({ id, chain }: Found): Flaw => ({ kind: 'row_changed', chain, n: null, about: `${kind} ${id}` })

async function differingRounds(db: Kysely<Tables>): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select coalesce(r.id, j.subject) as id, coalesce(r.chain, j.chain) as chain from rounds r
    full join (select * from journal where kind = 'round.ended') j on j.subject = r.id
    where r.id is null or j.subject is null or r.chain <> j.chain
      or r.area_id::text <> j.data ->> 'areaId' or r.estate_kind <> j.data ->> 'estateKind'
      or r.checklist_id::text is distinct from j.data ->> 'checklistId'
      or r.started_at <> (j.data ->> 'startedAt')::timestamptz or r.ended_at <> j.occurred_at
      or r.results <> j.data -> 'results'
      or r.found <> (select count(*) from jsonb_array_elements(r.results) e where e ->> 'state' = 'found')
      or r.fine <> (select count(*) from jsonb_array_elements(r.results) e where e ->> 'state' = 'fine')
      or r.fine + r.found + r.absent <> jsonb_array_length(r.results)
    limit ${most}`.execute(db)
  return rows
}

/** A thing stands as the latest round that looked at it says. */
async function differingItems(db: Kysely<Tables>): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select coalesce(i.area_id, l.area_id) as id, l.chain from round_items i
    full join (
      select distinct on (r.area_id, e ->> 'item') r.area_id, r.chain, r.id as round_id, r.ended_at, r.checklist_id,
        e ->> 'item' as item, e ->> 'kind' as kind, e ->> 'state' as state, e ->> 'findingId' as finding_id
      from rounds r cross join lateral jsonb_array_elements(r.results) e
      order by r.area_id, e ->> 'item', r.ended_at desc, r.id desc
    ) l on l.area_id = i.area_id and l.item = i.item
    where i.area_id is null or l.area_id is null or i.round_id <> l.round_id or i.checked_at <> l.ended_at
      or i.state <> l.state or i.kind <> l.kind or i.finding_id::text is distinct from l.finding_id
      or i.checklist_id is distinct from l.checklist_id
    limit ${most}`.execute(db)
  return rows
}

async function differingLists(db: Kysely<Tables>): Promise<Found[]> {
  const { rows } = await sql<
    Found & { readonly items: Checklist['items'] | null; readonly words: string | null }
  >`
    select coalesce(c.id, j.subject) as id, j.chain, c.items,
      case when c.area_id::text = j.data ->> 'areaId' and c.estate_kind = j.data ->> 'estateKind'
        and c.valid_from::text = j.data ->> 'validFrom' and c.period_days::text = j.data ->> 'periodDays'
        then j.data ->> 'words' end as words
    from checklists c
    full join (select * from journal where kind = 'checklist.announced') j on j.subject = c.id`.execute(db)
  return rows.filter(({ items, words }) => items === null || words !== wordsOf(items))
}

async function differingCheckIns(db: Kysely<Tables>): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select coalesce(c.id, j.subject) as id, coalesce(c.chain, j.chain) as chain from grid_check_ins c
    full join (select * from journal where kind = 'grid_day.checked_in') j on j.subject = c.id
    left join journal t on t.subject = c.id and t.kind = 'grid_day.check_in_taken_back'
    where c.id is null or j.subject is null or c.chain <> j.chain
      or c.grid_day_id::text <> j.data ->> 'gridDayId' or c.grid_id::text <> j.data ->> 'gridId'
      or c.day::text <> j.data ->> 'day' or c.came_at <> j.occurred_at
      or c.account_id::text is distinct from j.data ->> 'accountId'
      or c.holder_id::text is distinct from j.data ->> 'holderId'
      or c.unit_id::text is distinct from j.data ->> 'unitId'
      or c.metres::text is distinct from j.data ->> 'metres'
      or 'account:' || c.entered_by::text <> j.actor
      or c.taken_back_at is distinct from t.occurred_at
    limit ${most}`.execute(db)
  return rows
}

async function differingRules(db: Kysely<Tables>): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select coalesce(r.id, j.subject) as id, j.chain from grid_day_rules r
    full join (select * from journal where kind = 'grid_day.set') j on j.subject = r.id
    where r.id is null or j.subject is null or r.valid_from::text <> j.data ->> 'validFrom'
      or r.day_of_month::text <> j.data ->> 'dayOfMonth'
      or r.next_working_day::text <> j.data ->> 'nextWorkingDay'
    limit ${most}`.execute(db)
  return rows
}
