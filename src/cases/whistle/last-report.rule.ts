import type { LineData } from '../../platform/journal-line.rule.ts'
import type { Reported } from './spot.rule.ts'

/** A line of a whistle's story, in its order. */
interface Line {
  readonly kind: string
  readonly occurredAt: Temporal.Instant
  readonly data: LineData
}

/** A report to the spot (报到), as its line says it. */
interface Report {
  readonly from: Reported['from']
  readonly at: Temporal.Instant
}

/** The last report of a call; null where its unit has not reported. */
export function lastReport(lines: readonly Line[], callId: string): Report | null {
  const line = lines.findLast(({ kind, data }) => kind === 'whistle.call_arrived' && data.callId === callId)
  return line ? { from: line.data.from as Reported['from'], at: line.occurredAt } : null
}

/**
 * The moment that the street's word makes true: of the last report, where nobody could tell from where it came. Null
 * where that one was found elsewhere: then the unit is there from when the street says so.
 */
export function unplacedAt(lines: readonly Line[], callId: string): Temporal.Instant | null {
  const report = lastReport(lines, callId)
  return report?.from === 'unknown' ? report.at : null
}
