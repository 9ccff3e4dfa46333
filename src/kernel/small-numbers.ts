/** A count of fewer people than this could point at one of them. */
export const smallest = 5

/** A count as it may be shown; null where it is held back. */
export type ShownCount = number | null

/**
 * Counts of something sensitive in the parts of a whole, as they may be shown (Care 8): below five only that there are
 * few. Where a single part is held back, the whole would tell it by taking away the others: the next smallest part is
 * held back too, and where there is no other, the whole. `held` names parts, by index, that are held back whatever their
 * count: their own parts elsewhere would tell by it.
 */
export function heldBack(
  parts: readonly number[],
  held: readonly number[] = [],
): {
  readonly parts: ShownCount[]
  readonly whole: ShownCount
} {
  const whole = parts.reduce((sum, count) => sum + count, 0)
  const hidden = new Set([...held, ...parts.flatMap((count, index) => (isFew(count) ? [index] : []))])
  if (hidden.size === 1) {
    const next = parts
      .map((count, index) => ({ count, index }))
      .filter(({ count, index }) => count > 0 && !hidden.has(index))
      .sort((one, other) => one.count - other.count)[0]
    if (next) hidden.add(next.index)
  }
  const alone = hidden.size === 1
  // Two that are held back add up to what is left of the whole: few together are no better than few alone.
  const heldTogether = [...hidden].reduce((sum, index) => sum + parts[index]!, 0)
  return {
    parts: parts.map((count, index) => (hidden.has(index) ? null : count)),
    whole: alone || isFew(whole) || (hidden.size > 0 && isFew(heldTogether)) ? null : whole,
  }
}

const isFew = (count: number): boolean => count > 0 && count < smallest
