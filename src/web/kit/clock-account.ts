import type { ClockAccount } from '../../cases/contract.ts'
import { fullDuration, shortDuration } from '../words/time.ts'
import type { Words } from '../words/zh.ts'

type ClockSegment = ClockAccount['segments'][number]
type Kind = ClockSegment['kind']
const kinds: readonly Kind[] = ['waiting', 'handling', 'paused', 'over', 'left']

/** One piece of the bar: its kind and its share of the whole, 0 to 1. */
export interface Piece {
  readonly kind: Kind
  readonly fromAt: string
  readonly share: number
}

const spanMs = (segment: ClockSegment): number =>
  Math.max(0, new Date(segment.toAt).getTime() - new Date(segment.fromAt).getTime())

/**
 * Lays the account out along the bar. Counted stretches are as wide as the minutes they count, so that nights and
 * weekends take no room; pauses, which count nothing, share the account's paused minutes by their length.
 */
export function piecesOf(account: ClockAccount): readonly Piece[] {
  const paused = account.segments.filter(({ kind }) => kind === 'paused')
  const pausedMs = paused.reduce((sum, segment) => sum + spanMs(segment), 0)
  const weigh = (segment: ClockSegment): number => {
    if (segment.kind !== 'paused') return segment.minutes
    return pausedMs === 0 ? 0 : account.pausedMinutes * (spanMs(segment) / pausedMs)
  }
  const whole = account.segments.reduce((sum, segment) => sum + weigh(segment), 0)
  if (whole === 0) return []
  return account.segments
    .map((segment) => ({ kind: segment.kind, fromAt: segment.fromAt, share: weigh(segment) / whole }))
    .filter(({ share }) => share > 0)
}

const minutesOf = (account: ClockAccount, kind: Kind): number =>
  kind === 'paused'
    ? account.pausedMinutes
    : account.segments.reduce((sum, segment) => sum + (segment.kind === kind ? segment.minutes : 0), 0)

/** One phrase of the account; `kind` lets the bar's line mark time over. */
export interface Phrase {
  readonly kind: Kind | 'note'
  readonly words: string
}

/** The account in words, in the order of the bar: 等签收 2 小时, 办理 5 小时, 挂起 3 小时（不计时）, 超 1 个工作日. */
export function accountPhrases(words: Words, account: ClockAccount): readonly Phrase[] {
  const { segments, clockBar } = words.cases
  const say = (minutes: number) => words.time.duration(fullDuration(minutes, account))
  const phrases: Phrase[] = kinds.flatMap((kind) => {
    const minutes = minutesOf(account, kind)
    if (minutes === 0) return []
    return [{ kind, words: (special(kind, account, clockBar) ?? segments[kind])(say(minutes)) }]
  })
  if (phrases.length === 0)
    // Stopped before an office hour had passed: it began, and took no counted time.
    phrases.push({
      kind: 'note',
      words: account.stoppedAt === null ? clockBar.noTimeYet : inNoTime(words, account),
    })
  if (account.extendedMinutes > 0)
    phrases.push({ kind: 'note', words: clockBar.extended(say(account.extendedMinutes)) })
  if (account.provisional) phrases.push({ kind: 'note', words: clockBar.provisional })
  return phrases
}

/** A stretch that a clock says in its own way: what waits is the reporter, and what is handled is the way to the spot. */
function special(kind: Kind, { clock }: ClockAccount, said: Words['cases']['clockBar']) {
  if (clock === 'response' && kind === 'waiting') return said.waitedForResponse
  return clock === 'report' && kind === 'handling' ? said.onTheWay : undefined
}

/** Stopped before a counted minute had passed: at the moment it began, or while the office was closed. */
function inNoTime({ cases, time }: Words, account: ClockAccount): string {
  const { clockBar } = cases
  if (account.startedAt === account.stoppedAt) return clockBar.onTheSpot
  if (account.measure === 'working') return clockBar.noWorkingTime
  return clockBar.finished(time.duration(fullDuration(0, account)))
}

/** What a member of staff reads in the light: 剩 9 小时, 超 1 个工作日; 共用 3 小时 once the clock has stopped in time. */
export function lightWords(words: Words, account: ClockAccount): string {
  const cut = (minutes: number) => shortDuration(minutes, account)
  const over = minutesOf(account, 'over')
  if (over > 0) return words.time.over(cut(over))
  if (account.stoppedAt !== null && account.usedMinutes === 0) return inNoTime(words, account)
  if (account.stoppedAt !== null)
    return words.cases.clockBar.finished(words.time.duration(cut(account.usedMinutes)))
  if (account.light === 'none') return words.cases.lights.none
  // Due, and no working minute has passed since: nothing is left, and nothing can be said to be over yet.
  if (account.light === 'red') return words.cases.lights.red
  return words.time.left(cut(minutesOf(account, 'left')))
}
