import { type MatterRow, unitClock } from './clocks-of-case.ts'
import type { Minutes } from './minutes.ts'
import type { Line } from './story.ts'

/**
 * What a grant must say, by the rows of the day: an extension so many counted minutes as its working days hold, a pause the
 * end of its last working day. Null where the line says neither.
 */
export function grantedBy(
  line: Line,
  story: readonly Line[],
  matters: readonly MatterRow[],
  minutes: Minutes,
): { readonly minutes: number | null; readonly until: number | null } {
  const { kind, requestId, unitId } = line.data
  const asked = story.find((one) => one.kind === 'case.requested' && one.data.requestId === requestId)
  const days = (asked?.data.days ?? 0) as number
  if (line.data.granted !== true || (kind !== 'extension' && kind !== 'pause'))
    return { minutes: null, until: null }
  const open: number[] = []
  for (let day = minutes.dayOf(line.occurred) + 1; open.length <= days; day += 1)
    if (minutes.closingOf(day) !== null) open.push(day)
  if (kind === 'pause') return { minutes: null, until: minutes.closingOf(open[days - 1]!) }
  const clock = unitClock(story, unitId as string, matters, minutes)
  if (clock.unit === 'clock_hour') return { minutes: days * 1440, until: null }
  // The days are those that follow the next one: of that one the desk may have none left.
  return { minutes: open.slice(1, days + 1).reduce((sum, day) => sum + minutes.usualOn(day), 0), until: null }
}
