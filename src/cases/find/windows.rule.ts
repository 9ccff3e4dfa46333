import { leastIdAt } from '../../kernel/ids.ts'

const hourMs = 3_600_000
/** The narrowest window; each level above is eight times as long, the last some thirty years. */
const narrowestMs = 8 * hourMs
const times = 8
const levels = 6

/** When an id was made, in ms since the epoch. */
export const madeAtMs = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)

const lengthMs = (level: number): number => narrowestMs * times ** level
const windowMark = (level: number, atMs: number): string =>
  `@w${level}:${Math.floor(atMs / lengthMs(level)).toString(36)}`

/** The windows of time in which a moment lies, as marks: one of each level. */
export const windowMarks = (atMs: number): string[] =>
  Array.from({ length: levels }, (_, level) => windowMark(level, atMs))

/** A window to look in, and the least id that may lie in it: those below are an older one's. */
export interface Window {
  readonly mark: string
  readonly leastId: string
}

/**
 * Windows from a moment back, newest first, each in a longer one's place as long as the reader `widens`: together they hold
 * every moment from `untilMs` to `fromMs`. A longer one repeats what it holds of those before.
 */
export function* windowsBack(
  fromMs: number,
  untilMs: number,
  widens: () => boolean = () => true,
): Generator<Window> {
  let level = 0
  let lastMs = fromMs
  while (lastMs >= untilMs && lastMs >= 0) {
    const beginMs = Math.floor(lastMs / lengthMs(level)) * lengthMs(level)
    yield { mark: windowMark(level, lastMs), leastId: leastIdAt(beginMs) }
    lastMs = beginMs - 1
    if (widens()) level = Math.min(level + 1, levels - 1)
  }
}
