import { Refusal } from '../../kernel/refusal.ts'
import type { RightKind } from './contract.ts'

/** A dated row: how many days an answer may take from a day on. */
export interface RightTerm {
  readonly kind: RightKind
  readonly validFrom: string
  readonly days: number
}

/** The term that holds on a day. Refuses `input_invalid` where none does: a district without a term cannot promise one. */
export function termOn(terms: readonly RightTerm[], kind: RightKind, day: string): RightTerm {
  const held = terms
    .filter((term) => term.kind === kind && term.validFrom <= day)
    .sort((a, b) => b.validFrom.localeCompare(a.validFrom))[0]
  if (!held) throw new Refusal('input_invalid', { field: 'kind' })
  return held
}

/** The last day of a term that begins on `day`: calendar days, as the standard counts them. */
export const dueDay = (day: string, { days }: Pick<RightTerm, 'days'>): string =>
  Temporal.PlainDate.from(day).add({ days }).toString()

/** The light of a request that waits: yellow when a third of its term is left, red once its last day is over. */
export function rightLight(askedOn: string, dueOn: string, today: string): 'green' | 'yellow' | 'red' {
  if (today > dueOn) return 'red'
  const days = (from: string, to: string): number =>
    Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days
  return days(today, dueOn) * 3 <= days(askedOn, dueOn) ? 'yellow' : 'green'
}
