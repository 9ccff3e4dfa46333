import type { FlagKind } from './kinds.contract.ts'

/**
 * From when on something is worth a person's look. Source: own; each is to be rare among honest closings, and a person
 * decides. Words shorter than this are what everybody says ("已修好").
 */
export const looksAt = {
  sameWordsFrom: 12,
  sameWordsCases: 2,
  sameWordsDays: 30,
  manyCases: 8,
  manyMinutes: 10,
  lastMinutes: 30,
  atMostDays: 7,
} as const

/** A line of a case's story, as far as a closing is looked at. */
export interface ClosingLine {
  readonly seq: number
  readonly kind: string
  readonly actor: string
  readonly occurredAt: Temporal.Instant
  readonly data: Readonly<Record<string, unknown>>
}

/** What the program found. */
export interface Found {
  readonly kind: FlagKind
  readonly unitId: string | null
  readonly aboutSeq: number
  readonly amount: number
  readonly otherCaseId: string | null
}

/** Nobody looks at their own: what their unit did, or what they did themselves at a desk or on the spot. */
export const isOwnWork = (
  { unitId, aboutSeq }: Pick<Found, 'unitId' | 'aboutSeq'>,
  story: readonly Pick<ClosingLine, 'seq' | 'actor'>[],
  who: { readonly actor: string; readonly units: readonly string[] },
): boolean =>
  (unitId !== null && who.units.includes(unitId)) ||
  story.some(({ seq, actor }) => seq === aboutSeq && actor === who.actor)

const handedOut: ReadonlySet<string> = new Set(['case.dispatched', 'case.reopened'])

/** With the point where they stood, or a photograph of the place. What a desk is told alone is hearsay. */
const came = ({ kind, data }: ClosingLine): boolean =>
  (kind === 'case.arrived' && Object.keys(data.commits ?? {}).length > 0) ||
  (kind === 'case.handled' && data.arrived === true && Number(data.photos) > 0)

/** Whether anybody came to the spot between the last handing out and this line; the unit's people or the grid's. */
export function wasVisited(story: readonly ClosingLine[], until: number): boolean {
  const before = story.filter(({ seq }) => seq <= until)
  return before.slice(before.findLastIndex(({ kind }) => handedOut.has(kind)) + 1).some(came)
}

/** Words as they are compared: without space, punctuation and letter case. Too few to say anything: null. */
export function comparable(words: string): string | null {
  const bare = words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  return bare.length < looksAt.sameWordsFrom ? null : bare
}

/** Of other cases with their words: those that say the same, newest first as given. */
export const withSameWords = <One extends { readonly words: string }>(
  words: string,
  others: readonly One[],
): One[] => {
  const bare = comparable(words)
  return bare === null ? [] : others.filter((other) => comparable(other.words) === bare)
}

/**
 * The resolution that a reopening undoes, where it came in the last minutes before its deadline; else null.
 * `minutes` is what was left.
 */
export function lastMinute(
  story: readonly ClosingLine[],
  reopenedSeq: number,
): { readonly line: ClosingLine; readonly minutes: number } | null {
  const line = story.findLast(
    ({ kind, seq, data }) => kind === 'case.resolved' && data.whole === true && seq < reopenedSeq,
  )
  if (!line || typeof line.data.dueAt !== 'string') return null
  const left = Temporal.Instant.from(line.data.dueAt).since(line.occurredAt).total('minutes')
  return left >= 0 && left <= looksAt.lastMinutes ? { line, minutes: Math.floor(left) } : null
}
