import { walk } from './clock-walk.ts'
import { type CaseClock, type MatterRow, responseClock, unitClock } from './clocks-of-case.ts'
import type { Minutes } from './minutes.ts'
import { handsOf, type Line } from './story.ts'

/** How one unit did in one thing, as scores are made of it: points of 1, and the minute in which it counts. */
export interface CaseFact {
  readonly unitId: string
  readonly measure: string
  readonly round: number
  readonly countsAt: number
  /** Not done yet, and due then. */
  readonly pending: boolean
  readonly points: number
  readonly outOf: number
  /** YYYY-MM of the local day in which it counts. */
  readonly month: string
  /** By the last line that names one. */
  readonly matter: string | null
  readonly takenOut: boolean
}

/** A fact before it is known which month and matter it is of. */
type Found = Pick<CaseFact, 'unitId' | 'measure' | 'round' | 'countsAt' | 'pending' | 'points'>

/** Once that a unit was handed the case: its place in the story, and that of its next time. */
interface Turn {
  readonly unitId: string
  readonly role: string
  readonly round: number
  readonly from: number
  readonly until: number
}

/** Everything that a case says of the units that had it; a confidential one says nothing. */
export function factsOf(lines: readonly Line[], rows: readonly MatterRow[], minutes: Minutes): CaseFact[] {
  const screened = lines.findLast(({ kind }) => kind === 'case.screened')
  if (screened?.data.confidential === true) return []
  const turns = turnsIn(lines)
  const walked = (clock: CaseClock) => walk(clock, minutes, lines.at(-1)!.occurred)
  const matter = (lines.findLast(({ kind }) => naming.includes(kind))?.data.matter ?? null) as string | null
  const found = [
    ...firstAnswer(lines, turns, (story) => walked(responseClock(story, rows, minutes))),
    ...turns.flatMap((turn) => {
      const upTo = lines.slice(0, turn.until)
      return kept(lines, turn, walked(unitClock(upTo, turn.unitId, rows, minutes)))
    }),
    ...said(lines, turns),
  ]
  return found.map((fact) => {
    const month = minutes.nameOf(minutes.dayOf(fact.countsAt)).slice(0, 7)
    return { ...fact, outOf: 1, month, matter, takenOut: false }
  })
}

const naming = ['case.screened', 'case.dispatched', 'case.reopened']

function turnsIn(lines: readonly Line[]): Turn[] {
  const turns: Turn[] = []
  const hands = lines.map(({ kind, data }) =>
    kind === 'case.dispatched' || kind === 'case.reopened' ? handsOf(data) : [],
  )
  for (const [from, handed] of hands.entries())
    for (const { unitId, role } of handed) {
      const again = hands.findIndex((later, at) => at > from && later.some((one) => one.unitId === unitId))
      const round = turns.filter((turn) => turn.unitId === unitId).length + 1
      turns.push({ unitId, role, round, from, until: again < 0 ? lines.length : again })
    }
  return turns
}

/** Whoever led before this place in the story. */
const leaderBefore = (turns: readonly Turn[], place: number): Turn | undefined =>
  turns.findLast(({ role, from }) => role === 'lead' && from < place)

interface Ran {
  readonly due: number | null
  readonly stopped: number | null
}

/** Lines that answer, those after which nobody owes an answer, and the one that calls it off. */
const answers = ['case.signed', 'case.arrived', 'case.handled', 'case.resolved', 'case.replied']
const nobodys = ['case.declined', 'case.referred', 'case.joined']

function firstAnswer(
  lines: readonly Line[],
  turns: readonly Turn[],
  ran: (story: readonly Line[]) => Ran,
): Found[] {
  const again = lines.findIndex(({ kind, data }) => kind === 'case.reopened' && handsOf(data).length === 0)
  const story = again < 0 ? lines : lines.slice(0, again)
  const { due, stopped } = ran(story)
  if (due === null) return []
  const ending = [...answers, ...nobodys, 'case.withdrawn']
  const place = story.findIndex(({ kind, occurred }) => ending.includes(kind) && occurred === stopped)
  const by = stopped === null ? undefined : story[place]?.kind
  if (by !== undefined && nobodys.includes(by)) return []
  const inTime = stopped !== null && stopped <= due
  if (inTime && by === 'case.withdrawn') return []
  const later = story.findIndex(({ occurred }) => occurred > due)
  const leader = leaderBefore(turns, inTime ? place : later < 0 ? story.length : later)
  if (!leader) return []
  const countsAt = inTime ? stopped : due
  const fact = { unitId: leader.unitId, measure: 'responded', round: 1, countsAt }
  return [{ ...fact, pending: stopped === null, points: inTime ? 1 : 0 }]
}

/** A unit's turn: solved in time by whoever leads, or its part done by whoever assists. */
function kept(
  lines: readonly Line[],
  { unitId, role, round, from, until }: Turn,
  { due, stopped }: Ran,
): Found[] {
  if (due === null) return []
  const fact = { unitId, measure: role === 'lead' ? 'resolved' : 'assisted', round }
  const late = { ...fact, countsAt: due, pending: false, points: 0 }
  const end = endOf(lines.slice(from + 1, until), unitId)
  const anew = lines[until]
  if (end === 'nobody’s') return []
  if (end === null && anew) return anew.occurred > due ? [late] : []
  if (end === null || stopped === null) return [{ ...late, pending: true }]
  if (stopped > due) return [late]
  return end === 'done' ? [{ ...fact, countsAt: stopped, pending: false, points: 1 }] : []
}

function endOf(lines: readonly Line[], unitId: string): 'done' | 'off' | 'nobody’s' | null {
  let end: ReturnType<typeof endOf> = null
  for (const { kind, data } of lines) {
    const own = data.unitId === unitId
    if (kind === 'case.checked' && !data.passed && end === 'done') end = null
    else if (end !== null) continue
    else if (kind === 'case.resolved' && own) end = 'done'
    else if (kind === 'case.request_decided' && own && data.kind === 'return' && data.granted)
      end = 'nobody’s'
    else if (nobodys.includes(kind)) end = 'nobody’s'
    else if (kind === 'case.withdrawn' || kind === 'case.closed') end = 'off'
  }
  return end
}

/** What whoever reported says, and whether what was closed stayed so: the last word of each turn, of whoever led then. */
function said(lines: readonly Line[], turns: readonly Turn[]): Found[] {
  const last = new Map<string, Found>()
  const say = (place: number, measure: string, yes: boolean): void => {
    const leader = leaderBefore(turns, place)
    if (!leader) return
    const { unitId, round } = leader
    const fact = {
      unitId,
      measure,
      round,
      countsAt: lines[place]!.occurred,
      pending: false,
      points: yes ? 1 : 0,
    }
    last.set(`${unitId} ${measure} ${round}`, fact)
  }
  for (const [place, { kind, data }] of lines.entries()) {
    if (kind === 'case.rated') {
      say(place, 'solved', data.solved === true)
      say(place, 'satisfied', data.solved === true && (data.rating as number) >= 3)
    }
    if (kind === 'case.closed' || kind === 'case.reopened') say(place, 'stood', kind === 'case.closed')
  }
  return [...last.values()]
}
