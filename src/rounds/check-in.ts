import { atlasOf, metresFromArea } from '../areas/door.ts'
import { newId } from '../kernel/ids.ts'
import { boundedMoment } from '../kernel/late-moment.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { actOnce } from '../platform/once.ts'
import { roundLine } from './events.ts'
import type { CheckedIn, CheckIn, RosterEntry, TakeBackCheckIn } from './grid-day.contract.ts'
import { dayIn, gridDayId } from './grid-day.rule.ts'
import { insertCheckIn, selectDayRules, takeBackRow } from './grid-day.sql.ts'
import { daysOf, knownGrid, ownUnits, workdays } from './grid-days.ts'

/**
 * Somebody came to the grid on its day (驻点签到): the asker, or somebody on the roster whom a worker of the grid sees
 * there, for who is linked by name has no account. How far the phone was from the grid's outline is kept, and not where.
 * Refuses `grid_day_not_today` (facts: day), `not_on_roster` and `checked_in_already`.
 */
export async function checkIn(ctx: Ctx, input: CheckIn): Promise<CheckedIn> {
  ctx.must('grid_day.check_in')
  const atlas = await atlasOf(ctx)
  const grid = knownGrid(atlas, input.gridId)
  const now = ctx.clock.now()
  const cameAt = boundedMoment(input.occurredAt, now)
  const day = dayOf(cameAt, ctx.district.timeZone)
  const isWorkday = await workdays(ctx)
  return actOnce(ctx, input, async (tx) => {
    const announced = await selectDayRules(tx)
    const near = [day, Temporal.PlainDate.from(day).subtract({ months: 1 }).toString()]
    const days = near.map((one) => dayIn(one.slice(0, 7), announced, isWorkday))
    if (!days.includes(day)) throw new Refusal('grid_day_not_today', { day: days[0]! })
    const roster = (await daysOf(ctx, tx, atlas, [grid], day)).flatMap((one) => one.roster)
    const entry = whoOf(roster, input, ctx)
    const units = roster.flatMap(({ who }) => who.unitId ?? [])
    ctx.must('grid_day.check_in', entry.self ? { path: grid.path, units } : { path: grid.path })
    const { accountId, holderId, unitId } = entry.who
    const id = newId(now.epochMilliseconds)
    const metres = input.point ? await metresFromArea(tx, grid.id, input.point) : null
    const chain = atlas.chainOf(grid)
    const one = {
      id,
      gridDayId: gridDayId(grid.id, day),
      gridId: grid.id,
      day,
      accountId,
      holderId,
      unitId,
      metres,
    }
    await insertCheckIn(tx, { ...one, cameAt, enteredBy: ctx.who.accountId!, chain }, grid.path)
    const { id: _, ...data } = one
    tx.record(roundLine('grid_day.checked_in', { chain, subject: id, occurredAt: cameAt, data }))
    return { checkInId: id, gridDayId: one.gridDayId, metres }
  })
}

/** Whom a check-in is about: named by id, or the asker. */
function whoOf(
  roster: readonly RosterEntry[],
  { holderId, unitId }: Pick<CheckIn, 'holderId' | 'unitId'>,
  ctx: Ctx,
): Pick<RosterEntry, 'who' | 'self'> {
  if (holderId === undefined && unitId === undefined) {
    const own = roster.find(({ self }) => self)
    if (own) return own
    const unit = ownUnits(ctx)[0]
    // A desk above comes in the name of its unit.
    if (unit === undefined) throw new Refusal('not_on_roster')
    return { who: { accountId: null, holderId: null, unitId: unit }, self: true }
  }
  const named = roster.find(
    ({ who }) => who.holderId === (holderId ?? null) && who.unitId === (unitId ?? null),
  )
  if (!named) throw new Refusal('not_on_roster')
  return named
}

/** Takes back what the asker entered, on that day: a wrong name was tapped. Refuses `check_in_day_over` after it. */
export async function takeBackCheckIn(ctx: Ctx, id: string, input: TakeBackCheckIn): Promise<{ id: string }> {
  ctx.must('grid_day.check_in')
  return actOnce(ctx, { ...input, id, act: 'take_back' } as TakeBackCheckIn, async (tx) => {
    const occurredAt = ctx.clock.now()
    const { gridDayId: of, chain, day } = await takeBackRow(tx, id, ctx.who.accountId ?? '', occurredAt)
    if (day !== dayOf(occurredAt, ctx.district.timeZone)) throw new Refusal('check_in_day_over')
    const line = { chain, subject: id, occurredAt, data: { gridDayId: of } }
    tx.record(roundLine('grid_day.check_in_taken_back', line))
    return { id }
  })
}
