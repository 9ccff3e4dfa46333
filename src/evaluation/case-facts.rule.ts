import { handsTo, isResponseRestart } from '../cases/clock-events.rule.ts'
import type { ClockAccount } from '../cases/contract.ts'
import { satisfiedFrom } from '../cases/rating.contract.ts'
import { type AssessedLine, answered, type Duty, type Fact, timed } from './fact.rule.ts'

type Story = readonly AssessedLine[]

/** The accounts of a case's clocks, by the catalogue and the calendar; null where the matter is unknown. */
export interface CaseClocks {
  /** Of the first answer. */
  readonly response: (story: Story, matter: string | null) => Pick<ClockAccount, 'dueAt' | 'stoppedAt'>
  /** Of the last round of a unit's clock in this story. */
  readonly unit: (
    story: Story,
    unitId: string,
    matter: string | null,
  ) => Pick<ClockAccount, 'dueAt' | 'stoppedAt'> | null
}

interface Handed {
  readonly unitId: string
  readonly role: 'lead' | 'assist'
  /** Place in the story of the line that handed it out, and of the one that did so next to the same unit. */
  readonly from: number
  readonly until: number
  readonly round: number
}

/** What a case's story says of the units that had it. A confidential case says nothing (Care 3), nor does one made in a drill. */
export function caseFacts(story: Story, clocks: CaseClocks): Fact[] {
  if (story[0]?.kind !== 'case.accepted' || isUnassessed(story)) return []
  const hands = handsIn(story)
  const matter = matterIn(story)
  const facts = [
    ...responded(story, matter, hands, clocks),
    ...hands.flatMap((hand) => resolved(story, matter, hand, clocks)),
    ...voices(story, hands),
    ...stood(story, hands),
  ]
  return facts.map((fact) => ({ ...fact, matter }))
}

/** Made in a drill of an emergency, as the first line says. */
export const isPractice = (story: Story): boolean => typeof story[0]?.data.drillId === 'string'

/** Nothing is said of units by it. */
export const isUnassessed = (story: Story): boolean => isConfidentialCase(story) || isPractice(story)

type Unnamed = Omit<Fact, 'matter'>

/** As the last screening says. */
export const isConfidentialCase = (story: Story): boolean =>
  story.findLast(({ kind }) => kind === 'case.screened')?.data.confidential === true

/** The matter that a case has by its own lines. */
export const matterIn = (story: Story): string | null => {
  const named = story.findLast(({ kind, data }) => naming.has(kind) && typeof data.matter === 'string')
  return named ? String(named.data.matter) : null
}
const naming: ReadonlySet<string> = new Set(['case.screened', 'case.dispatched', 'case.reopened'])

/** Every time that the case was handed to a unit, in order. */
export function handsIn(story: Story): Handed[] {
  const hands: Handed[] = []
  for (const [from, line] of story.entries()) {
    if (line.kind !== 'case.dispatched' && line.kind !== 'case.reopened') continue
    for (const { unitId, role } of unitsIn(line)) {
      const next = story.findIndex((later, at) => at > from && handsTo(later, unitId))
      const round = hands.filter((hand) => hand.unitId === unitId).length + 1
      hands.push({ unitId, role, from, until: next < 0 ? story.length : next, round })
    }
  }
  return hands
}

const unitsIn = ({ data }: AssessedLine) =>
  data.units as unknown as readonly { readonly unitId: string; readonly role: 'lead' | 'assist' }[]

/** Who led at this place in the story. */
const leadAt = (hands: readonly Handed[], place: number): Handed | undefined =>
  hands.findLast(({ role, from }) => role === 'lead' && from < place)

const nobodys: ReadonlySet<string> = new Set(['case.declined', 'case.referred', 'case.joined'])

/** First answer in time, by whoever led when it came or fell due. Before that it was the desk's to hand out. */
function responded(
  story: Story,
  matter: string | null,
  hands: readonly Handed[],
  clocks: CaseClocks,
): Unnamed[] {
  if (story[0]!.data.source === 'file') return []
  const restart = story.findIndex(isResponseRestart)
  const first = restart < 0 ? story : story.slice(0, restart)
  const account = clocks.response(first, matter)
  const endedAt = instant(account.stoppedAt)
  const stop = endedAt && first.find((line) => stops.has(line.kind) && line.occurredAt.equals(endedAt))
  const end = endOfKind(stop?.kind, endedAt !== null)
  const fact = timed({ dueAt: instant(account.dueAt), endedAt, end })
  if (!fact) return []
  const place = first.findIndex(({ occurredAt }) => Temporal.Instant.compare(occurredAt, fact.countsAt) > 0)
  const answeredAt = stop && fact.points === 1 ? first.indexOf(stop) : place < 0 ? first.length : place
  const lead = leadAt(hands, answeredAt)
  return lead ? [{ ...fact, unitId: lead.unitId, measure: 'responded', round: 1 }] : []
}

