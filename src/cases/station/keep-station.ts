import { atlasOf } from '../../areas/door.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { findUnit, mustBeStaff } from '../../organisations/door.ts'
import { staffOfUnit } from '../../people/door.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { violated } from '../../platform/database.ts'
import { actOnce } from '../../platform/once.ts'
import type { Tx } from '../../platform/transaction.ts'
import { stationLine } from './events.ts'
import { dayPlus, isShiftFit, type RosterShift, serves } from './on-duty.rule.ts'
import type {
  AddPerson,
  CloseStation,
  Colleagues,
  CopiedWeek,
  CopyWeek,
  EndPerson,
  OpenStation,
  SetRoster,
  Shift,
  StationReceipt,
} from './station.contract.ts'
import {
  endPersonRow,
  insertPerson,
  insertStation,
  loadPeople,
  loadShifts,
  loadStation,
  loadTermsOf,
  replaceRoster,
  type StandingPerson,
  type StandingStation,
  saveStation,
} from './station.sql.ts'

const todayOf = (ctx: Pick<Ctx, 'clock' | 'district'>): string =>
  dayOf(ctx.clock.now(), ctx.district.timeZone)

/** By its area the street, by the unit that leads it that unit's desk. */
const placeOf = ({ reach, leadUnitId }: StandingStation) => ({ path: reach, units: [leadUnitId] })

const kindsOfPlace: ReadonlySet<string> = new Set(['street', 'community', 'estate'])

/** Opens an enforcement station (综合执法工作站) in a street, a community or an estate, led by a unit. */
export async function openStation(ctx: Ctx, input: OpenStation): Promise<StationReceipt> {
  ctx.must('station.keep')
  const atlas = await atlasOf(ctx)
  const area = atlas.known(input.areaId)
  ctx.must('station.keep', { path: area.path })
  if (area.ended || !kindsOfPlace.has(area.kind)) throw new Refusal('station_area_unfit', { field: 'areaId' })
  return actOnce(ctx, input, async (tx) => {
    const lead = await findUnit(tx, input.leadUnitId)
    if (!lead) throw new Refusal('unit_unknown', { field: 'leadUnitId' })
    const now = ctx.clock.now()
    const id = newId(now.epochMilliseconds)
    const openedOn = todayOf(ctx)
    const { nameZh, nameEn, address, phone = null } = input
    const chain = atlas.chainOf(area)
    await insertStation(tx, {
      ...{ id, areaId: area.id, reach: area.path, chain, leadUnitId: lead.id, units: lead.path },
      ...{ nameZh, nameEn, address, phone, openedOn, closedOn: null, seq: 1 },
    })
    const data = { areaId: area.id, leadUnitId: lead.id, openedOn }
    tx.record(stationLine('station.opened', { chain, subject: id, seq: 1, occurredAt: now, data }))
    return { stationId: id }
  })
}

/** Closes it from a day on, which ends all terms; shifts that were set for later are not kept. What it did stays readable. */
export async function closeStation(ctx: Ctx, id: string, input: CloseStation): Promise<StationReceipt> {
  ctx.must('station.keep')
  const asked = { ...input, id, act: 'close' }
  return actOnce(ctx, asked, async (tx) => {
    const station = await loadStation(tx, id)
    ctx.must('station.keep', { path: station.reach })
    if (station.closedOn !== null) throw new Refusal('station_closed')
    if (input.closedOn < todayOf(ctx)) throw new Refusal('input_invalid', { field: 'closedOn', rule: 'past' })
    const { closedOn } = input
    const { chain } = station
    let seq = await saveStation(tx, station, { closedOn })
    tx.record(stationLine('station.closed', { chain, subject: id, seq, data: { closedOn } }))
    for (const person of await loadPeople(tx, [id])) {
      if (person.untilDay !== null) continue
      seq = await endTerm(tx, { ...station, seq }, person, closedOn)
    }
    return { stationId: id }
  })
}

/** One act by whoever leads a station that is not closed. */
const byLead = <Receipt extends StationReceipt>(
  ctx: Ctx,
  id: string,
  asked: { readonly requestId: string },
  work: (tx: Tx, station: StandingStation) => Promise<Receipt>,
): Promise<Receipt> => {
  ctx.must('action.lead')
  const whole = { ...asked, id, act: 'station' }
  return actOnce(ctx, whole, async (tx) => {
    const station = await loadStation(tx, id)
    ctx.must('action.lead', placeOf(station))
    if (station.closedOn !== null && station.closedOn <= todayOf(ctx)) throw new Refusal('station_closed')
    return work(tx, station)
  })
}

/** Colleagues with a post in a unit, of whom a station's lead names those who serve. */
export async function colleaguesOf(ctx: Ctx, unitId: string): Promise<Colleagues> {
  mustBeStaff(ctx, 'action.lead')
  ctx.must('action.lead')
  return { people: await staffOfUnit(ctx, unitId) }
}

