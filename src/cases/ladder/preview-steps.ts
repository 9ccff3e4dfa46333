import { Refusal } from '../../kernel/refusal.ts'
import type { Allowance } from '../../matters/contract.ts'
import { calendarOf, mattersByDay } from '../../matters/door.ts'
import { dayOf, iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { clockAccount, presentRound } from '../clock.rule.ts'
import { responseBeforeScreening } from '../clocks.ts'
import { rulesOn } from '../whistle/limits.rule.ts'
import { selectRules } from '../whistle/rules.sql.ts'
import type { LadderStep, WhistleClock } from './ladder.contract.ts'
import { waitingSteps } from './ladder.rule.ts'
import type { PreviewSteps, StepDraft, StepsPreview } from './steps.contract.ts'
import { inOrder, kindOf, mustBeLadder } from './steps.rule.ts'
import { mustKnowSteps } from './steps.ts'

/** A unit's clock without a matter, and the way to a spot: what a preview counts by. */
const exampleResolution: Allowance = { amount: 2, unit: 'working_day' }
const exampleWayMinutes = 120

/** What these steps would say of a clock of this matter that starts now. Writes nothing; refuses as announcing would. */
export async function previewSteps(ctx: Ctx, asked: PreviewSteps): Promise<StepsPreview> {
  mustKnowSteps(ctx)
  mustBeLadder(asked)
  const { clock, matter, steps } = asked
  const now = ctx.clock.now()
  const today = dayOf(now, ctx.district.timeZone)
  if (isWhistleClock(clock)) {
    const { signMinutes } = rulesOn(today, await ctx.read(selectRules))
    return inClockTime(steps, now, clock === 'sign' ? signMinutes : exampleWayMinutes)
  }
  const found = matter === null ? null : (await mattersByDay(ctx))(matter, today)
  if (matter !== null && !found) throw new Refusal('matter_unknown', { matter })
  const allowance =
    clock === 'response'
      ? (found?.response ?? responseBeforeScreening)
      : (found?.resolution ?? exampleResolution)
  const calendar = await calendarOf(ctx)
  const events = [{ kind: 'started', at: now } as const]
  const account = clockAccount({ clock: 'resolution', allowance, yellowPercent: 33, calendar, events, now })
  const present = presentRound({ allowance, calendar, events })!
  const { allowedMinutes, measure, minutesPerDay, startedAt: startsAt } = account
  const waiting = waitingSteps(present, drafted(asked), new Set())
  return {
    ...{ allowedMinutes, measure, minutesPerDay, startsAt, dueAt: account.dueAt! },
    said: waiting.map(({ step, at }) => sayStep(step, allowedMinutes, iso(at!))),
  }
}

const isWhistleClock = (clock: PreviewSteps['clock']): clock is WhistleClock =>
  clock === 'sign' || clock === 'arrive'

const drafted = ({ clock, matter, steps }: PreviewSteps): LadderStep[] =>
  steps.map((draft, at) => ({
    ...draft,
    id: String(at).padStart(2, '0'),
    ...{ clock, matter, kind: kindOf(draft.moment), fromDay: '', untilDay: null },
  }))

/** Counted minutes that are left when a step is said, or that have passed since the deadline. */
const minutesOf = ({ moment }: StepDraft, allowedMinutes: number): number =>
  moment.of === 'left' ? Math.floor((allowedMinutes * moment.percent) / 100) : moment.minutes

const sayStep = (step: StepDraft, allowedMinutes: number, at: string): StepsPreview['said'][number] => ({
  kind: kindOf(step.moment),
  audience: step.audience,
  minutes: minutesOf(step, allowedMinutes),
  at,
})

/** A whistle's clocks count day and night. */
function inClockTime(
  steps: readonly StepDraft[],
  startsAt: Temporal.Instant,
  allowedMinutes: number,
): StepsPreview {
  const dueAt = startsAt.add({ minutes: allowedMinutes })
  return {
    ...{ allowedMinutes, measure: 'clock', minutesPerDay: 1440 },
    startsAt: iso(startsAt),
    dueAt: iso(dueAt),
    said: inOrder(steps).map((step) => {
      const minutes = minutesOf(step, allowedMinutes)
      const at = step.moment.of === 'left' ? dueAt.subtract({ minutes }) : dueAt.add({ minutes })
      return sayStep(step, allowedMinutes, iso(at))
    }),
  }
}
