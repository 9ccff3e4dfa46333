import { Refusal } from '../kernel/refusal.ts'
import { Direction, type FormulaRules, type Measure, measuresOf } from './contract.ts'
import { monthOfDay } from './months.rule.ts'

/** The formula as it counts from a month on. */
export interface Formula extends FormulaRules {
  /** YYYY-MM; null of the one that Linli comes with. */
  readonly fromMonth: string | null
}

const row = (measure: Measure, weight: number, least: number) => ({ measure, weight, least })

/**
 * What Linli comes with. Whether something was done, as people say who asked for it, weighs as much as whether it was
 * done in time, so that nobody gains by closing what is not solved. Departments are called rarely: three are enough to
 * say something of an office, ten cases of a unit. Source: own.
 */
export const shippedFormula: Formula = {
  fromMonth: null,
  objectionDays: 10,
  leastWorkers: 5,
  consultations: [],
  weights: [
    row('responded', 20, 10),
    row('resolved', 25, 10),
    row('solved', 25, 10),
    row('satisfied', 15, 10),
    row('stood', 15, 10),
    row('signed', 15, 3),
    row('arrived', 20, 3),
    row('answered', 15, 3),
    row('promptness', 10, 3),
    row('result', 15, 3),
    row('attitude', 5, 3),
    row('assisted', 10, 3),
    row('assist_mark', 5, 3),
    row('support_mark', 5, 3),
  ],
}

/** The formula of a month: the last that counts from that month or before. */
export const formulaOf = (month: string, announced: readonly Formula[]): Formula =>
  announced.findLast(({ fromMonth }) => fromMonth !== null && fromMonth <= month) ?? shippedFormula

/** Whether rules may still be set for a month: they are known before it begins. */
export const mayAnnounce = (fromMonth: string, today: string): boolean => fromMonth > monthOfDay(today)

/** The formula's weights of one direction. */
export const weightsOf = (
  { weights }: Pick<FormulaRules, 'weights'>,
  direction: Direction,
): Formula['weights'] => weights.filter(({ measure }) => measuresOf[direction].includes(measure))

/** Refuses `assessment_weights_empty` where nothing weighs in a direction: nobody would have a score in it. */
export function mustWeigh(rules: Pick<FormulaRules, 'weights'>): void {
  for (const direction of Direction.options)
    if (weightsOf(rules, direction).every(({ weight }) => weight === 0))
      throw new Refusal('assessment_weights_empty', { field: 'weights', direction })
}