/** Lines that stop the clock of the first answer, and those that mean that nobody needs one any more. */
const stops: ReadonlySet<string> = new Set([
  'case.signed',
  'case.arrived',
  'case.handled',
  'case.resolved',
  'case.replied',
  'case.withdrawn',
  ...nobodys,
])

/** Whether a line of this kind is a first answer that somebody gave. */
export const answersFirst = (kind: string): boolean => stops.has(kind) && endOfKind(kind, true) === 'done'

const endOfKind = (kind: string | undefined, ended: boolean): Duty['end'] => {
  if (!ended) return null
  if (kind === undefined || !nobodys.has(kind)) return kind === 'case.withdrawn' ? 'off' : 'done'
  return 'void'
}

/** One round of one unit: resolved in time, or as one that assists. */
function resolved(story: Story, matter: string | null, hand: Handed, clocks: CaseClocks): Unnamed[] {
  const upTo = story.slice(0, hand.until)
  const account = clocks.unit(upTo, hand.unitId, matter)
  if (!account) return []
  const end = endOf(story.slice(hand.from + 1, hand.until), hand.unitId)
  const next = story[hand.until]
  // Handed out anew without having come to its end: what was late by then stays late.
  const duty: Duty =
    end === null && next
      ? { dueAt: instant(account.dueAt), endedAt: next.occurredAt, end: 'off' }
      : { dueAt: instant(account.dueAt), endedAt: instant(account.stoppedAt), end }
  const fact = timed(duty)
  const measure = hand.role === 'lead' ? 'resolved' : 'assisted'
  return fact ? [{ ...fact, unitId: hand.unitId, measure, round: hand.round }] : []
}

/** How a unit's round ended: what ends it first counts, and a resolution that the centre sent back is none. */
function endOf(lines: Story, unitId: string): Duty['end'] {
  let end: Duty['end'] = null
  for (const { kind, data } of lines) {
    if (kind === 'case.checked' && data.passed !== true && end === 'done') end = null
    if (end !== null) continue
    if (kind === 'case.resolved' && data.unitId === unitId) end = 'done'
    else if (isReturned(kind, data) && data.unitId === unitId) end = 'void'
    else if (nobodys.has(kind)) end = 'void'
    else if (kind === 'case.withdrawn' || kind === 'case.closed') end = 'off'
  }
  return end
}

const isReturned = (kind: string, data: AssessedLine['data']): boolean =>
  kind === 'case.request_decided' && data.kind === 'return' && data.granted === true

/** What whoever reported says of the unit that led: the last word of each round counts. */
function voices(story: Story, hands: readonly Handed[]): Unnamed[] {
  const last = new Map<string, Unnamed[]>()
  for (const [place, { kind, data, occurredAt }] of story.entries()) {
    const lead = kind === 'case.rated' ? leadAt(hands, place) : undefined
    if (!lead) continue
    const solved = data.solved === true
    const satisfied = solved && Number(data.rating) >= satisfiedFrom
    const of = { unitId: lead.unitId, round: lead.round }
    last.set(`${lead.unitId}/${lead.round}`, [
      { ...answered(solved, occurredAt, solved ? 'said_solved' : 'said_unsolved'), ...of, measure: 'solved' },
      {
        ...answered(satisfied, occurredAt, satisfied ? 'said_satisfied' : 'said_unsatisfied'),
        ...of,
        measure: 'satisfied',
      },
    ])
  }
  return [...last.values()].flat()
}

/** Whether what was closed stayed closed: the last line of each round that says so. */
function stood(story: Story, hands: readonly Handed[]): Unnamed[] {
  const last = new Map<string, Unnamed>()
  for (const [place, { kind, occurredAt }] of story.entries()) {
    if (kind !== 'case.closed' && kind !== 'case.reopened') continue
    const lead = leadAt(hands, place)
    if (!lead) continue
    const closed = kind === 'case.closed'
    const fact = answered(closed, occurredAt, closed ? 'closed' : 'reopened')
    last.set(`${lead.unitId}/${lead.round}`, {
      ...fact,
      unitId: lead.unitId,
      measure: 'stood',
      round: lead.round,
    })
  }
  return [...last.values()]
}

const instant = (at: string | null): Temporal.Instant | null =>
  at === null ? null : Temporal.Instant.from(at)
