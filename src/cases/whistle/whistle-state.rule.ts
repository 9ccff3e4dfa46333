import type { LineData } from '../../platform/journal-line.rule.ts'
import { type Answer, applyStep, type Step } from './call.rule.ts'
import type { HowCalled, WhistleStage } from './contract.ts'
import { unplacedAt } from './last-report.rule.ts'
import { moveWhistle } from './whistle-stage.rule.ts'

/** A line of a whistle's story, in its order. */
export interface WhistleLine {
  readonly kind: string
  readonly occurredAt: Temporal.Instant
  readonly data: LineData
}

/** A call as its lines tell it. */
export interface ToldCall extends Answer {
  readonly unitId: string
  readonly metres: number | null
  readonly marks: string | null
}

/** A whistle as its lines tell it: nothing of it is asked of rows. */
export interface ToldWhistle {
  readonly stage: WhistleStage
  readonly situation: string
  readonly areaId: string
  readonly caseId: string | null
  readonly review: string
  readonly warranted: boolean | null
  readonly soundedAt: Temporal.Instant | null
  readonly endedAt: Temporal.Instant | null
  readonly calls: ReadonlyMap<string, ToldCall>
}

const unanswered = {
  stage: 'named',
  signDueAt: null,
  contactDueAt: null,
  reportDueAt: null,
  signedAt: null,
  contactedAt: null,
  elsewhereAt: null,
  arrivedAt: null,
  confirmedAt: null,
  actedAt: null,
  refusedAt: null,
  absentAt: null,
  releasedAt: null,
  metres: null,
  marks: null,
} as const

interface Named {
  readonly callId: string
  readonly unitId: string
  readonly how: HowCalled
}

/** The whistle by its lines; null without a first. Refuses `whistle_move_not_allowed` where they tell an illegal move. */
export function whistleOf(lines: readonly WhistleLine[]): ToldWhistle | null {
  const [first, ...later] = lines
  if (first?.kind !== 'whistle.blown') return null
  const { data } = first
  const named = data.calls as unknown as readonly Named[]
  const blown: ToldWhistle = {
    stage: 'waiting',
    situation: String(data.situation),
    areaId: String(data.areaId),
    caseId: data.caseId === null ? null : String(data.caseId),
    review: String(data.review),
    warranted: null,
    soundedAt: null,
    endedAt: null,
    calls: new Map(named.map(({ callId, unitId, how }) => [callId, { ...unanswered, unitId, how }])),
  }
  return later.reduce((whistle, line, index) => tell(whistle, line, lines.slice(0, index + 1)), blown)
}

/** `before`: all lines before this one. */
function tell(whistle: ToldWhistle, line: WhistleLine, before: readonly WhistleLine[]): ToldWhistle {
  const { kind, data, occurredAt: at } = line
  switch (kind) {
    case 'whistle.reviewed': {
      const warranted = data.warranted === true
      const declines = whistle.review === 'before' && !warranted
      return {
        ...whistle,
        warranted,
        stage: declines ? moveWhistle(whistle.stage, 'declined') : whistle.stage,
      }
    }
    case 'whistle.sounded':
      return {
        ...whistle,
        stage: moveWhistle(whistle.stage, 'sounding'),
        soundedAt: at,
        calls: new Map([...whistle.calls].map(([id, call]) => [id, called(call, data)])),
      }
    case 'whistle.units_called': {
      const added = data.calls as unknown as readonly Named[]
      const calls = added.map(
        ({ callId, unitId, how }) => [callId, called({ ...unanswered, unitId, how }, data)] as const,
      )
      return { ...whistle, calls: new Map([...whistle.calls, ...calls]) }
    }
    case 'whistle.hidden':
      if (whistle.stage === 'sounding')
        return { ...whistle, stage: moveWhistle(whistle.stage, 'ended'), endedAt: at }
      return whistle.stage === 'waiting'
        ? { ...whistle, stage: moveWhistle(whistle.stage, 'declined') }
        : whistle
    case 'whistle.ended':
      return { ...whistle, stage: moveWhistle(whistle.stage, 'ended'), endedAt: at }
    default: {
      const callId = String(data.callId)
      const call = whistle.calls.get(callId)
      if (call === undefined) return whistle
      return {
        ...whistle,
        calls: new Map(whistle.calls).set(callId, tellCall(call, line, unplacedAt(before, callId))),
      }
    }
  }
}

const called = (call: ToldCall, data: LineData): ToldCall => ({
  ...call,
  stage: 'called',
  signDueAt: Temporal.Instant.from(String(data.signDueAt)),
  contactDueAt: Temporal.Instant.from(String(data.contactDueAt)),
  reportDueAt: Temporal.Instant.from(String(data.reportDueAt)),
})

const plainSteps: ReadonlyMap<string, Step['kind']> = new Map([
  ['whistle.call_absent', 'absent'],
  ['whistle.call_signed', 'signed'],
  ['whistle.call_contacted', 'contacted'],
  ['whistle.call_confirmed', 'confirmed'],
  ['whistle.call_acted', 'acted'],
  ['whistle.call_refused', 'refused'],
  ['whistle.call_declined', 'declined'],
  ['whistle.call_released', 'released'],
])

function tellCall(
  call: ToldCall,
  { kind, data, occurredAt: at }: WhistleLine,
  reportedAt: Temporal.Instant | null,
): ToldCall {
  const plain = plainSteps.get(kind)
  if (plain !== undefined) return { ...call, ...applyStep(call, { kind: plain, at, unplacedAt: reportedAt }) }
  if (kind === 'whistle.call_arrived') {
    const step: Step = { kind: data.from === 'spot' ? 'arrived' : 'arrived_elsewhere', at }
    const metres = typeof data.metres === 'number' ? data.metres : call.metres
    return { ...call, ...applyStep(call, step), metres }
  }
  if (kind !== 'whistle.call_rated') return call
  return { ...call, marks: [data.promptness, data.result, data.attitude].join() }
}
