import type { BoardRow } from '../../../cases/story.contract.ts'
import { fullDuration } from '../../words/time.ts'
import type { Words } from '../../words/zh.ts'

/** How long it took from report to result, in the matter's own time; null while it is open. */
export function tookWords(words: Words, { took }: Pick<BoardRow, 'took'>): string | null {
  // Solved on the spot: there was no wait to tell of.
  if (took === null || took.minutes < 1) return null
  const said = words.time.duration(fullDuration(took.minutes, took))
  return words.portal.board.took[took.measure](said)
}

/** What was allowed for it, beside what it took; null where it is open or had no deadline. */
export function allowedWords(
  words: Words,
  { took, allowed }: Pick<BoardRow, 'took' | 'allowed'>,
): string | null {
  if (took === null || took.minutes < 1 || allowed === null || allowed.minutes < 1) return null
  return words.portal.board.allowed(words.time.duration(fullDuration(allowed.minutes, allowed)))
}
