import { type ClockLine, isResponse } from '../clock-events.rule.ts'
import { streetDepth } from '../worker-complaint.rule.ts'
import type { CountName } from './measures.contract.ts'

/** A line of a case's story with its number in it. */
export interface CountedLine extends ClockLine {
  readonly seq: number
}

/** Something of a story that counts once. */
export interface Counted {
  readonly seq: number
  readonly count: CountName
  readonly at: Temporal.Instant
}

/** What a story counts: each under the matter that the case has by now, in so many areas from the district down. */
export interface CountedStory {
  /** Empty until it is screened. */
  readonly matter: string
  readonly depth: number
  readonly counted: readonly Counted[]
}

/** Areas from the district to the community: figures go no nearer. */
const communityDepth = 3

/** Whether figures are kept of an area with this path, and whether of its parts. */
export const isCounted = (path: readonly string[]): boolean => path.length <= communityDepth
export const hasCountedParts = (path: readonly string[]): boolean => path.length < communityDepth
const nothing: CountedStory = { matter: '', depth: 0, counted: [] }

/**
 * What a case's story counts, from its lines alone, as far as it goes. Practice counts nothing, and neither does what is
 * confidential by the last word said; a complaint about a community's or a street's own workers counts above them.
 */
export function countedOf(lines: readonly CountedLine[]): CountedStory {
  const accepted = lines[0]
  if (accepted?.kind !== 'case.accepted') return nothing
  const { drillId, keptFrom } = accepted.data
  if (typeof drillId === 'string' || isConfidential(lines)) return nothing
  return {
    matter: matterOf(lines),
    depth: keptFrom === 'street' ? streetDepth - 1 : keptFrom === 'community' ? streetDepth : communityDepth,
    counted: [...lines.flatMap(countsOf), ...firstAnswer(lines)],
  }
}

const isConfidential = (lines: readonly CountedLine[]): boolean =>
  lines.findLast(({ data }) => typeof data.confidential === 'boolean')?.data.confidential === true

/** The matter that the last line names which names one. */
const matterOf = (lines: readonly CountedLine[]): string =>
  (lines.findLast(({ data }) => typeof data.matter === 'string')?.data.matter as string | undefined) ?? ''

/** The least that a satisfied person gives, of five. */
const satisfiedFrom = 3

const ofKind: Readonly<Record<string, (data: ClockLine['data']) => readonly CountName[]>> = {
  'case.accepted': () => ['accepted'],
  'case.joined': () => ['joined'],
  'case.declined': () => ['declined'],
  'case.referred': () => ['referred'],
  'case.withdrawn': () => ['withdrawn'],
  'case.replied': () => ['replied'],
  'case.rated': ({ solved, rating }) => [
    'rated',
    ...(solved ? ['solved' as const] : []),
    ...(solved && (rating as number) >= satisfiedFrom ? ['satisfied' as const] : []),
  ],
  'case.reopened': () => ['reopened'],
  'case.closed': () => ['closed'],
}

function countsOf(line: CountedLine): Counted[] {
  if (line.kind === 'case.history') return historyOf(line)
  const { seq, occurredAt: at } = line
  return countNamesOf(line).map((count) => ({ seq, count, at }))
}

function countNamesOf({ kind, data, occurredAt }: CountedLine): readonly CountName[] {
  if (kind !== 'case.resolved') return ofKind[kind]?.(data) ?? []
  if (!data.whole) return []
  if (typeof data.dueAt !== 'string') return ['resolved']
  return ['resolved', 'timed', isBy(occurredAt, data.dueAt) ? 'on_time' : 'overdue']
}

/** What another system did counts as done when it was done; on time or not only where it set a target and closed. */
function historyOf({ seq, data }: CountedLine): Counted[] {
  const { repliedAt, targetAt, closedAt, onTime } = data
  const at = (moment: unknown, ...counts: CountName[]): Counted[] =>
    typeof moment === 'string'
      ? counts.map((count) => ({ seq, count, at: Temporal.Instant.from(moment) }))
      : []
  const timed = targetAt === null ? [] : at(closedAt, 'timed', onTime ? 'on_time' : 'overdue')
  return [...at(repliedAt, 'replied'), ...at(closedAt, 'closed'), ...timed]
}

/** 首次响应, held to the deadline that stood then. What another system answered kept no deadline of ours. */
function firstAnswer(lines: readonly CountedLine[]): Counted[] {
  const index = lines.findIndex(isResponse)
  const answer = lines[index]
  if (answer === undefined || answer.kind === 'case.history') return []
  const due = lines.slice(0, index).findLast(({ data }) => typeof data.responseDueAt === 'string')
  const { seq, occurredAt: at } = answer
  const isOnTime = isBy(at, due?.data.responseDueAt as string)
  return [
    { seq, count: 'responded', at },
    ...(isOnTime ? [{ seq, count: 'responded_on_time' as const, at }] : []),
  ]
}

const isBy = (at: Temporal.Instant, dueAt: string): boolean =>
  Temporal.Instant.compare(at, Temporal.Instant.from(dueAt)) <= 0
