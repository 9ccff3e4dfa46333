import { smallest } from '../../kernel/small-numbers.ts'

/** Whole per cent of a whole that is large enough to be spoken of; null below five, and where the share tells of few. */
export function shareOf(part: number, whole: number): number | null {
  if (whole < smallest) return null
  // Nearly all or nearly none tells of the one or two that are not.
  const rest = Math.min(part, whole - part)
  if (rest > 0 && rest < smallest) return null
  return Math.round((part * 100) / whole)
}
