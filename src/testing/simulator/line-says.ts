import type { CountingRows } from './rows.ts'
import { clocksOf, isoOf } from './second-opinion/account.ts'
import { grantedBy } from './second-opinion/granted.ts'
import { handsOf, type Line, tell } from './second-opinion/story.ts'

/** Something that a line says of time, and what it must say. */
export interface Saying {
  readonly expected: object
  readonly found: object
  readonly where: string
}

/**
 * What a line says of time, each beside what follows from the lines before it and from itself. `share`: how much of its
 * usual time, in per cent, a unit gets by the emergencies of that minute.
 */
export function sayingsOf(
  line: Line,
  story: readonly Line[],
  { matters, minutes }: CountingRows,
  share = 100,
): Saying[] {
  const { kind, data, seq } = line
  const where = `${kind} at line ${seq}`
  const sayings: Saying[] = []
  if (kind === 'case.request_decided') {
    const granted = grantedBy(line, story, matters, minutes)
    const until = granted.until === null ? null : isoOf(granted.until)
    const found = { minutes: data.minutes, until: data.until }
    sayings.push({ expected: { minutes: granted.minutes, until }, found, where })
  }
  const told = tell(story)
  const clocks = clocksOf(story, told, matters, minutes, line.recorded)
  if (kind === 'case.screened' || kind === 'case.accepted' || kind === 'case.recounted')
    sayings.push({
      expected: { responseDueAt: clocks.response.account.dueAt },
      found: { responseDueAt: data.responseDueAt },
      where,
    })
  // Figures say by this deadline whether it was in time. Solved on the spot, no unit had one; what the last return of an
  // assisting unit leaves resolved is held to the deadline of whoever led.
  if (kind === 'case.resolved') {
    const unitId = (data.unitId ?? (data.onTheSpot === true ? null : told.lead)) as string | null
    const own = unitId === null ? null : clocks.units.get(unitId)!.account.dueAt
    sayings.push({ expected: { dueAt: own }, found: { dueAt: data.dueAt }, where })
  }
  for (const { unitId, dueAt, provisional, share: given } of handsOf(data)) {
    const { account } = clocks.units.get(unitId)!
    const expected = { dueAt: account.dueAt, provisional: account.provisional, share }
    sayings.push({ expected, found: { dueAt, provisional, share: given }, where })
  }
  return sayings
}
