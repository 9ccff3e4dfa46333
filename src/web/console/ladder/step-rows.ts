import type { Rung } from '../../../cases/ladder/ladder.contract.ts'
import type { StepDraft } from '../../../cases/ladder/steps.contract.ts'

/** How a moment is said in a form: the same minutes are shorter in hours. */
export type When = 'left' | 'minutes' | 'hours'

/** A step as it is written: the number as typed. */
export interface StepRow {
  readonly when: When
  readonly amount: string
  readonly audience: Rung
}

const bounds: Readonly<Record<When, { readonly least: number; readonly most: number }>> = {
  left: { least: 1, most: 99 },
  minutes: { least: 0, most: 20_000 },
  hours: { least: 0, most: 333 },
}
const perHour = 60

export const rowOf = ({ moment, audience }: StepDraft): StepRow => {
  if (moment.of === 'left') return { when: 'left', amount: String(moment.percent), audience }
  const inHours = moment.minutes > 0 && moment.minutes % perHour === 0
  return {
    when: inHours ? 'hours' : 'minutes',
    amount: String(inHours ? moment.minutes / perHour : moment.minutes),
    audience,
  }
}

/** The step that a row says; null where its number is none, or out of bounds. */
export function stepOf({ when, amount, audience }: StepRow): StepDraft | null {
  const number = amount.trim() === '' ? Number.NaN : Number(amount)
  const { least, most } = bounds[when]
  if (!Number.isInteger(number) || number < least || number > most) return null
  if (when === 'left') return { moment: { of: 'left', percent: number }, audience }
  return { moment: { of: 'over', minutes: when === 'hours' ? number * perHour : number }, audience }
}

/** All steps that the rows say; null where one of them says none. */
export function stepsOf(rows: readonly StepRow[]): StepDraft[] | null {
  const steps = rows.map(stepOf)
  return steps.every((step) => step !== null) ? steps : null
}

/** Whether two steps are the same, however they were typed. */
export const hasTwice = (steps: readonly StepDraft[]): boolean =>
  new Set(steps.map((step) => JSON.stringify([step.moment, step.audience]))).size < steps.length
