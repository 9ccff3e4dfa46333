import type { LineData } from '../../platform/journal-line.rule.ts'
import type { PassedStage } from './contract.ts'
import { movePassed } from './passed.rule.ts'

/** A line of its story, in its order. */
export interface PassedLine {
  readonly kind: string
  readonly occurredAt: Temporal.Instant
  readonly data: LineData
}

/** Something passed on as its lines tell it: nothing of it is asked of rows. */
export interface ToldPassed {
  readonly stage: PassedStage
  readonly caseId: string | null
  readonly whistleId: string | null
  readonly stationId: string | null
  readonly areaId: string
  readonly fromUnitId: string | null
  readonly toUnitId: string
  readonly passedAt: Temporal.Instant
  readonly receiveDueAt: Temporal.Instant
  readonly overdueAt: Temporal.Instant | null
  readonly receivedAt: Temporal.Instant | null
  readonly answeredAt: Temporal.Instant | null
  readonly hidden: boolean
}

const idOr = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** By its lines; null without a first. Refuses `passed_move_not_allowed` where they tell an illegal move. */
export function passedBy(lines: readonly PassedLine[]): ToldPassed | null {
  const [first, ...later] = lines
  if (first?.kind !== 'passed_on.passed') return null
  const { data } = first
  return later.reduce<ToldPassed>(tell, {
    stage: 'passed',
    caseId: idOr(data.caseId),
    whistleId: idOr(data.whistleId),
    stationId: idOr(data.stationId),
    areaId: String(data.areaId),
    fromUnitId: idOr(data.fromUnitId),
    toUnitId: String(data.toUnitId),
    passedAt: first.occurredAt,
    receiveDueAt: Temporal.Instant.from(String(data.receiveDueAt)),
    overdueAt: null,
    receivedAt: null,
    answeredAt: null,
    hidden: false,
  })
}

function tell(passed: ToldPassed, { kind, data, occurredAt: at }: PassedLine): ToldPassed {
  const to = (stage: PassedStage) => ({ ...passed, stage: movePassed(passed.stage, stage) })
  switch (kind) {
    case 'passed_on.received':
      return { ...to('received'), receivedAt: at }
    case 'passed_on.answered':
      return { ...to(data.answer as PassedStage), answeredAt: at }
    case 'passed_on.added':
      return to('received')
    case 'passed_on.overdue':
      return { ...passed, overdueAt: at }
    case 'passed_on.hidden':
      return { ...passed, hidden: true }
    default:
      return passed
  }
}
