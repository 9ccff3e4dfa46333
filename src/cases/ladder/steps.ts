import { atlasOf } from '../../areas/door.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { mattersByDay } from '../../matters/door.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { actOnce } from '../../platform/once.ts'
import { line } from '../events.ts'
import { may } from '../may.ts'
import { keptSteps } from './case-ladder.ts'
import type { LadderStep } from './ladder.contract.ts'
import { endStep, insertStep, readSteps } from './step.sql.ts'
import type { AnnounceSteps, LadderBook, StepsAnnounced } from './steps.contract.ts'
import { kindOf, laddersOf, mustBeLadder, planSteps } from './steps.rule.ts'

const todayOf = (ctx: Ctx): string => dayOf(ctx.clock.now(), ctx.district.timeZone)

/** Whoever works with cases knows the steps, and whoever keeps the catalogue; true for those who may announce some. */
export function mustKnowSteps(ctx: Ctx): boolean {
  const canAnnounce = may(ctx, 'matter.manage', {})
  if (!canAnnounce) ctx.must('case.see')
  return canAnnounce
}

/** The steps of every ladder, with their past and what was announced. */
export async function ladderBook(ctx: Ctx): Promise<LadderBook> {
  const canAnnounce = mustKnowSteps(ctx)
  return { today: todayOf(ctx), canAnnounce, ladders: laddersOf(await ctx.read(({ db }) => readSteps(db))) }
}

/**
 * Announces a ladder from a day on, tomorrow at the earliest: a clock climbs by the steps of the day on which it started, so
 * that none that runs is moved. Refuses `version_conflict` where somebody was quicker, `ladder_without_press`,
 * `matter_unknown`, and `input_invalid` for a day that has begun or what is no ladder.
 */
export async function announceSteps(ctx: Ctx, body: AnnounceSteps): Promise<StepsAnnounced> {
  ctx.must('matter.manage')
  const { clock, matter, fromDay, steps: wanted } = body
  if (fromDay <= todayOf(ctx)) throw new Refusal('input_invalid', { field: 'fromDay', rule: 'not_ahead' })
  mustBeLadder(body)
  if (matter !== null && !(await mattersByDay(ctx))(matter, fromDay))
    throw new Refusal('matter_unknown', { matter })
  const { district } = await atlasOf(ctx)
  const announced = await actOnce(ctx, body, async (tx): Promise<StepsAnnounced> => {
    await keptSteps.change(tx)
    const standing = (await readSteps(tx.db)).filter((step) => step.clock === clock && step.matter === matter)
    mustBeOn(standing, body.base)
    const { ends, begins } = planSteps(standing, fromDay, wanted)
    for (const { id, untilDay } of ends) await endStep(tx, id, untilDay)
    const begun = begins.map(
      (draft): LadderStep => ({
        ...draft,
        id: newId(ctx.clock.now().epochMilliseconds),
        ...{ clock, matter, kind: kindOf(draft.moment), fromDay, untilDay: null },
      }),
    )
    for (const step of begun) await insertStep(tx, step)
    const data = {
      ...{ clock, matter, fromDay },
      began: begun.map(({ id, moment, audience }) => ({ id, moment, audience })),
      ended: ends.map(({ id, untilDay }) => ({ id, untilDay })),
    }
    tx.record(line('ladder.announced', { chain: district.id, subject: district.id, data }))
    return { fromDay, steps: wanted.length }
  })
  keptSteps.forget(ctx)
  return announced
}

/** Refuses `version_conflict` where other steps stand without an end than those that the editor saw. */
function mustBeOn(standing: readonly LadderStep[], base: readonly string[]): void {
  const last = standing.filter(({ untilDay }) => untilDay === null)
  if (last.length !== base.length || last.some(({ id }) => !base.includes(id)))
    throw new Refusal('version_conflict')
}
