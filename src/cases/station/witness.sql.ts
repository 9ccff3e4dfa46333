import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Tables } from '../../../db/tables.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Flaw, Witness } from '../../platform/verify.ts'
import { readStoryLines } from '../read-lines.sql.ts'
import { differencesOf } from '../whistle/whistle-state.rule.ts'
import { toAction, toTask } from './action.sql.ts'
import { type ActionLine, actionOf } from './action-state.rule.ts'

type Database = Parameters<Witness>[0]

const page = 500
/** More flaws than these say nothing new. */
const most = 100

/** Actions, stations, rosters against their lines: a task made done, somebody put on a roster by hand shows here. */
export const stationWitness: Witness = async (db) => {
  const flaws = [...(await lostRows(db)), ...(await strangeStations(db))]
  let after: string | null = null
  while (flaws.length < most) {
    const rows: Selectable<Tables['joint_actions']>[] = await db
      .selectFrom('joint_actions')
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

async function differing(db: Database, rows: readonly Selectable<Tables['joint_actions']>[]) {
  const ids = rows.map(({ id }) => id)
  const found = await db.selectFrom('joint_tasks').selectAll().where('action_id', 'in', ids).execute()
  const tasksOf = Map.groupBy(found.map(toTask), (task) => task.actionId)
  const lines = await readStoryLines(db, ids)
  return rows.flatMap((row): Flaw[] => {
    const story = lines.get(row.id) ?? []
    const kind = story.length < row.seq ? 'tail_missing' : 'row_changed'
    const about = (what: string): Flaw[] => [{ kind, chain: row.chain, n: null, about: what }]
    if (story.length !== row.seq) return about(`action ${row.id}: ${story.length} of ${row.seq} lines`)
    const told = toldOf(story)
    if (told === null) return about(`action ${row.id}: no course that an action may take`)
    const { tasks, ...says } = told
    const rowTasks = tasksOf.get(row.id) ?? []
    const wrong = differencesOf(toAction(row), says)
    const missing = tasks.size === rowTasks.length ? [] : ['tasks']
    return [
      ...[...wrong, ...missing].flatMap((name) => about(`action ${row.id}: ${name}`)),
      ...rowTasks.flatMap((task) => {
        const names = differencesOf(task, tasks.get(task.id) ?? { id: null })
        return names.length > 0 ? about(`task ${task.id}: ${names.join(', ')}`) : []
      }),
    ]
  })
}

function toldOf(story: readonly ActionLine[]) {
  try {
    return actionOf(story)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

/** Actions and stations that were opened, by the journal, and have no row any more. */
async function lostRows(db: Database): Promise<Flaw[]> {
  const rows = await db
    .selectFrom('journal as j')
    .leftJoin('joint_actions as a', 'a.id', 'j.subject')
    .leftJoin('stations as s', 's.id', 'j.subject')
    .select(['j.chain', 'j.n', 'j.subject', 'j.kind'])
    .where('j.kind', 'in', ['action.opened', 'station.opened'])
    .where('a.id', 'is', null)
    .where('s.id', 'is', null)
    .limit(most)
    .execute()
  return rows.map(({ chain, n, subject, kind }) => ({
    kind: 'row_changed',
    chain,
    n,
    about: `${kind} ${subject}: its row is gone`,
  }))
}

interface Found {
  readonly id: string
  readonly chain: string | null
  readonly about: string
}

/** Stations, terms and rosters that say otherwise than the last line of each. */
async function strangeStations(db: Database): Promise<Flaw[]> {
  const { rows } = await sql<Found>`
    select s.id, s.chain, 'station' as about from stations s
    left join journal o on o.subject = s.id and o.kind = 'station.opened'
    left join journal c on c.subject = s.id and c.kind = 'station.closed'
    where o.subject is null or s.area_id::text <> o.data ->> 'areaId'
      or s.lead_unit_id::text <> o.data ->> 'leadUnitId'
      or s.closed_on is distinct from (c.data ->> 'closedOn')::date
      or s.seq <> (select count(*) from journal l where l.subject = s.id and l.seq is not null)
    union all
    select p.id, null, 'station person' from station_people p
    left join journal a on a.subject = p.station_id and a.kind = 'station.person_added'
      and a.data ->> 'personId' = p.id::text
    left join journal e on e.subject = p.station_id and e.kind = 'station.person_ended'
      and e.data ->> 'personId' = p.id::text
    where a.subject is null or p.account_id::text <> a.data ->> 'accountId'
      or p.unit_id::text <> a.data ->> 'unitId' or p.from_day <> (a.data ->> 'fromDay')::date
      or p.until_day is distinct from (e.data ->> 'untilDay')::date
    union all
    select d.station_id, null, 'roster of ' || d.day from (
      select station_id, day, count(*) as shifts, array_agg(person_id::text) as people
      from station_shifts where not replaced group by station_id, day
    ) d
    left join lateral (
      select r.data from journal r where r.subject = d.station_id and r.kind = 'station.roster_set'
        and r.data ->> 'day' = d.day::text order by r.seq desc limit 1
    ) r on true
    left join lateral (
      select count(*) as shifts, array_agg(who) as people
      from jsonb_array_elements(r.data -> 'shifts') shift, jsonb_array_elements_text(shift -> 'personIds') who
    ) told on true
    where d.shifts is distinct from told.shifts or not (d.people <@ told.people)
    limit ${most}`.execute(db)
  return rows.map(({ id, chain, about }) => ({
    kind: 'row_changed',
    chain,
    n: null,
    about: `${about} ${id}: otherwise than its lines`,
  }))
}
