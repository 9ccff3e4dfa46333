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

/** How long it took, and beside it what was allowed where it had a deadline; null while it is open. */
export function tookOfAllowed(words: Words, row: Pick<BoardRow, 'took' | 'allowed'>): string | null {
  const took = tookWords(words, row)
  const { allowed } = row
  if (took === null || allowed === null || allowed.minutes < 1) return took
  const said = words.time.duration(fullDuration(allowed.minutes, allowed))
  return words.common.facts(took, words.portal.board.allowed(said))
}
