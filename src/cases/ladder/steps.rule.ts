import { Refusal } from '../../kernel/refusal.ts'
import type { LadderStep, StepMoment } from './ladder.contract.ts'
import { Rung } from './ladder.contract.ts'
import type { AnnounceSteps, LadderBook, LadderVersion, StepDraft } from './steps.contract.ts'

/** A reminder comes while there is time, pressing when it is out. */
export const kindOf = ({ of }: StepMoment): LadderStep['kind'] => (of === 'left' ? 'remind' : 'press')

/** In the order in which they are said. */
export const inOrder = <Step extends StepDraft>(steps: readonly Step[]): Step[] =>
  [...steps].sort(
    (one, other) =>
      placeOf(one.moment) - placeOf(other.moment) ||
      Rung.options.indexOf(one.audience) - Rung.options.indexOf(other.audience),
  )
const placeOf = (moment: StepMoment): number => (moment.of === 'left' ? -moment.percent : moment.minutes + 1)

const sameStep = (one: StepDraft, other: StepDraft): boolean =>
  placeOf(one.moment) === placeOf(other.moment) && one.audience === other.audience

/**
 * Refuses what is no ladder: a step twice, a unit's head before a unit has the case, a matter's own for a clock that has
 * none, and one by which nobody hears when the time is out. A matter's own may be empty: it has the general one again.
 */
export function mustBeLadder({
  clock,
  matter,
  steps,
}: Pick<AnnounceSteps, 'clock' | 'matter' | 'steps'>): void {
  const wrong = (rule: string) => new Refusal('input_invalid', { field: 'steps', rule })
  if (matter !== null && clock !== 'response' && clock !== 'unit')
    throw new Refusal('input_invalid', { field: 'matter', rule: 'no_matter' })
  if (clock === 'response' && steps.some(({ audience }) => audience === 'unit_head')) throw wrong('no_head')
  if (steps.some((step, at) => steps.slice(0, at).some((other) => sameStep(step, other))))
    throw wrong('twice')
  const isBackToGeneral = matter !== null && steps.length === 0
  if (!isBackToGeneral && !steps.some(({ moment }) => moment.of === 'over'))
    throw new Refusal('ladder_without_press')
}

/** What an announcement changes: steps of this ladder that end on a day, and those that begin. */
export interface StepPlan {
  readonly ends: readonly { readonly id: string; readonly untilDay: string }[]
  readonly begins: readonly StepDraft[]
}

/**
 * From `fromDay` on these steps alone: what holds then already and is wanted goes on, what is not ends, and what was
 * announced for later never holds. `standing` are all steps of the ladder, past ones too.
 */
export function planSteps(
  standing: readonly LadderStep[],
  fromDay: string,
  wanted: readonly StepDraft[],
): StepPlan {
  const left = standing.filter(
    (step) => everHolds(step) && (step.untilDay === null || step.untilDay > fromDay),
  )
  const goesOn = (step: LadderStep) =>
    step.untilDay === null && step.fromDay <= fromDay && wanted.some((other) => sameStep(step, other))
  return {
    ends: left
      .filter((step) => !goesOn(step))
      .map(({ id, fromDay: began }) => ({ id, untilDay: began > fromDay ? began : fromDay })),
    begins: inOrder(wanted.filter((step) => !left.some((other) => goesOn(other) && sameStep(step, other)))),
  }
}

/** What was announced and called off again never held. */
const everHolds = ({ fromDay, untilDay }: LadderStep): boolean => untilDay === null || fromDay < untilDay

/** Every ladder with its versions, the general ones first. A day on which nothing changed begins none. */
export function laddersOf(steps: readonly LadderStep[]): LadderBook['ladders'] {
  const groups = [...Map.groupBy(steps, ({ clock, matter }) => `${matter ?? ''} ${clock}`)]
  return groups
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, own]) => ({ clock: own[0]!.clock, matter: own[0]!.matter, versions: versionsOf(own) }))
}

function versionsOf(all: readonly LadderStep[]): LadderVersion[] {
  const steps = all.filter(everHolds)
  const days = [...new Set(steps.flatMap(({ fromDay, untilDay }) => [fromDay, untilDay ?? fromDay]))].sort()
  return days.map((fromDay, at) => ({
    fromDay,
    untilDay: days[at + 1] ?? null,
    steps: inOrder(
      steps.filter((step) => step.fromDay <= fromDay && (step.untilDay === null || fromDay < step.untilDay)),
    ).map(({ id, moment, audience, kind }) => ({ id, moment, audience, kind })),
  }))
}
