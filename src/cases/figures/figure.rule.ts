import { smallest } from '../../kernel/small-numbers.ts'
import type { Figure } from './contract.ts'
import type { Counts } from './figures.sql.ts'
import { type Measure, measures } from './measures.contract.ts'

const none: Counts = {}

/** A measure's value: a count, or its share in whole per cent; null where fewer than five stand behind a share. */
export function sayableOf({ numerator, denominator }: Measure, counts: Counts = none): number | null {
  const part = counts[numerator] ?? 0
  if (denominator === null) return part
  const whole = counts[denominator] ?? 0
  return whole < smallest ? null : Math.round((100 * part) / whole)
}

/** All measures of some counts, beside those of the span before and of last year. */
export const figuresOf = (now?: Counts, before?: Counts, lastYear?: Counts): Figure[] =>
  measures.map((measure) => ({
    measure: measure.code,
    value: sayableOf(measure, now),
    of: measure.denominator && (now?.[measure.denominator] ?? 0),
    before: sayableOf(measure, before),
    lastYear: sayableOf(measure, lastYear),
  }))
