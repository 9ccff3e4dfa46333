import { atlasOf } from '../../areas/door.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { mayAct } from '../permission.rule.ts'
import { todayOf } from '../register/person-facts.ts'
import { areasFor } from '../who.rule.ts'
import type { ListRights, RightPage, RightRow, WaitingRights } from './contract.ts'
import { rightLight } from './due.rule.ts'
import { groundsOf } from './ground.rule.ts'
import { countWaiting, selectRights } from './request.sql.ts'

/** Requests of people in the asker's areas: those that wait with their light, the nearest day first, or those that were answered. */
export async function listRights(ctx: Ctx, { stage, after, limit }: ListRights): Promise<RightPage> {
  ctx.must('rights.answer')
  const atlas = await atlasOf(ctx)
  const today = todayOf(ctx)
  const found = await ctx.read(async (tx) => {
    // Another post of the same person may see further, and answers nothing there.
    await tx.narrow(areasFor(ctx.who, 'rights.answer'))
    return selectRights(tx, stage, { after, limit: limit + 1 })
  })
  const rows = found.slice(0, limit).map(({ reach, ...row }): RightRow => {
    const narrowest = atlas.get(reach.at(-1) ?? '')
    const askedOn = dayOf(Temporal.Instant.from(row.askedAt), ctx.district.timeZone)
    return {
      ...row,
      place: narrowest ? atlas.stepsOf(narrowest) : [],
      light: row.stage === 'asked' ? rightLight(askedOn, row.dueOn, today) : null,
      can: mayAct(ctx.who, row.personId === null ? 'rights.answer' : 'register.update', { path: reach }),
      grounds: row.stage === 'asked' ? [...groundsOf[row.kind]] : [],
    }
  })
  return { rows, next: found.length > limit ? rows.at(-1)!.id : null }
}

/** A menu says no more than that there are many. */
const countBound = 100

/** How many requests wait for an answer that the asker may give; nobody else is told that there are any. */
export async function countRights(ctx: Ctx): Promise<WaitingRights> {
  ctx.must('rights.answer')
  const answers = areasFor(ctx.who, 'rights.answer')
  const updates = areasFor(ctx.who, 'register.update')
  return ctx.read(async (tx) => {
    await tx.narrow(answers)
    const waiting = await countWaiting(tx, { strangersIn: answers, peopleIn: updates }, countBound)
    return { waiting, bound: countBound }
  })
}
