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
