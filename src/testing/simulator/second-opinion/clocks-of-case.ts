import type { ClockFacts, Happening } from './clock-walk.ts'
import type { Minutes } from './minutes.ts'
import { handsOf, type Line } from './story.ts'

/** A version of a matter, as its row stands. */
export interface MatterRow {
  readonly code: string
  readonly validFrom: string
  readonly validTo: string | null
  readonly responseAmount: number
  readonly responseUnit: string
  readonly resolutionAmount: number
  readonly resolutionUnit: string
  readonly yellowPercent: number
}

/** One clock of a case, ready to be walked. */
export interface CaseClock extends ClockFacts {
  /** Null for the response clock. */
  readonly unitId: string | null
  /** 1, and one more each time that it began anew. */
  readonly round: number
}

/** The version that holds on a day, by the rows. */
export function versionOn(rows: readonly MatterRow[], code: string, day: string): MatterRow {
  const found = rows.find(
    (row) => row.code === code && row.validFrom <= day && (row.validTo === null || day < row.validTo),
  )
  if (!found) throw new Error(`no version of ${code} holds on ${day}`)
  return found
}

/** Before anybody has named a matter: four working hours, yellow when a third is left. */
const unnamed = { amount: 4, unit: 'working_hour', yellowPercent: 33 }

const answers: ReadonlySet<string> = new Set([
  'case.signed',
  'case.arrived',
  'case.handled',
  'case.declined',
  'case.referred',
  'case.joined',
  'case.resolved',
  'case.replied',
  'case.withdrawn',
])

const beginsAnswerAnew = ({ kind, data }: Line): boolean =>
  kind === 'case.reopened' && handsOf(data).length === 0

/** The clock of the first answer: from acceptance until somebody answers. */
export function responseClock(
  lines: readonly Line[],
  rows: readonly MatterRow[],
  minutes: Minutes,
): CaseClock {
  const beginnings = lines.filter((line) => line.kind === 'case.accepted' || beginsAnswerAnew(line))
  const begun = beginnings.at(-1)!
  const happenings: Happening[] = []
  let answeredBy: string | null = null
  for (const { kind, occurred, seq } of lines) {
    if (seq <= begun.seq) continue
    if (answeredBy === null && answers.has(kind)) {
      happenings.push({ minute: occurred, what: 'stopped' })
      answeredBy = kind
    } else if (answeredBy === 'case.joined' && kind === 'case.screened') {
      // It was joined by mistake, and nobody owed it anything meanwhile.
      happenings.push({ minute: occurred, what: 'resumed' })
      answeredBy = null
    }
  }
  const named = lines.findLast((line) => line.kind === 'case.screened' || beginsAnswerAnew(line))
  const rule = named && versionOn(rows, named.data.matter as string, dayOf(named, minutes))
  return {
    clock: 'response',
    unitId: null,
    round: beginnings.length,
    started: begun.occurred,
    amount: rule?.responseAmount ?? unnamed.amount,
    unit: rule?.responseUnit ?? unnamed.unit,
    yellowPercent: rule?.yellowPercent ?? unnamed.yellowPercent,
    happenings,
  }
}

/** When somebody first answered for the case, by the line that says so; withdrawing it is no answer, though its clock stops. */
export function answeredIn(lines: readonly Line[]): number | null {
  let answered: Line | null = null
  for (const line of lines) {
    if (beginsAnswerAnew(line)) answered = null
    else if (line.kind === 'case.screened' && answered?.kind === 'case.joined') answered = null
    else if (answers.has(line.kind) && line.kind !== 'case.withdrawn') answered ??= line
  }
  return answered === null ? null : answered.occurred
}

const dayOf = ({ occurred }: Line, minutes: Minutes): string => minutes.nameOf(minutes.dayOf(occurred))

const handedTo = ({ kind, data }: Line, unitId: string): boolean =>
  (kind === 'case.dispatched' || kind === 'case.reopened') &&
  handsOf(data).some((hand) => hand.unitId === unitId)

/** One unit's clock: from the last time that the case was handed to it. */
export function unitClock(
  lines: readonly Line[],
  unitId: string,
  rows: readonly MatterRow[],
  minutes: Minutes,
): CaseClock {
  const hands = lines.filter((line) => handedTo(line, unitId))
  const begun = hands.at(-1)!
  const happenings: Happening[] = []
  let gaveBack = false
  for (const line of lines) {
    if (line.seq <= begun.seq) continue
    const what = happeningOf(line, unitId)
    // Whoever gave it back is not who resolved it: it is not sent back to them.
    if (!what || (what.what === 'resumed' && gaveBack)) continue
    gaveBack ||= what.what === 'stopped' && line.kind === 'case.request_decided'
    happenings.push(what)
  }
  const rule = versionOn(rows, begun.data.matter as string, dayOf(begun, minutes))
  return {
    clock: 'resolution',
    unitId,
    round: hands.length,
    started: begun.occurred,
    amount: hurried(rule.resolutionAmount, begun, unitId),
    unit: rule.resolutionUnit,
    yellowPercent: rule.yellowPercent,
    happenings,
  }
}

/** In an emergency a unit gets a share of the time, in per cent, and never less than one of its unit. */
function hurried(amount: number, begun: Line, unitId: string): number {
  const share = handsOf(begun.data).find((hand) => hand.unitId === unitId)?.share ?? 100
  return share >= 100 ? amount : Math.max(1, Math.ceil((amount * share) / 100))
}

/** Every unit that ever had the case. */
export const unitsOf = (lines: readonly Line[]): string[] => [
  ...new Set(
    lines.flatMap(({ kind, data }) =>
      (kind.startsWith('case.') ? handsOf(data) : []).map(({ unitId }) => unitId),
    ),
  ),
]

function happeningOf(line: Line, unitId: string): Happening | null {
  const { kind, data, occurred: minute } = line
  switch (kind) {
    case 'case.withdrawn':
    case 'case.closed':
    case 'case.declined':
    case 'case.referred':
    case 'case.joined':
      return { minute, what: 'stopped' }
    case 'case.checked':
      return data.passed ? null : { minute, what: 'resumed' }
  }
  if (data.unitId !== unitId) return null
  if (kind === 'case.signed') return { minute, what: 'signed' }
  if (kind === 'case.resolved') return { minute, what: 'stopped' }
  if (kind === 'case.resumed') return { minute, what: 'resumed' }
  return kind === 'case.request_decided' && data.granted === true ? grantOf(line) : null
}

function grantOf({ data, occurred: minute }: Line): Happening {
  if (data.kind === 'extension') return { minute, what: 'extended', minutes: data.minutes as number }
  if (data.kind === 'return') return { minute, what: 'stopped' }
  return { minute, what: 'paused', until: data.until === null ? null : minuteOf(data.until as string) }
}

/** The minute of an ISO moment. */
export const minuteOf = (iso: string): number => Temporal.Instant.from(iso).epochMilliseconds / 60_000
