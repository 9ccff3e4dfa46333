/** What is usual for such a day. */
export interface Ordinary {
  readonly low: number
  readonly high: number
}

/** So many weeks before a day say what is ordinary, and fewer than so many say nothing. */
export const ordinaryWeeks = 8
const leastWeeks = 4

/**
 * Between what a count lies on most such days, from the counts of the same weekday in the weeks before: around their
 * median, as far as they usually stray from it (1.4826 times the median distance, which for chance alone is the standard
 * deviation), and no narrower than chance makes any count (its square root), twice each way. Null of fewer than four.
 */
export function ordinaryOf(counts: readonly number[]): Ordinary | null {
  if (counts.length < leastWeeks) return null
  const middle = median(counts)
  const strays = 1.4826 * median(counts.map((count) => Math.abs(count - middle)))
  const reach = 2 * Math.max(strays, Math.sqrt(middle))
  return { low: Math.max(0, Math.ceil(middle - reach)), high: Math.floor(middle + reach) }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length / 2
  return Number.isInteger(middle) ? (sorted[middle - 1]! + sorted[middle]!) / 2 : sorted[Math.floor(middle)]!
}
