import { sql } from 'kysely'
import type { Witness } from '../../platform/verify.ts'
import { mostFlaws, saysOtherwise, storyWitness } from '../story-witness.sql.ts'
import { toAction, toTask } from './action.sql.ts'
import { actionOf } from './action-state.rule.ts'

/** Actions, stations, rosters against their lines: a task made done, somebody put on a roster by hand shows here. */
export const stationWitness: Witness = async (...at) => [
  ...(await actions(...at)),
  ...(await strangeStations(...at)),
]

const actions = storyWitness({
  name: 'action',
  rowOf: { 'action.opened': 'joint_actions', 'station.opened': 'stations' },
  rowsAfter: async (db, after, limit) => {
    const found = db
      .selectFrom('joint_actions')
      .selectAll()
      .where('id', '>', after)
      .orderBy('id')
      .limit(limit)
    const rows = (await found.execute()).map(toAction)
    if (rows.length === 0) return []
    const ids = rows.map(({ id }) => id)
    const tasks = await db.selectFrom('joint_tasks').selectAll().where('action_id', 'in', ids).execute()
    const tasksOf = Map.groupBy(tasks.map(toTask), (task) => task.actionId)
    return rows.map((row) => ({ ...row, tasks: tasksOf.get(row.id) ?? [] }))
  },
  wrongIn: ({ tasks, ...row }, lines) => {
    const told = actionOf(lines)
    if (!told) return null
    const { tasks: toldTasks, ...says } = told
    return [
      ...saysOtherwise('action', row.id, { ...row, tasks: tasks.length }, { ...says, tasks: toldTasks.size }),
      ...tasks.flatMap((task) => saysOtherwise('task', task.id, task, toldTasks.get(task.id) ?? null)),
    ]
  },
})

interface Found {
  readonly id: string
  readonly chain: string | null
  readonly about: string
}

/** Stations, terms and rosters that say otherwise than the last line of each. */
const strangeStations: Witness = async (db) => {
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
      select station_id, day, array_agg(concat_ws(' ', from_minute, until_minute, person_id)
        order by from_minute, until_minute, person_id) as shifts
      from station_shifts where not replaced group by station_id, day
    ) d
    left join lateral (
      select r.data from journal r where r.subject = d.station_id and r.seq is not null and r.kind = 'station.roster_set'
        and r.data ->> 'day' = d.day::text order by r.seq desc limit 1
    ) r on true
    left join lateral (
      select array_agg(concat_ws(' ', shift ->> 'fromMinute', shift ->> 'untilMinute', who)
        order by (shift ->> 'fromMinute')::integer, (shift ->> 'untilMinute')::integer, who::uuid) as shifts
      from jsonb_array_elements(r.data -> 'shifts') shift, jsonb_array_elements_text(shift -> 'personIds') who
    ) told on true
    where d.shifts is distinct from told.shifts
    limit ${mostFlaws}`.execute(db)
  return rows.map(({ id, chain, about }) => ({
    kind: 'row_changed',
    chain,
    n: null,
    about: `${about} ${id}: otherwise than its lines`,
  }))
}
