import { Refusal } from '../../kernel/refusal.ts'
import type { Cause } from './contract.ts'

interface CauseRow {
  readonly cause: Cause
  /** First day on which it may be chosen, and the first on which it may not any more. */
  readonly from: string
  readonly to: string | null
}

const always = '2011-01-01'
const order: readonly Cause[] = [
  'noise',
  'leak',
  'parking',
  'shared_space',
  'pets',
  'renovation',
  'property_fees',
  'tenancy',
  'marriage',
  'support',
  'inheritance',
  'injury',
  'consumer',
  'debt',
  'other',
]

/** Why disputes arise, in the order in which they are offered. What is not offered any more still names old ones. */
const causes: readonly CauseRow[] = order.map((cause) => ({ cause, from: always, to: null }))

/** Causes that may be chosen on a day (YYYY-MM-DD). */
export const causesOn = (day: string): Cause[] =>
  causes.filter(({ from, to }) => from <= day && (to === null || day < to)).map(({ cause }) => cause)

/** Refuses `mediation_cause_unknown` where it may not be chosen on that day. */
export function mustBeCause(cause: Cause, day: string): void {
  if (!causesOn(day).includes(cause)) throw new Refusal('mediation_cause_unknown', { cause })
}