/** Somebody of a unit serves at the station from a day on. */
export const addPerson = (ctx: Ctx, id: string, input: AddPerson): Promise<StationReceipt> =>
  byLead(ctx, id, input, async (tx, station) => {
    // Nobody could end the term once it is closed.
    if (station.closedOn !== null) throw new Refusal('station_closed')
    const { accountId, unitId, phone = null, fromDay } = input
    const staff = await staffOfUnit(ctx, unitId)
    if (!staff.some((one) => one.accountId === accountId))
      throw new Refusal('station_person_unfit', { field: 'accountId' })
    const personId = newId(ctx.clock.now().epochMilliseconds)
    try {
      const person = { id: personId, stationId: id, accountId, unitId, phone, fromDay, untilDay: null }
      await insertPerson(tx, person, station)
    } catch (error) {
      if (violated(error) === 'station_people_now') throw new Refusal('station_person_there')
      throw error
    }
    const seq = await saveStation(tx, station)
    const data = { personId, accountId, unitId, fromDay }
    tx.record(stationLine('station.person_added', { chain: station.chain, subject: id, seq, data }))
    return { stationId: id }
  })

/** From that day on they serve there no more. */
export const endPerson = (
  ctx: Ctx,
  { id, personId }: { readonly id: string; readonly personId: string },
  input: EndPerson,
): Promise<StationReceipt> =>
  byLead(ctx, id, { ...input, ...{ personId } }, async (tx, station) => {
    const person = (await loadPeople(tx, [id])).find((one) => one.id === personId)
    if (!person || person.untilDay !== null) throw new Refusal('not_found', { kind: 'person' })
    if (input.untilDay < person.fromDay) throw new Refusal('input_invalid', { field: 'untilDay' })
    await endTerm(tx, station, person, input.untilDay)
    return { stationId: id }
  })

/** An account was closed: whoever held it serves at no station. As the program itself. */
export async function endTermsOf(system: Ctx, accountId: string): Promise<void> {
  const untilDay = todayOf(system)
  for (const person of await system.read((tx) => loadTermsOf(tx, accountId)))
    await system.transaction(async (tx) => {
      await endTerm(tx, await loadStation(tx, person.stationId), person, untilDay)
    })
}

/** Ends a term on that day, or on its first where that is later. Returns the seq of the line. */
async function endTerm(
  tx: Tx,
  station: StandingStation,
  { id, fromDay }: StandingPerson,
  day: string,
): Promise<number> {
  const untilDay = day < fromDay ? fromDay : day
  await endPersonRow(tx, id, untilDay)
  const seq = await saveStation(tx, station)
  const data = { personId: id, untilDay }
  tx.record(stationLine('station.person_ended', { chain: station.chain, subject: station.id, seq, data }))
  return seq
}

/** The roster of a day, whole. Refuses `station_shift_unfit`: who does not serve that day, or a shift longer than a day. */
export const setRoster = (ctx: Ctx, id: string, input: SetRoster): Promise<StationReceipt> =>
  byLead(ctx, id, input, async (tx, station) => {
    const people = await loadPeople(tx, [id])
    const serving = new Set(people.filter((one) => serves(one, input.day)).map((one) => one.id))
    const isFit = (shift: Shift): boolean =>
      isShiftFit(shift) && shift.personIds.every((personId) => serving.has(personId))
    if (!input.shifts.every(isFit)) throw new Refusal('station_shift_unfit', { field: 'shifts' })
    await enterDay(ctx, tx, station, input.day, input.shifts)
    return { stationId: id }
  })

/** Returns the seq of the line. */
async function enterDay(
  ctx: Ctx,
  tx: Tx,
  station: StandingStation,
  day: string,
  shifts: readonly Shift[],
): Promise<number> {
  const atMs = ctx.clock.now().epochMilliseconds
  const rows = shifts.flatMap(({ personIds, fromMinute, untilMinute }) =>
    personIds.map((personId) => ({ id: newId(atMs), day, fromMinute, untilMinute, personId })),
  )
  await replaceRoster(tx, station, day, rows)
  const seq = await saveStation(tx, station)
  const data = { day, shifts: shifts.map((shift) => ({ ...shift, personIds: [...shift.personIds] })) }
  tx.record(stationLine('station.roster_set', { chain: station.chain, subject: station.id, seq, data }))
  return seq
}

/** Days of a week without a shift get those of the week before, of people who still serve. */
export const copyWeek = (ctx: Ctx, id: string, input: CopyWeek): Promise<CopiedWeek> =>
  byLead(ctx, id, input, async (tx, station) => {
    const { firstDay } = input
    const shifts = await loadShifts(tx, [id], dayPlus(firstDay, -7), dayPlus(firstDay, 6))
    const byDay = Map.groupBy(shifts, ({ day }) => day)
    const people = await loadPeople(tx, [id])
    const days: string[] = []
    let now = station
    for (let at = 0; at < 7; at += 1) {
      const day = dayPlus(firstDay, at)
      const last = byDay.get(dayPlus(day, -7)) ?? []
      const serving = new Set(people.filter((one) => serves(one, day)).map((one) => one.id))
      const copied = shiftsOf(last.filter(({ personId }) => serving.has(personId)))
      if (byDay.has(day) || copied.length === 0) continue
      now = { ...now, seq: await enterDay(ctx, tx, now, day, copied) }
      days.push(day)
    }
    return { stationId: id, days }
  })

/** Rows of one person each as shifts with all their people, in the order of the day. */
export function shiftsOf(rows: readonly RosterShift[]): Shift[] {
  const groups = Map.groupBy(rows, ({ fromMinute, untilMinute }) => `${fromMinute}-${untilMinute}`)
  return [...groups.values()].map((group) => ({
    fromMinute: group[0]!.fromMinute,
    untilMinute: group[0]!.untilMinute,
    personIds: group.map(({ personId }) => personId),
  }))
}
