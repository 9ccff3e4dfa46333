import type { BoardRow } from '../../../cases/story.contract.ts'
import { fullDuration } from '../../words/time.ts'
import type { Words } from '../../words/zh.ts'

/**
 * How long a resident waited, from report to result, in days and hours as they pass on a wall clock; null while it is
 * open. (Working time is what units are held to; whoever waits lives through the nights too.)
 */
export function tookWords(
  words: Words,
  { acceptedAt, resolvedAt }: Pick<BoardRow, 'acceptedAt' | 'resolvedAt'>,
) {
  if (resolvedAt === null) return null
  const minutes = (Date.parse(resolvedAt) - Date.parse(acceptedAt)) / 60_000
  // Solved on the spot: there was no wait to tell of.
  if (minutes < 1) return null
  return words.portal.board.took(
    words.time.duration(fullDuration(minutes, { measure: 'clock', minutesPerDay: 1440 })),
  )
}
