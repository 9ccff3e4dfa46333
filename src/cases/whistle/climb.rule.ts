import type { LadderStep, StepMoment, WhistleClock } from '../ladder/ladder.contract.ts'
import { Rung } from '../ladder/ladder.contract.ts'
import { stepsFor } from '../ladder/ladder.rule.ts'
import { lastReport } from './last-report.rule.ts'
import { type ToldCall, type WhistleLine, whistleOf } from './whistle-state.rule.ts'

/** A clock of one unit that is called, while nobody has answered to it. */
interface CallClock {
  readonly clock: WhistleClock
  readonly callId: string
  readonly unitId: string
  readonly startedAt: Temporal.Instant
  readonly dueAt: Temporal.Instant
  /** From when it is pressed for: the deadline, or where it refused before that, the refusal. */
  readonly brokenAt: Temporal.Instant
  readonly isRefused: boolean
  /** It says that it is there, and only the street can tell: the street is asked, and nobody above is told anything. */
  readonly waitsForStreet: boolean
}

/** A step that was not said yet of one unit's clock, and the moment at which it is. */
export interface WaitingClimb {
  readonly call: CallClock
  readonly step: LadderStep
  readonly at: Temporal.Instant
}

const earlier = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(one, other) <= 0 ? one : other

/**
 * What a whistle's ladder (督办阶梯) still has to say, by its lines alone, in the order in which it will. Who is whistled
 * has two clocks, to sign and to be on the spot; a refusal counts as their deadline, and is pressed for on the one that
 * it broke. Who was invited has none. Where only the street can tell whether a unit is there, the street alone is asked.
 * Nothing is said before it sounds or after its end, and no step twice of a unit.
 */
export function waitingClimbs(
  lines: readonly WhistleLine[],
  steps: readonly LadderStep[],
  timeZone: string,
): WaitingClimb[] {
  const whistle = whistleOf(lines)
  if (whistle?.stage !== 'sounding') return []
  const said = saidIn(lines)
  return [...whistle.calls]
    .flatMap(([callId, call]) => clocksOf(callId, call, lines))
    .flatMap((call) =>
      stepsFor(steps, call.clock, null, dayIn(timeZone, call.startedAt)).flatMap((step): WaitingClimb[] => {
        const at = momentOf(step.moment, call)
        const spared = call.waitsForStreet && step.audience !== 'street'
        return at === null || spared || said.has(`${step.id}/${call.callId}`) ? [] : [{ call, step, at }]
      }),
    )
    .sort((one, other) => Temporal.Instant.compare(one.at, other.at) || order(one, other))
}

const order = (one: WaitingClimb, other: WaitingClimb): number =>
  Rung.options.indexOf(one.step.audience) - Rung.options.indexOf(other.step.audience) ||
  (one.call.callId < other.call.callId ? -1 : 1)

/** Those whose moment has come; what is said of several units at once is one thing to say. */
export const dueClimbs = (
  waiting: readonly WaitingClimb[],
  now: Temporal.Instant,
): (readonly [first: WaitingClimb, ...others: WaitingClimb[]])[] => {
  const due = waiting.filter(({ at }) => Temporal.Instant.compare(at, now) <= 0)
  const alike = Map.groupBy(
    due,
    ({ step, call }) => `${step.id}/${call.dueAt.toString()}/${call.waitsForStreet}`,
  )
  return [...alike.values()] as [WaitingClimb, ...WaitingClimb[]][]
}

/** The units that a line speaks of together. */
export const climbedUnits = (data: WhistleLine['data']) =>
  data.calls as unknown as readonly { readonly callId: string; readonly unitId: string }[]

const saidIn = (lines: readonly WhistleLine[]): ReadonlySet<string> =>
  new Set(
    lines.flatMap(({ kind, data }) =>
      kind === 'whistle.climbed'
        ? climbedUnits(data).map(({ callId }) => `${String(data.step)}/${callId}`)
        : [],
    ),
  )

function clocksOf(callId: string, call: ToldCall, lines: readonly WhistleLine[]): CallClock[] {
  const { how, stage, signDueAt, reportDueAt, refusedAt, unitId } = call
  const startedAt = lines.find((line) => calls(line, unitId))?.occurredAt
  if (how === 'invited' || !startedAt || !signDueAt || !reportDueAt) return []
  const refused = stage === 'refused' ? refusedAt : null
  const clockOf = (clock: WhistleClock, dueAt: Temporal.Instant): CallClock => ({
    clock,
    callId,
    unitId,
    startedAt,
    dueAt,
    isRefused: refused !== null,
    brokenAt: refused === null ? dueAt : earlier(refused, dueAt),
    waitsForStreet: stage === 'arrived_elsewhere' && lastReport(lines, callId)?.from === 'unknown',
  })
  if (call.signedAt === null) {
    const signs = stage === 'called' || stage === 'absent' || stage === 'refused'
    // One refusal is pressed for once.
    const arrives = stage === 'called' || stage === 'absent'
    return [
      ...(signs ? [clockOf('sign', signDueAt)] : []),
      ...(arrives ? [clockOf('arrive', reportDueAt)] : []),
    ]
  }
  return call.arrivedAt === null && stage !== 'released' ? [clockOf('arrive', reportDueAt)] : []
}

/** Whether the unit is called by this line. */
const calls = ({ kind, data }: WhistleLine, unitId: string): boolean =>
  (kind === 'whistle.sounded' && (data.unitIds as readonly string[]).includes(unitId)) ||
  (kind === 'whistle.units_called' && climbedUnits(data).some((call) => call.unitId === unitId))

/** A reminder has no moment once it was refused; what comes after the deadline comes after what broke it. */
function momentOf(
  moment: StepMoment,
  { startedAt, dueAt, brokenAt, isRefused }: CallClock,
): Temporal.Instant | null {
  if (moment.of === 'over') return brokenAt.add({ milliseconds: Math.max(1, moment.minutes * 60_000) })
  if (isRefused) return null
  const totalMs = dueAt.epochMilliseconds - startedAt.epochMilliseconds
  return dueAt.subtract({ milliseconds: Math.floor((totalMs * moment.percent) / 100) })
}

const dayIn = (timeZone: string, at: Temporal.Instant): string =>
  at.toZonedDateTimeISO(timeZone).toPlainDate().toString()
