import { type ShownCount, smallest } from '../kernel/small-numbers.ts'

/** A count of an area, with the counts of its parts as that area's own page has them; a grid has none. */
export interface Branch {
  readonly count: number
  readonly own: readonly Branch[]
}

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)
const isFew = (count: number): boolean => count > 0 && count < smallest

/** The few that the count would tell to whoever reads the pages below it too; none where it may be shown. */
function toldBy({ count, own }: Branch): readonly number[] {
  if (own.length === 0) return isFew(count) ? [count] : []
  const few = own.flatMap(toldBy)
  // One alone is told by taking all others away, and few together are no better than few alone.
  return few.length === 1 || isFew(sum(few)) ? few : []
}

/**
 * Counts of parts and of all of them as they may be shown (Care 8), where each part is shown on a page of its own too: few are held
 * back, and so is each sum above them that would tell them, there and here alike, so that no two pages tell more than one.
 */
export function heldInAll(parts: readonly Branch[]): {
  readonly parts: ShownCount[]
  readonly whole: ShownCount
} {
  const shown = (branch: Branch): ShownCount => (toldBy(branch).length > 0 ? null : branch.count)
  return {
    parts: parts.map(shown),
    whole: shown({ count: sum(parts.map(({ count }) => count)), own: parts }),
  }
}
