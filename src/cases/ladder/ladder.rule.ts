import type { PresentRound } from '../clock.rule.ts'
import type { ClockLine } from '../clock-events.rule.ts'
import type { LadderClock, LadderStep, StepMoment } from './ladder.contract.ts'
import { Rung } from './ladder.contract.ts'

/** A step of the present round that was not said yet, and the moment at which it is. */
export interface WaitingStep {
  readonly step: LadderStep
  readonly round: number
  /** Null while a pause without an end lasts. */
  readonly at: Temporal.Instant | null
}

/**
 * The steps that hold for a clock of this matter that started on `day` (YYYY-MM-DD, local). Where the matter has steps of
 * its own for the clock, those alone: so a change of the steps moves no clock that runs already.
 */
export function stepsFor(
  steps: readonly LadderStep[],
  clock: LadderClock,
  matter: string | null,
  day: string,
): readonly LadderStep[] {
  const held = steps.filter(
    (step) => step.clock === clock && step.fromDay <= day && (step.untilDay === null || day < step.untilDay),
  )
  const own = held.filter((step) => matter !== null && step.matter === matter)
  return own.length > 0 ? own : held.filter((step) => step.matter === null)
}

/** Which steps of a clock its story says already, by id, in a round. */
export function saidSteps(
  story: readonly ClockLine[],
  unitId: string | null,
  round: number,
): ReadonlySet<string> {
  const said = story.filter(
    ({ kind, data }) => kind === 'case.climbed' && data.unitId === unitId && data.round === round,
  )
  return new Set(said.map(({ data }) => String(data.step)))
}

/**
 * The steps of the present round that are still to be said, in the order in which they will be. A stopped clock has none;
 * a moment that falls into a pause waits for its end; an extension moves every moment that was not said. A step whose
 * moment passed before the clock's last event was not said then, so that it is due from that event on.
 */
export function waitingSteps(
  present: PresentRound,
  steps: readonly LadderStep[],
  said: ReadonlySet<string>,
): WaitingStep[] {
  if (present.isStopped) return []
  return steps
    .filter((step) => !said.has(step.id))
    .map((step) => ({ step, moment: present.at(countedOf(step.moment)) }))
    .sort((one, other) => order(one.moment, other.moment) || byRung(one.step, other.step))
    .map(({ step, moment }) => ({
      step,
      round: present.round,
      at: moment && present.running(laterOf(moment, present.lastAt)),
    }))
}

/** Those whose moment has come, in order. */
export const dueSteps = (waiting: readonly WaitingStep[], now: Temporal.Instant): WaitingStep[] =>
  waiting.filter(({ at }) => at !== null && Temporal.Instant.compare(at, now) <= 0)

/** The first moment at which one of them is due; null where none has a moment. */
export const nextMoment = (waiting: readonly WaitingStep[]): Temporal.Instant | null =>
  waiting.reduce<Temporal.Instant | null>(
    (first, { at }) =>
      at === null || (first !== null && Temporal.Instant.compare(first, at) <= 0) ? first : at,
    null,
  )

/** How much of a round's counted time has passed by then. The deadline itself is still on time. */
const countedOf =
  (moment: StepMoment) =>
  (totalMs: number): number =>
    moment.of === 'left'
      ? totalMs - Math.floor((totalMs * moment.percent) / 100)
      : totalMs + Math.max(1, moment.minutes * 60_000)

const laterOf = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(one, other) < 0 ? other : one

/** What has no moment yet comes last. */
function order(one: Temporal.Instant | null, other: Temporal.Instant | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  return Temporal.Instant.compare(one, other)
}

const byRung = (one: LadderStep, other: LadderStep): number =>
  Rung.options.indexOf(one.audience) - Rung.options.indexOf(other.audience) || (one.id < other.id ? -1 : 1)
