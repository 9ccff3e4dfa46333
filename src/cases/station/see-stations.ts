import { type Atlas, atlasOf } from '../../areas/door.ts'
import { areasFor, staffNames } from '../../people/door.ts'
import { dayOf, iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'
import { may } from '../may.ts'
import { type Names, namesFor } from '../names.ts'
import { shiftsOf } from './keep-station.ts'
import { dayPlus, isOpenOn, onDutyAt, type RosterShift, serves } from './on-duty.rule.ts'
import type { RosterQuery, Station, StationPage, StationQuery, StationRow } from './station.contract.ts'
import {
  loadPeople,
  loadShifts,
  loadStation,
  type StandingPerson,
  type StandingStation,
  selectStations,
} from './station.sql.ts'

interface Around {
  readonly ctx: Ctx
  readonly names: Names
  readonly people: readonly StandingPerson[]
  /** Of yesterday and today at least: a night shift runs into the next day. */
  readonly shifts: readonly (RosterShift & { readonly stationId: string })[]
  readonly nameOf: (person: StandingPerson) => string
}

/** Stations that the asker may see, or those of one place, each with who is on duty now. */
export async function listStations(ctx: Ctx, query: StationQuery): Promise<StationPage> {
  ctx.must('station.see')
  const atlas = await atlasOf(ctx)
  const place = query.areaId === undefined ? null : atlas.known(query.areaId).path
  if (place) ctx.must('station.see', { path: place })
  const unitIds = ctx.who.posts.flatMap((post) =>
    post.unitId !== null && (post.grants['station.see'] ?? []).includes('own_unit') ? [post.unitId] : [],
  )
  const areaIds = areasFor(ctx.who, 'station.see')
  const above = aroundOf(atlas, place ? [place.at(-1)!] : areaIds)
  return ctx.read(async (tx) => {
    // Rows carry the areas above their place, not those below: of the district's only what is asked for is read.
    await tx.widen(atlas.district.id)
    const asked = { ...query, limit: query.limit + 1 }
    const sight = place ? { areaIds: place.slice(-1), unitIds: [], above } : { areaIds, unitIds, above }
    const found = await selectStations(tx, sight, asked)
    const shown = found.slice(0, query.limit)
    const today = dayOf(ctx.clock.now(), ctx.district.timeZone)
    const around = await readAround(ctx, tx, shown, dayPlus(today, -1), today)
    const rows = shown.map((station) => rowOf(station, around))
    return { rows, next: found.length > query.limit ? shown.at(-1)!.id : null }
  })
}

/** A street's station looks after its communities and grids: whoever stands in one sees those around it. */
const aroundOf = (atlas: Atlas, areaIds: readonly string[]): string[] => [
  ...new Set(areaIds.flatMap((id) => atlas.known(id).path.slice(1))),
]

const daysShown = 7

/** A station with its people, and its roster of seven days. */
export async function stationPage(ctx: Ctx, id: string, { firstDay }: RosterQuery): Promise<Station> {
  ctx.must('station.see')
  const today = dayOf(ctx.clock.now(), ctx.district.timeZone)
  const first = firstDay ?? today
  const last = dayPlus(first, daysShown - 1)
  const atlas = await atlasOf(ctx)
  const above = aroundOf(atlas, areasFor(ctx.who, 'station.see'))
  return ctx.read(async (tx) => {
    await tx.widen(atlas.district.id)
    const station = await loadStation(tx, id)
    if (!above.includes(station.areaId))
      ctx.must('station.see', { path: station.reach, units: station.units })
    const days = [dayPlus(today, -1), today, first, last].sort()
    const around = await readAround(ctx, tx, [station], days[0]!, days.at(-1)!)
    const { people, nameOf, names } = around
    const row = rowOf(station, around)
    const leads = row.can.includes('lead')
    return {
      ...row,
      people: people
        .filter(({ untilDay }) => untilDay === null || untilDay > today)
        .map((person) => ({
          ...{ id: person.id, name: nameOf(person), unit: names.unit(person.unitId)! },
          ...{ phone: leads ? person.phone : null, fromDay: person.fromDay, untilDay: person.untilDay },
        })),
      roster: Array.from({ length: daysShown }, (_, at) => dayPlus(first, at)).map((day) => ({
        day,
        ...dayOfRoster(station, day, around),
      })),
    }
  })
}

/** The shifts of a day, and who serves that day and may be put on it: none from the day on which it is closed. */
function dayOfRoster(
  { closedOn }: StandingStation,
  day: string,
  { people, shifts, nameOf }: Around,
): Pick<Station['roster'][number], 'shifts' | 'serving'> {
  if (!isOpenOn(closedOn, day)) return { shifts: [], serving: [] }
  const named = (person: StandingPerson) => ({ id: person.id, name: nameOf(person) })
  const byId = new Map(people.map((person) => [person.id, person]))
  return {
    shifts: shiftsOf(shifts.filter((shift) => shift.day === day)).map(({ personIds, ...shift }) => ({
      ...shift,
      people: personIds.map((personId) => named(byId.get(personId)!)),
    })),
    serving: people.filter((person) => serves(person, day)).map(named),
  }
}

async function readAround(
  ctx: Ctx,
  tx: Tx,
  stations: readonly StandingStation[],
  from: string,
  until: string,
): Promise<Around> {
  const ids = stations.map(({ id }) => id)
  const people = await loadPeople(tx, ids)
  const accounts = await staffNames(
    ctx,
    people.map(({ accountId }) => accountId),
  )
  const unitIds = [...people.map(({ unitId }) => unitId), ...stations.map(({ leadUnitId }) => leadUnitId)]
  return {
    ctx,
    names: await namesFor(ctx, tx, unitIds),
    people,
    shifts: await loadShifts(tx, ids, from, until),
    nameOf: ({ accountId }) => accounts.get(accountId) ?? '',
  }
}

function rowOf(station: StandingStation, { ctx, names, people, shifts, nameOf }: Around): StationRow {
  const now = ctx.clock.now()
  const isOpen = isOpenOn(station.closedOn, dayOf(now, ctx.district.timeZone))
  const own = isOpen ? shifts.filter(({ stationId }) => stationId === station.id) : []
  const byId = new Map(people.map((person) => [person.id, person]))
  const onDuty = onDutyAt(own, now, ctx.district.timeZone).flatMap(({ personId, day, fromAt, untilAt }) => {
    const person = byId.get(personId)
    if (!person || !serves(person, day)) return []
    const { unitId, phone } = person
    const moments = { fromAt: iso(fromAt), untilAt: iso(untilAt) }
    return [{ personId, name: nameOf(person), unit: names.unit(unitId)!, ...moments, phone }]
  })
  const { id, nameZh, nameEn, address, phone, closedOn } = station
  const place = names.place(station.areaId)
  const leads = may(ctx, 'action.lead', { path: station.reach, units: [station.leadUnitId] })
  return {
    id,
    nameZh,
    nameEn,
    place,
    leadUnit: names.unit(station.leadUnitId)!,
    address,
    phone,
    closedOn,
    onDuty,
    can: [
      ...(may(ctx, 'station.keep', { path: station.reach }) ? (['keep'] as const) : []),
      ...(leads ? (['lead'] as const) : []),
    ],
  }
}
