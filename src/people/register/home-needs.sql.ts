import type { Tx } from '../../platform/transaction.ts'
import { birthdayAfter } from './age.rule.ts'
import type { CareKind } from './contract.ts'
import { type HomeNeeds, oldFromAge } from './home-needs.contract.ts'

interface Row extends Record<string, unknown> {
  readonly homeId: string
  readonly label: string
  readonly buildingId: string
  readonly reach: readonly string[]
  readonly communityId: string
  readonly gridId: string | null
  readonly firstDay: string
  readonly lastDay: string
  readonly living: number
  readonly care: readonly { readonly kind: CareKind; readonly since: string }[]
  readonly birthDay: string | null
  readonly declined: boolean
}

/** Whether a person took back a consent to visits, and has not given another: no need of theirs is counted then. */
const declinedSql = `exists (select from consents c where c.person_id = o.person_id and c.purpose = 'visits'
    and c.withdrawn_on is not null)
  and not exists (select from consents c where c.person_id = o.person_id and c.purpose = 'visits'
    and c.withdrawn_on is null)`

const needsSql = (where: string): string => `
  select h.id as "homeId", h.label, h.building_id as "buildingId", h.reach, h.community_id as "communityId",
    h.grid_id as "gridId", l.first_day::text as "firstDay", l.last_day::text as "lastDay", l.living,
    coalesce(f.care, '[]'::jsonb) as care, l.birth_day::text as "birthDay", coalesce(l.declined, false) as declined
  from homes h
  join lateral (
    select min(o.from_day) as first_day, max(o.from_day) as last_day, count(*)::integer as living,
      max(p.birth_day) as birth_day, bool_or(${declinedSql}) as declined
    from occupancies o join persons p on p.id = o.person_id
    where o.home_id = h.id and o.to_day is null and o.lives
  ) l on l.living > 0
  left join lateral (
    select jsonb_agg(jsonb_build_object('kind', g.kind, 'since', g.since) order by g.kind) as care from (
      select c.kind, min(c.starts_on)::text as since
      from occupancies o join care_flags c on c.person_id = o.person_id
      where o.home_id = h.id and o.to_day is null and o.lives
        and c.starts_on <= $2::date and c.ends_on > $2::date and c.ended_on is null and not (${declinedSql})
      group by c.kind
    ) g
  ) f on true
  where h.use = 'dwelling' and h.ended_on is null and ${where}
  order by h.id`

/** What the register knows of the homes of an area in which somebody lives, as of a day. Of whoever the asker sees. */
export async function selectHomeNeeds(
  tx: Tx,
  at: { readonly column: 'grid_id' | 'community_id' | 'id'; readonly id: string },
  today: string,
): Promise<HomeNeeds[]> {
  const rows = await tx.query<Row>(`home_needs_by_${at.column}`, needsSql(`h.${at.column} = $1::uuid`), [
    at.id,
    today,
  ])
  return rows.map(({ living, birthDay, declined, ...row }) => {
    const oldOn = birthDay === null ? null : birthdayAfter(birthDay, oldFromAge)
    const isOldAlone = living === 1 && oldOn !== null && oldOn <= today && !declined
    return { ...row, oldAloneSince: isOldAlone ? [oldOn, row.lastDay].sort().at(-1)! : null }
  })
}

export interface Dweller {
  readonly id: string
  readonly communityId: string
  readonly reach: readonly string[]
}

/** Who lives in a home now. */
export const selectDwellers = (tx: Tx, homeId: string): Promise<Dweller[]> =>
  tx.query<Dweller & Record<string, unknown>>(
    'dwellers',
    `select p.id, p.community_id as "communityId", p.reach from occupancies o join persons p on p.id = o.person_id
     where o.home_id = $1 and o.to_day is null and o.lives order by p.id`,
    [homeId],
  )

/** A home in which somebody belonged, from a day to another (the first without them), or until now. */
export interface Stay {
  readonly homeId: string
  readonly fromDay: string
  readonly toDay: string | null
}

/** Where a person lived or owned, then and now. */
export const selectStays = (tx: Tx, personId: string): Promise<Stay[]> =>
  tx.query<Stay & Record<string, unknown>>(
    'stays_of_person',
    `select home_id as "homeId", from_day::text as "fromDay", to_day::text as "toDay" from occupancies
     where person_id = $1 order by from_day, id`,
    [personId],
  )

/** A stay of somebody who lived there, with the days of the others who did. */
export interface LivedStay extends Stay {
  readonly label: string
  readonly buildingId: string
  readonly others: readonly Pick<Stay, 'fromDay' | 'toDay'>[]
}

/** Where a person lived and lives. */
export const selectLived = (tx: Tx, personId: string): Promise<LivedStay[]> =>
  tx.query<LivedStay & Record<string, unknown>>(
    'lived_stays_of_person',
    `select o.home_id as "homeId", h.label, h.building_id as "buildingId", o.from_day::text as "fromDay",
       o.to_day::text as "toDay",
       coalesce((select jsonb_agg(jsonb_build_object('fromDay', x.from_day, 'toDay', x.to_day))
         from occupancies x where x.home_id = o.home_id and x.person_id <> o.person_id and x.lives), '[]') as others
     from occupancies o join homes h on h.id = o.home_id
     where o.person_id = $1 and o.lives order by o.from_day, o.id`,
    [personId],
  )
