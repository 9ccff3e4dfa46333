import type { ClockEvent } from './clock-stretches.rule.ts'

/** A line of a case's story, as clocks read it. */
export interface ClockLine {
  readonly kind: string
  readonly occurredAt: Temporal.Instant
  readonly data: Readonly<Record<string, unknown>>
}

/** What stops the response clock: the first time that somebody answers for the case (首次响应). */
const responses: ReadonlySet<string> = new Set([
  'case.signed',
  'case.arrived',
  'case.handled',
  'case.declined',
  'case.referred',
  'case.joined',
  'case.resolved',
  'case.replied',
  'case.withdrawn',
  'case.history',
])

/** What ends every unit's clock, whoever acted. */
const endings: ReadonlySet<string> = new Set([
  'case.withdrawn',
  'case.closed',
  'case.declined',
  'case.referred',
  'case.joined',
])

/** Whether a line is an answer. History answers where it tells of a reply or a close; a target alone does not. */
export const isResponse = ({ kind, data }: ClockLine): boolean =>
  responses.has(kind) && (kind !== 'case.history' || data.repliedAt !== null || data.closedAt !== null)

/** The response clock's events: it starts at acceptance. */
export function responseEvents(lines: readonly ClockLine[]): ClockEvent[] {
  const accepted = lines.find((line) => line.kind === 'case.accepted')
  if (!accepted) throw new RangeError('a story begins with its acceptance')
  const events: ClockEvent[] = [{ kind: 'started', at: accepted.occurredAt }]
  let stoppedBy: string | null = null
  for (const line of lines) {
    const at = line.occurredAt
    if (isResponseRestart(line)) {
      events.push({ kind: 'restarted', at })
      stoppedBy = null
    } else if (stoppedBy === 'case.joined' && line.kind === 'case.screened') {
      // Joined by mistake: what lay between was nobody's delay.
      events.push({ kind: 'resumed', at })
      stoppedBy = null
    } else if (stoppedBy === null && isResponse(line)) {
      events.push({ kind: 'stopped', at })
      stoppedBy = line.kind
    }
  }
  return events
}

/** Solved on the spot and not solved after all: the desk owes a first answer again. */
export const isResponseRestart = ({ kind, data }: ClockLine): boolean =>
  kind === 'case.reopened' && (data.units as readonly unknown[]).length === 0

/** The events of one unit's resolution clock; empty when the case never was dispatched to it. */
export function unitEvents(lines: readonly ClockLine[], unitId: string): ClockEvent[] {
  const events: ClockEvent[] = []
  let gaveBack = false
  for (const line of lines) {
    const event = unitEvent(line, unitId, events.length > 0)
    if (!event) continue
    // The centre sends a case back to those who resolved it, not to one that had given it back before, closed since or not.
    if (event.kind === 'resumed' && gaveBack) continue
    if (isReturn(line) && event.kind === 'stopped') gaveBack = true
    else if (event.kind === 'restarted') gaveBack = false
    events.push(event)
  }
  return events
}

const isReturn = ({ kind, data }: ClockLine): boolean =>
  kind === 'case.request_decided' && data.kind === 'return'

function unitEvent(line: ClockLine, unitId: string, begun: boolean): ClockEvent | null {
  const at = line.occurredAt
  if (line.kind === 'case.dispatched' || line.kind === 'case.reopened') {
    const units = line.data.units as readonly { unitId: string }[]
    if (units.some((unit) => unit.unitId === unitId)) return { kind: begun ? 'restarted' : 'started', at }
    return null
  }
  if (!begun) return null
  if (endings.has(line.kind)) return { kind: 'stopped', at }
  if (line.kind === 'case.checked') return line.data.passed ? null : { kind: 'resumed', at }
  if (line.data.unitId !== unitId) return null
  if (line.kind === 'case.signed') return { kind: 'signed', at }
  if (line.kind === 'case.resolved') return { kind: 'stopped', at }
  if (line.kind === 'case.resumed') return { kind: 'resumed', at }
  return line.kind === 'case.request_decided' ? decided(line) : null
}

function decided({ data, occurredAt: at }: ClockLine): ClockEvent | null {
  if (!data.granted) return null
  if (data.kind === 'extension') return { kind: 'extended', at, minutes: data.minutes as number }
  if (data.kind === 'return') return { kind: 'stopped', at }
  const until = data.until === null ? undefined : Temporal.Instant.from(data.until as string)
  return { kind: 'paused', at, until }
}

interface Handed {
  readonly unitId: string
  readonly share?: number
}

/** How much of its usual time, in per cent, the unit got with this line. */
export function shareOf({ data }: ClockLine, unitId: string): number {
  return (data.units as readonly Handed[]).find((unit) => unit.unitId === unitId)?.share ?? 100
}

/** Whether a line hands the case to this unit, with a clock that starts then. */
export function handsTo({ kind, data }: ClockLine, unitId: string): boolean {
  if (kind !== 'case.dispatched' && kind !== 'case.reopened') return false
  return (data.units as readonly Handed[]).some((unit) => unit.unitId === unitId)
}
